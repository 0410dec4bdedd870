package io.github.komaseconnect.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the PSB knows of a document besides: an id of its own, the file as it came, and all that was told about it. */
final class PsbCopy {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration KEPT_AFTER_DOWNLOAD = Duration.ofDays(7);

    private final String documentId;
    private final Content file;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, InvoiceResponse> responses = new LinkedHashMap<>();
    private Optional<Instant> downloadedOn = Optional.empty();
    private Kept kept = Kept.KEPT;

    private enum Kept {
        KEPT,
        REMOVED
    }

    PsbCopy(String documentId, Content file) {
        this.documentId = documentId;
        this.file = file;
    }

    /** One line of a status answer. */
    record Told(String id, String name, String description, Instant createdOn) {}

    String documentId() {
        return documentId;
    }

    /** The bytes as they were sent or delivered, prolog included. */
    Content file() {
        return file;
    }

    synchronized void tell(Told line) {
        told.add(line);
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    synchronized void responded(String responseId, InvoiceResponse response) {
        responses.put(responseId, response);
    }

    /** The buyer's answers by their ids, oldest first. */
    synchronized Map<String, InvoiceResponse> responses() {
        return new LinkedHashMap<>(responses);
    }

    synchronized void downloaded(Instant now) {
        downloadedOn = downloadedOn.or(() -> Optional.of(now));
    }

    synchronized void remove() {
        kept = Kept.REMOVED;
    }

    /** Whether a received document is still there: 90 days, and 7 days after its first download. */
    synchronized boolean keptAt(Instant now, Instant createdOn) {
        Instant until = downloadedOn.map(at -> at.plus(KEPT_AFTER_DOWNLOAD)).orElse(createdOn.plus(KEPT));
        return kept == Kept.KEPT && now.isBefore(until);
    }
}
