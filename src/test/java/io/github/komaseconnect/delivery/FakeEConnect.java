package io.github.komaseconnect.delivery;

import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** eConnect for exact sequences: each call gives the next answer of a script, and without one does what is asked. */
final class FakeEConnect implements EConnect {
    static final Reason REASON = Reason.of("econnect.test", "zo gaat het in deze test", "so it goes in this test");

    /** What {@code send} does with one document. */
    enum Sending {
        ACCEPT,
        ACCEPT_BUT_SAY_NOTHING,
        SAY_NOTHING,
        REFUSE,
        NOT_NOW,
        BLOCK
    }

    record Kept(InboxEntry entry, String content, String receiver) {}

    final Deque<Sending> sendings = new ArrayDeque<>();
    /** What is answered to the next documents, which are not accepted. */
    final Deque<Reply<Accepted>> replies = new ArrayDeque<>();

    final Deque<Supplier<Reply<ListPage>>> lists = new ArrayDeque<>();
    final Map<String, Kept> outbox = new LinkedHashMap<>();
    final List<OutgoingDocument> sent = new ArrayList<>();
    final List<Instant> lookedFrom = new ArrayList<>();
    Sending otherwise = Sending.ACCEPT;
    Reason reason = REASON;
    private final Clock clock;
    private int ids;

    FakeEConnect(Clock clock) {
        this.clock = clock;
    }

    /** Puts a document into the outbox, as if somebody had sent it. */
    String keep(String number, String content, String receiver) {
        ids++;
        String id = "XCNLOUT" + ids;
        Instant now = clock.instant();
        InboxEntry entry = new InboxEntry(id, "UBL " + number, now, now, "", receiver, 20, "ToPeppol");
        outbox.put(id, new Kept(entry, content, receiver));
        return id;
    }

    @Override
    public Reply<Accepted> send(OutgoingDocument document) {
        sent.add(document);
        write(document.archived(), "<Envelope/>");
        if (!replies.isEmpty()) {
            return replies.poll();
        }
        Sending sending = sendings.isEmpty() ? otherwise : sendings.poll();
        if (sending != Sending.SAY_NOTHING) {
            write(document.answer(), "<answer>" + sending + "</answer>");
        }
        return switch (sending) {
            case ACCEPT -> new Reply.Done<>(Accepted.now(keep(document)));
            case ACCEPT_BUT_SAY_NOTHING -> {
                keep(document);
                yield new Reply.InDoubt<>(reason);
            }
            case SAY_NOTHING -> new Reply.InDoubt<>(reason);
            case REFUSE -> new Reply.Refused<>(reason);
            case NOT_NOW -> new Reply.Temporary<>(reason);
            case BLOCK -> new Reply.Blocked<>(reason);
        };
    }

    private String keep(OutgoingDocument document) {
        return keep(document.number(), read(document.ubl()), document.receiver());
    }

    @Override
    public Reply<ListPage> outbox(Instant from, Optional<String> page) {
        lookedFrom.add(from);
        if (!lists.isEmpty()) {
            return lists.poll().get();
        }
        List<InboxEntry> entries = outbox.values().stream()
                .map(Kept::entry)
                .filter(entry -> !entry.createdOn().isBefore(from))
                .toList();
        // one entry a page: whoever stops after the first page misses something
        int position = page.map(Integer::parseInt).orElse(0);
        List<InboxEntry> one = entries.stream().skip(position).limit(1).toList();
        Optional<String> next =
                position + 1 < entries.size() ? Optional.of(Integer.toString(position + 1)) : Optional.empty();
        return new Reply.Done<>(new ListPage(one, next));
    }

    @Override
    public Reply<ListPage> outboxChanges(Instant from, Optional<String> page) {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document) {
        Kept kept = outbox.get(externalId);
        write(answer, "<answer id='" + externalId + "'/>");
        write(document, kept.content());
        return new Reply.Done<>(new SentDocument(kept.entry(), document, kept.receiver()));
    }

    private static void write(Path file, String text) {
        try {
            if (Files.exists(file)) {
                throw new IllegalStateException("it would change " + file);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reply<String> logIn() {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<List<AccountParty>> accountParties() {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page) {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<Path> inboxDocument(String externalId, Path answer, Path document) {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<PdfAnswer> pdf(String externalId, Path file) {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<String> respond(String externalId, InvoiceResponse response) {
        throw new AssertionError("the tests of sending do not ask for this");
    }

    @Override
    public Reply<String> setStatus(String externalId, int statusCode) {
        throw new AssertionError("the tests of sending do not ask for this");
    }
}
