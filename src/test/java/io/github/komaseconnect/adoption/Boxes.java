package io.github.komaseconnect.adoption;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox and the inbox of one company at eConnect; nothing can be sent or fetched while a company is stopped. */
final class Boxes implements EConnect {
    private final Map<String, String> sent = new LinkedHashMap<>();
    private final List<InboxEntry> inbox = new ArrayList<>();
    private final Instant at;
    boolean away;

    Boxes(Instant at) {
        this.at = at;
    }

    void sent(String id, String ubl) {
        sent.put(id, ubl);
    }

    void received(String id, int status) {
        inbox.add(new InboxEntry(id, "Factuur " + id, at, at, "Leverancier", "", status, "ToInbox"));
    }

    @Override
    public Reply<ListPage> outboxChanges(Instant from, Optional<String> page) {
        throw new AssertionError("these tests do not ask for this");
    }

    @Override
    public Reply<ListPage> outbox(Instant from, Optional<String> page) {
        if (away) {
            return new Reply.Temporary<>(Reason.of("econnect.away", "eConnect is er even niet.", "eConnect is away."));
        }
        List<String> ids = List.copyOf(sent.keySet());
        int number = page.map(Integer::parseInt).orElse(0);
        List<InboxEntry> one = ids.stream()
                .skip(number)
                .limit(1)
                .map(id -> new InboxEntry(id, "UBL", at, at, "", "", 20, "ToPeppol"))
                .toList();
        return new Reply.Done<>(new ListPage(
                one, number + 1 < ids.size() ? Optional.of(Integer.toString(number + 1)) : Optional.empty()));
    }

    @Override
    public Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document) {
        try {
            Files.writeString(answer, "<answer/>");
            Files.writeString(document, sent.get(externalId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        InboxEntry entry = new InboxEntry(externalId, "UBL", at, at, "", "", 20, "ToPeppol");
        return new Reply.Done<>(new SentDocument(entry, document, "0106:87654321"));
    }

    @Override
    public Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page) {
        return new Reply.Done<>(new ListPage(inbox, Optional.empty()));
    }

    @Override
    public Reply<String> logIn() {
        throw new AssertionError("not by adopt");
    }

    @Override
    public Reply<List<AccountParty>> accountParties() {
        throw new AssertionError("not by adopt");
    }

    @Override
    public Reply<Path> inboxDocument(String externalId, Path answer, Path document) {
        throw new AssertionError("not by adopt");
    }

    @Override
    public Reply<PdfAnswer> pdf(String externalId, Path file) {
        throw new AssertionError("not by adopt");
    }

    @Override
    public Reply<String> respond(String externalId, InvoiceResponse response) {
        throw new AssertionError("not by adopt");
    }

    @Override
    public Reply<String> setStatus(String externalId, int statusCode) {
        throw new AssertionError("not by adopt");
    }

    @Override
    public Reply<Accepted> send(OutgoingDocument document) {
        throw new AssertionError("not by adopt");
    }
}
