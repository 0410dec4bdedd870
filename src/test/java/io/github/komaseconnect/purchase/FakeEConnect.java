package io.github.komaseconnect.purchase;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The inbox of one company, with exactly the faults that a test asks for. */
public final class FakeEConnect implements EConnect {
    static final byte[] PDF = "%PDF-1.7 by eConnect".getBytes(StandardCharsets.US_ASCII);

    /** What can be asked. */
    public enum Call {
        LIST,
        DOCUMENT,
        PDF,
        STATUS,
        RESPOND
    }

    int pageSize = 30;
    private final List<Document> inbox = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Optional<Instant>> askedFrom = Collections.synchronizedList(new ArrayList<>());
    /** What suppliers were told, as {@code XCNIN1 RE}. */
    public final List<String> responses = new CopyOnWriteArrayList<>();

    final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    private record Document(InboxEntry entry, byte[] xml) {}

    private static final class Rule {
        private final Call call;
        private final String about;
        private final Reply<?> reply;
        private int left;

        Rule(Call call, String about, Reply<?> reply, int left) {
            this.call = call;
            this.about = about;
            this.reply = reply;
            this.left = left;
        }

        synchronized Optional<Reply<?>> strike(Call asking, String id) {
            return call == asking && (about.isEmpty() || about.equals(id)) && left-- > 0
                    ? Optional.of(reply)
                    : Optional.empty();
        }
    }

    public static <T> Reply<T> temporary() {
        return new Reply.Temporary<>(Reason.of("test.temporary", "even niet", "not now"));
    }

    public static <T> Reply<T> refused() {
        return new Reply.Refused<>(Reason.of("test.refused", "geweigerd", "refused"));
    }

    public static <T> Reply<T> blocked(String code) {
        return new Reply.Blocked<>(Reason.of(code, "geblokkeerd", "blocked"));
    }

    public static Reply<PdfAnswer> beingMade() {
        return new Reply.Done<>(new PdfAnswer.BeingMade());
    }

    /** The next {@code times} calls about this id (empty: any; for a list the number of the page) are answered so. */
    public void answer(Call call, String about, Reply<?> reply, int times) {
        rules.add(new Rule(call, about, reply, times));
    }

    public void heal() {
        rules.clear();
    }

    public void deliver(String id, Instant createdOn, String xml) {
        deliver(id, createdOn, 10, xml);
    }

    /** A document of exactly these bytes. */
    public void deliver(String id, Instant createdOn, byte[] document) {
        inbox.add(new Document(
                new InboxEntry(id, "Factuur " + id, createdOn, createdOn, "Leverancier", "", 10, ""), document));
    }

    public void deliver(String id, Instant createdOn, int status, String xml) {
        inbox.add(new Document(
                new InboxEntry(id, "Factuur " + id, createdOn, createdOn, "Leverancier", "", status, ""),
                xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** eConnect has it no longer. */
    public void withdraw(String id) {
        inbox.removeIf(document -> document.entry().externalId().equals(id));
    }

    public int calls(Call call) {
        return (int) asked.stream().filter(text -> text.startsWith(call + " ")).count();
    }

    public int calls(Call call, String id) {
        return Collections.frequency(List.copyOf(asked), call + " " + id);
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<Reply<T>> fault(Call call, String id) {
        asked.add(call + " " + id);
        return rules.stream()
                .flatMap(rule -> rule.strike(call, id).stream())
                .map(reply -> (Reply<T>) reply)
                .findFirst();
    }

    @Override
    public Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page) {
        int number = page.map(Integer::parseInt).orElse(1);
        Optional<Reply<ListPage>> fault = fault(Call.LIST, Integer.toString(number));
        if (page.isEmpty()) {
            askedFrom.add(from);
        }
        if (fault.isPresent()) {
            return fault.get();
        }
        List<InboxEntry> entries = inbox.stream()
                .map(Document::entry)
                .filter(entry ->
                        from.filter(first -> entry.createdOn().isBefore(first)).isEmpty())
                .toList();
        int first = (number - 1) * pageSize;
        int last = Math.min(entries.size(), first + pageSize);
        Optional<String> next = last < entries.size() ? Optional.of(Integer.toString(number + 1)) : Optional.empty();
        return new Reply.Done<>(new ListPage(entries.subList(Math.min(first, last), last), next));
    }

    @Override
    public Reply<Path> inboxDocument(String externalId, Path answer, Path document) {
        Optional<Reply<Path>> fault = fault(Call.DOCUMENT, externalId);
        if (fault.isPresent()) {
            return fault.get();
        }
        byte[] xml = inbox.stream()
                .filter(one -> one.entry().externalId().equals(externalId))
                .map(Document::xml)
                .findFirst()
                .orElseThrow();
        write(answer, xml);
        write(document, xml);
        return new Reply.Done<>(document);
    }

    @Override
    public Reply<PdfAnswer> pdf(String externalId, Path file) {
        Optional<Reply<PdfAnswer>> fault = fault(Call.PDF, externalId);
        if (fault.isPresent()) {
            return fault.get();
        }
        write(file, PDF);
        return new Reply.Done<>(new PdfAnswer.Ready(file));
    }

    @Override
    public Reply<String> respond(String externalId, InvoiceResponse response) {
        Optional<Reply<String>> fault = fault(Call.RESPOND, externalId);
        // what a fault of the answer hides may have been carried out
        responses.add(externalId + " " + response.status());
        return fault.orElseGet(() -> new Reply.Done<>(externalId));
    }

    @Override
    public Reply<String> setStatus(String externalId, int statusCode) {
        Optional<Reply<String>> fault = fault(Call.STATUS, externalId);
        if (fault.isPresent()) {
            return fault.get();
        }
        statuses.put(externalId, statusCode);
        return new Reply.Done<>(externalId);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reply<String> logIn() {
        return new Reply.Done<>("");
    }

    @Override
    public Reply<List<AccountParty>> accountParties() {
        return new Reply.Done<>(List.of());
    }

    @Override
    public Reply<ListPage> outboxChanges(Instant from, Optional<String> page) {
        throw new AssertionError("these tests do not ask for this");
    }

    @Override
    public Reply<ListPage> outbox(Instant from, Optional<String> page) {
        return new Reply.Done<>(new ListPage(List.of(), Optional.empty()));
    }

    @Override
    public Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document) {
        return refused();
    }

    @Override
    public Reply<Accepted> send(OutgoingDocument document) {
        return refused();
    }
}
