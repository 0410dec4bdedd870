package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Before a ledger that does not know everything takes over the folders of a company: finds out which documents of
 * eConnect's inbox were fetched by the ledger before it, so that they are not imported twice. The import folder and the
 * archive tell, and eConnect itself, which marks what was downloaded.
 */
public final class InboxReconciliation {
    private static final int MOST_PAGES = 10_000;
    private static final int DOWNLOADED = 30;

    private final Ledger ledger;
    private final Archive archive;
    private final Duration overlap;
    private final Clock clock;

    /** Reads as far back as the next refresh would: {@code overlap} before the newest document that the ledger knows. */
    public InboxReconciliation(Ledger ledger, Archive archive, Duration overlap, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.overlap = overlap;
        this.clock = clock;
    }

    /** What is known of a document that the ledger does not know. */
    public enum Standing {
        /** It was given to Komas: not fetched again. */
        IMPORTED,
        /** It was fetched; a person must look whether Komas has it. */
        PERHAPS_IMPORTED,
        /** Nobody fetched it: it is received as always. */
        NEW
    }

    /** A document of eConnect's inbox that the ledger does not know. */
    public record Unknown(InboxEntry entry, Standing standing) {}

    /** What came of reading the inbox: the documents, or why it cannot be read. */
    public record Reading(List<Unknown> unknown, Optional<Reason> trouble) {
        public Reading {
            unknown = List.copyOf(unknown);
        }
    }

    /** Reads eConnect's list and looks at the folders; changes nothing. */
    public Reading read(Company company, EConnect connection) throws IOException {
        Optional<Watermark> before = ledger.reading(books -> books.receipts().watermark(company.key()));
        InboxStart start = InboxStart.of(company, before, overlap);
        Set<String> inImport = importNames(company);
        List<Unknown> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> page = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Reply<ListPage> reply = connection.inbox(start.from(), page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return new Reading(List.of(), Optional.of(PurchaseReasons.of(reply)));
            }
            for (InboxEntry entry : unknownOf(company, done.value().entries())) {
                if (seen.add(entry.externalId()) && start.fetches(entry)) {
                    found.add(new Unknown(entry, standing(company, entry, inImport, before.isPresent())));
                }
            }
            page = done.value().nextPage();
            if (page.isEmpty()) {
                return new Reading(found, Optional.empty());
            }
        }
        return new Reading(List.of(), Optional.of(PurchaseReasons.endlessList()));
    }

    private List<InboxEntry> unknownOf(Company company, List<InboxEntry> entries) {
        List<String> ids = entries.stream().map(InboxEntry::externalId).toList();
        Set<String> known =
                new HashSet<>(ledger.reading(books -> books.receipts().known(company.key(), ids)));
        return entries.stream()
                .filter(entry -> !known.contains(entry.externalId()))
                .toList();
    }

    /**
     * With a ledger that had read the inbox before, few documents are in question, and a person is asked where nothing
     * shows that the document went all the way. A ledger that never read it takes eConnect's word for what was downloaded,
     * as every first run does.
     */
    private Standing standing(Company company, InboxEntry entry, Set<String> inImport, boolean readBefore)
            throws IOException {
        String id = SafeName.of(entry.externalId());
        if (inImport.stream().anyMatch(name -> name.endsWith("_" + id + ".xml") || name.contains("_" + id + "~"))) {
            return Standing.IMPORTED;
        }
        List<String> kept = archive.names(archive.purchaseFolder(company.key(), entry.createdOn(), id));
        if (kept.contains(Archive.DOCUMENT)) {
            return kept.contains(Archive.PDF) ? Standing.IMPORTED : Standing.PERHAPS_IMPORTED;
        }
        if (entry.statusCode() < DOWNLOADED) {
            return Standing.NEW;
        }
        boolean weSaidSo = company.receivedStatus().isPresent()
                && company.receivedStatus().getAsInt() > DOWNLOADED
                && company.receivedStatus().getAsInt() == entry.statusCode();
        return weSaidSo || !readBefore ? Standing.IMPORTED : Standing.PERHAPS_IMPORTED;
    }

    private static Set<String> importNames(Company company) throws IOException {
        Set<String> names = new HashSet<>();
        if (Files.isDirectory(company.folders().importFolder())) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(company.folders().importFolder(), "*.xml")) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }

    /** Records that a document is not to be fetched by itself; {@link Standing#NEW} is left to the next refresh. */
    public void record(Company company, Unknown unknown) {
        if (unknown.standing() == Standing.NEW) {
            return;
        }
        boolean held = unknown.standing() == Standing.PERHAPS_IMPORTED;
        Reason reason = held ? PerhapsImported.reason() : PerhapsImported.imported();
        InboxEntry entry = unknown.entry();
        ledger.record(books -> {
            if (!books.receipts()
                    .known(company.key(), List.of(entry.externalId()))
                    .isEmpty()) {
                return;
            }
            InvoiceState state = held ? InvoiceState.HELD : InvoiceState.SKIPPED;
            long id = books.invoices().add(Listed.row(company, entry, state));
            Instant createdOn = entry.createdOn().isAfter(Instant.EPOCH) ? entry.createdOn() : clock.instant();
            books.receipts()
                    .add(
                            id,
                            company.key(),
                            entry.externalId(),
                            company.listedBy().orElseThrow(),
                            createdOn,
                            Optional.empty());
            books.invoices().state(id, state, Optional.of(reason));
            books.events().add(id, "adopted", reason.dutch(), reason.english());
            if (held) {
                books.alarms()
                        .raise(
                                "held/" + company.key() + "/" + reason.code(),
                                company.key(),
                                reason,
                                Optional.of(entry.externalId() + ", kenmerk " + id));
            }
        });
    }
}
