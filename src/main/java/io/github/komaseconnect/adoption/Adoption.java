package io.github.komaseconnect.adoption;

import io.github.komaseconnect.adoption.Finding.Kind;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.custody.Custody;
import io.github.komaseconnect.custody.CustodyVerdict;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.purchase.InboxReconciliation;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives the folders of a company to this ledger, by order of a person, when they were another's or this ledger is an older
 * one that was put back. First it finds out what was sent and received meanwhile, and records it; the mark in the folders
 * comes last, so that after a crash the company is still stopped and the order is simply given again.
 */
public final class Adoption {
    /** A ledger that knows nothing of the company looks back so far, unless told otherwise. */
    static final Duration USUALLY = Duration.ofDays(31);

    private static final Duration OVERLAP = Duration.ofDays(1);

    private final Ledger ledger;
    private final Archive archive;
    private final Connections connections;
    private final Custody custody;
    private final UblReader reader;
    private final UblFingerprint fingerprint;
    private final InboxReconciliation inbox;
    private final Duration lookUpAfter;
    private final Path tmp;
    private final Clock clock;

    /**
     * @param lookUpAfter how long what waits to be sent by Peppol waits for its look-up: eConnect's list may lag behind
     * @param tmp for documents that are compared; what is put there is removed again
     */
    public Adoption(
            Ledger ledger,
            Archive archive,
            Connections connections,
            Custody custody,
            UblReader reader,
            UblFingerprint fingerprint,
            InboxReconciliation inbox,
            Duration lookUpAfter,
            Path tmp,
            Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.connections = connections;
        this.custody = custody;
        this.reader = reader;
        this.fingerprint = fingerprint;
        this.inbox = inbox;
        this.lookUpAfter = lookUpAfter;
        this.tmp = tmp;
        this.clock = clock;
    }

    /** Whether anything is changed. */
    public enum Extent {
        LOOK_ONLY,
        ADOPT
    }

    /** What came of it. */
    public sealed interface Result {}

    /**
     * It was carried out, or looked at.
     *
     * @param since from when eConnect's outbox was read
     */
    public record Done(Instant since, List<Finding> findings) implements Result {
        public Done {
            findings = List.copyOf(findings);
        }
    }

    /** The company is not stopped: there is nothing to adopt. */
    public record NotNeeded() implements Result {}

    /** It is not possible now; nothing was changed, or not all of it, and the company stays stopped. */
    public record Failed(Reason reason) implements Result {}

    /**
     * Looks, and adopts.
     *
     * @param since from when to read eConnect's outbox; empty: from a day before the last thing that the ledger knows of
     *     the company, else a month back
     */
    public Result adopt(Company company, Optional<Instant> since, Extent extent) throws IOException {
        CustodyVerdict verdict = custody.examine(company);
        if (verdict instanceof CustodyVerdict.Waiting waiting) {
            return new Failed(waiting.reason());
        }
        if (!(verdict instanceof CustodyVerdict.Stopped)) {
            return new NotNeeded();
        }
        Instant from =
                since.orElseGet(() -> lastKnown(company).orElse(clock.instant().minus(USUALLY)));
        Files.createDirectories(tmp);
        Path work = Files.createTempDirectory(tmp, "adopt-");
        try {
            return adopt(company, from, extent, work);
        } finally {
            remove(work);
        }
    }

    private Result adopt(Company company, Instant since, Extent extent, Path work) throws IOException {
        OutboxReading.Result outbox = sentAtEConnect(company, since, work);
        if (outbox.trouble().isPresent()) {
            return new Failed(outbox.trouble().get());
        }
        InboxReconciliation.Reading received = receivedAtEConnect(company);
        if (received.trouble().isPresent()) {
            return new Failed(received.trouble().get());
        }
        List<Finding> findings = new ArrayList<>(new SalesReconciliation(
                        company,
                        ledger,
                        archive,
                        fingerprint,
                        new AdoptedRows(ledger, archive, lookUpAfter, clock),
                        outbox.sent(),
                        new Shelves(reader, clock).read(company, since))
                .compare(since, clock.instant()));
        received.unknown().forEach(unknown -> findings.add(purchase(company, unknown)));
        if (extent == Extent.ADOPT) {
            for (Finding finding : findings) {
                finding.change().carryOut();
            }
            if (custody.adopt(company) instanceof CustodyVerdict.Waiting waiting) {
                return new Failed(waiting.reason());
            }
        }
        return new Done(since, findings);
    }

    /** A gateway without lists cannot be asked; what waits to be sent by it is then for a person. */
    private OutboxReading.Result sentAtEConnect(Company company, Instant since, Path work) throws IOException {
        Optional<Gateway> gateway = company.listedBy();
        return gateway.isEmpty()
                ? new OutboxReading.Result(List.of(), Optional.empty())
                : new OutboxReading(ledger, reader, fingerprint)
                        .read(company, connections.of(company, gateway.get()), since, work);
    }

    private InboxReconciliation.Reading receivedAtEConnect(Company company) throws IOException {
        Optional<Gateway> gateway = company.listedBy();
        return gateway.isEmpty()
                ? new InboxReconciliation.Reading(List.of(), Optional.empty())
                : inbox.read(company, connections.of(company, gateway.get()));
    }

    private Finding purchase(Company company, InboxReconciliation.Unknown unknown) {
        Kind kind =
                switch (unknown.standing()) {
                    case IMPORTED -> Kind.IMPORTED;
                    case PERHAPS_IMPORTED -> Kind.PERHAPS_IMPORTED;
                    case NEW -> Kind.TO_BE_RECEIVED;
                };
        String label = (unknown.entry().subject() + " " + unknown.entry().senderName()).strip() + ", eConnect "
                + unknown.entry().externalId();
        return new Finding(kind, label, () -> inbox.record(company, unknown));
    }

    private Optional<Instant> lastKnown(Company company) {
        return ledger.reading(books -> Stream.concat(
                        books
                                .invoices()
                                .list(new InvoiceQuery(Optional.of(company.key()), Set.of(), Optional.empty(), 1))
                                .stream()
                                .map(LedgerInvoice::createdAt),
                        books.receipts().watermark(company.key()).map(Watermark::refreshedAt).stream())
                .max(Instant::compareTo)
                .map(last -> last.minus(OVERLAP)));
    }

    private static void remove(Path work) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(work)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(work);
    }
}
