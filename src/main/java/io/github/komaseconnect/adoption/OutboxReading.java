package io.github.komaseconnect.adoption;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads eConnect's outbox of a company: which documents were sent that the ledger does not know. */
final class OutboxReading {
    private static final int MOST_PAGES = 10_000;

    private final Ledger ledger;
    private final UblReader reader;
    private final UblFingerprint fingerprint;

    OutboxReading(Ledger ledger, UblReader reader, UblFingerprint fingerprint) {
        this.ledger = ledger;
        this.reader = reader;
        this.fingerprint = fingerprint;
    }

    /** What came of it: the documents, or why eConnect cannot be asked now. */
    record Result(List<SentAtEConnect> sent, Optional<Reason> trouble) {
        Result {
            sent = List.copyOf(sent);
        }
    }

    /** @param work an empty folder; the documents are kept there */
    Result read(Company company, EConnect connection, Instant since, Path work) throws IOException {
        List<InboxEntry> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> page = Optional.empty();
        int pages = 0;
        do {
            Reply<ListPage> reply = connection.outbox(since, page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return trouble(reply);
            }
            done.value().entries().stream()
                    .filter(entry -> seen.add(entry.externalId()) && isUnknown(company, entry))
                    .forEach(unknown::add);
            page = done.value().nextPage();
            pages++;
        } while (page.isPresent() && pages < MOST_PAGES);
        List<SentAtEConnect> sent = new ArrayList<>();
        for (InboxEntry entry : unknown) {
            Path answer = work.resolve(sent.size() + "-answer.xml");
            Path document = work.resolve(sent.size() + "-document.xml");
            Reply<EConnect.SentDocument> reply = connection.outboxDocument(entry.externalId(), answer, document);
            if (!(reply instanceof Reply.Done<EConnect.SentDocument> done)) {
                return trouble(reply);
            }
            if (reader.read(document) instanceof UblReading.Usable usable) {
                sent.add(new SentAtEConnect(
                        entry.externalId(),
                        entry.createdOn(),
                        done.value().receiver(),
                        document,
                        usable.header(),
                        fingerprint.ofOriginal(document)));
            }
        }
        return new Result(sent, Optional.empty());
    }

    private boolean isUnknown(Company company, InboxEntry entry) {
        return ledger.reading(books -> books.deliveries().withReference(company.key(), entry.externalId()))
                .isEmpty();
    }

    private static Result trouble(Reply<?> reply) {
        return new Result(List.of(), Optional.of(reason(reply)));
    }

    private static Reason reason(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return blocked.reason();
        }
        if (reply instanceof Reply.InDoubt<?> doubt) {
            return doubt.reason();
        }
        return ((Reply.Temporary<?>) reply).reason();
    }
}
