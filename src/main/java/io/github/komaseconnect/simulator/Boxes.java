package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Box;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The inboxes and outboxes of all companies. */
final class Boxes {
    private static final Comparator<StoredDocument> ORDER =
            Comparator.comparing(StoredDocument::createdOn).thenComparingLong(StoredDocument::sequence);

    private final AtomicLong numbers = new AtomicLong(100_000);
    private final Map<String, StoredDocument> byExternalId = new ConcurrentHashMap<>();
    private final Map<String, StoredDocument> byDocumentId = new ConcurrentHashMap<>();
    private final Map<Place, ConcurrentSkipListSet<StoredDocument>> byPlace = new ConcurrentHashMap<>();

    private record Place(String companyId, Box box) {}

    /** A number that no document has had. */
    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void add(StoredDocument document) {
        byExternalId.put(document.externalId(), document);
        byDocumentId.put(document.psb().documentId(), document);
        byPlace.computeIfAbsent(
                        new Place(document.owner().companyId(), document.box()),
                        place -> new ConcurrentSkipListSet<>(ORDER))
                .add(document);
    }

    /** The document, whoever it belongs to and whether it is visible or not. */
    Optional<StoredDocument> find(String externalId) {
        return Optional.ofNullable(byExternalId.get(externalId));
    }

    /** The same, by the id that the PSB gave it. */
    Optional<StoredDocument> findAtPsb(String documentId) {
        return Optional.ofNullable(byDocumentId.get(documentId));
    }

    /** The same, by either id. */
    Optional<StoredDocument> findByAnyId(String id) {
        return find(id).or(() -> findAtPsb(id));
    }

    /** What the companies have in this box, oldest first. */
    Stream<StoredDocument> list(Collection<SimulatedCompany> companies, Box box) {
        List<ConcurrentSkipListSet<StoredDocument>> boxes = companies.stream()
                .map(company -> new Place(company.companyId(), box))
                .filter(byPlace::containsKey)
                .map(byPlace::get)
                .toList();
        return boxes.size() == 1
                ? boxes.get(0).stream()
                : boxes.stream().flatMap(Collection::stream).sorted(ORDER);
    }

    /** What is behind a place in the order of lists. */
    static Predicate<StoredDocument> after(Instant createdOn, long sequence) {
        return document -> document.createdOn().isAfter(createdOn)
                || document.createdOn().equals(createdOn) && document.sequence() > sequence;
    }
}
