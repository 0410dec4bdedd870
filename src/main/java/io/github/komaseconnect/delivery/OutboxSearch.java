package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.delivery.SentComparison.Sender;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a document in eConnect's outbox: by the invoice number in the subject, then in the document itself, comparing
 * type, number, receiver and content, and leaving out documents that are known to be other deliveries.
 */
public final class OutboxSearch {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSearch.class);
    private static final int MOST_PAGES = 1_000;

    private final Connections connections;
    private final Ledger ledger;
    private final SentComparison comparison;

    /** Searches the outbox of each company. */
    public OutboxSearch(Connections connections, Ledger ledger, UblReader reader, UblFingerprint fingerprint) {
        this.connections = connections;
        this.ledger = ledger;
        this.comparison = new SentComparison(reader, fingerprint);
    }

    /** What came of a search. */
    public sealed interface Finding {}

    /** eConnect has it. */
    public record Found(String externalId) implements Finding {}

    /** eConnect does not have it. */
    public record Absent() implements Finding {}

    /** Something with this number is there, but it is not the same: a person must look. */
    public record Unclear(Reason reason) implements Finding {}

    /**
     * It could not be looked up now.
     *
     * @param retryAfter for how long eConnect asks to be left alone
     */
    public record CannotLook(Reason reason, Optional<Duration> retryAfter) implements Finding {
        CannotLook(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    /** It could not be looked up for a cause that concerns the whole company. */
    public record Blocked(Reason reason) implements Finding {}

    /** Where a document that was looked into is kept: eConnect's answer and the document out of it. */
    record Evidence(Path answer, Path document) {}

    /**
     * Searches documents created from {@code from} on.
     *
     * @param evidence gives, for an ExternalId, where the document is kept when it has this number; others are not kept
     */
    Finding find(Shipment shipment, Instant from, Function<String, Evidence> evidence) {
        EConnect connection = connections.of(shipment.company(), gateway(shipment));
        List<String> candidates = new ArrayList<>();
        Optional<String> page = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Reply<ListPage> reply = connection.outbox(from, page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return trouble(reply);
            }
            done.value().entries().stream()
                    .filter(entry -> mayBe(shipment, entry))
                    .map(InboxEntry::externalId)
                    .forEach(candidates::add);
            page = done.value().nextPage();
            if (page.isEmpty()) {
                return among(shipment, connection, candidates, Sender.OURSELVES, evidence);
            }
        }
        return new CannotLook(Reason.of(
                "econnect.endless-list",
                "De lijst met verzonden documenten bij eConnect houdt niet op.",
                "The list of sent documents at eConnect does not end."));
    }

    /** The one that it was sent by; one of which that is not known, by one that can be searched. */
    private static Gateway gateway(Shipment shipment) {
        Company company = shipment.company();
        return shipment.delivery()
                .passage()
                .map(Passage::gateway)
                .or(company::listedBy)
                .orElse(company.gateway());
    }

    private boolean mayBe(Shipment shipment, InboxEntry entry) {
        boolean number = entry.subject().isBlank()
                || entry.subject().contains(shipment.invoice().number());
        return number
                && ledger.inTransaction(books -> books.deliveries()
                                .withReference(shipment.company().key(), entry.externalId()))
                        .isEmpty();
    }

    /** Looks into documents of the platform's outbox that another program sent. */
    Finding amongForeign(Shipment shipment, List<String> externalIds, Function<String, Evidence> evidence) {
        return among(
                shipment, connections.of(shipment.company(), Gateway.PLATFORM), externalIds, Sender.ANYBODY, evidence);
    }

    private Finding among(
            Shipment shipment,
            EConnect connection,
            List<String> externalIds,
            Sender sender,
            Function<String, Evidence> evidence) {
        Optional<Unclear> unclear = Optional.empty();
        for (String candidate : externalIds) {
            Evidence files = evidence.apply(candidate);
            Reply<EConnect.SentDocument> reply = connection.outboxDocument(candidate, files.answer(), files.document());
            if (!(reply instanceof Reply.Done<EConnect.SentDocument> done)) {
                return trouble(reply);
            }
            switch (comparison.compare(shipment, done.value(), sender)) {
                case SAME -> {
                    return new Found(candidate);
                }
                case SAME_NUMBER -> unclear = Optional.of(new Unclear(differs(shipment, candidate)));
                case OTHER -> forget(files);
            }
        }
        return unclear.<Finding>map(found -> found).orElseGet(Absent::new);
    }

    private static void forget(Evidence files) {
        try {
            Files.deleteIfExists(files.answer());
            Files.deleteIfExists(files.document());
        } catch (IOException e) {
            LOG.warn("Another document of the outbox stays beside this invoice: {}", files.document(), e);
        }
    }

    private static Reason differs(Shipment shipment, String externalId) {
        return new Reason(
                "delivery.in-doubt",
                "Bij eConnect staat een document met nummer "
                        + shipment.invoice().number() + " (" + externalId
                        + "), maar met een andere inhoud of ontvanger dan deze factuur. Het is niet zeker of deze factuur is"
                        + " aangekomen.",
                "eConnect has a document with number " + shipment.invoice().number() + " (" + externalId
                        + "), but with other content or another receiver than this invoice. It is not certain whether this"
                        + " invoice arrived.",
                "Kijk bij eConnect na en geef dan: komas-econnect resolve ID --sent of --send-again.",
                "Check at eConnect and then run: komas-econnect resolve ID --sent or --send-again.");
    }

    private static Finding trouble(Reply<?> reply) {
        if (reply instanceof Reply.Blocked<?> blocked) {
            return new Blocked(blocked.reason());
        }
        if (reply instanceof Reply.Refused<?> refused) {
            return new CannotLook(refused.reason());
        }
        if (reply instanceof Reply.InDoubt<?> doubt) {
            return new CannotLook(doubt.reason(), doubt.retryAfter());
        }
        return new CannotLook(((Reply.Temporary<?>) reply).reason(), reply.restAskedFor());
    }
}
