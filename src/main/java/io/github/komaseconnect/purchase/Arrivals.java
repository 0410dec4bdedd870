package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.sales.HeldInvoices;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents of which eConnect tells by itself, one by one, and not by a list. From here on they go the same way. */
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Listed listed;
    private final Ledger ledger;
    private final Archive archive;
    private final DocumentPlace place;
    private final Clock clock;

    /** Recorded in {@code ledger}, and kept in {@code archive} what came whole. */
    public Arrivals(Ledger ledger, Archive archive, UblReader reader, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.place = new DocumentPlace(archive, reader);
        this.clock = clock;
        this.listed = new Listed(ledger, clock);
    }

    /**
     * A document has arrived: it is to be fetched, unless the ledger has it. Whether it is new.
     *
     * @param gateway where it is fetched
     */
    public boolean record(Ledger.Books books, Company company, Gateway gateway, InboxEntry entry) {
        if (!books.receipts().known(company.key(), List.of(entry.externalId())).isEmpty()) {
            return false;
        }
        listed.add(books, company, gateway, entry, InvoiceState.LISTED);
        return true;
    }

    /** An id for a document that came without one, by its content. */
    public static String unnamed(String sha256) {
        return LedgerInvoice.UNNAMED + sha256.substring(0, 32).toUpperCase(Locale.ROOT);
    }

    /** Whether eConnect knows the document by this id. */
    static boolean isNamed(String externalId) {
        return !externalId.startsWith(LedgerInvoice.UNNAMED);
    }

    /**
     * A document has come whole: it is in the archive and the ledger when this returns, and then goes on as if it had been
     * fetched, also one that is held because it could not be fetched. Killed half-way it is simply given again.
     *
     * @param document a usable invoice or credit note
     * @param pdf of it, when one came along
     * @return whether the ledger did not have it
     * @throws IOException when the archive cannot be written; to be given again
     */
    public boolean keep(Company company, Gateway gateway, InboxEntry entry, Path document, Optional<Path> pdf)
            throws IOException {
        Optional<Receipt> known = ledger.reading(books -> books.receipts().find(company.key(), entry.externalId()));
        if (known.isPresent() && !isWaitedFor(known.get())) {
            return false;
        }
        Receipt receipt = known.isPresent()
                ? known.get()
                : ledger.inTransaction(books -> {
                    long id = listed.add(books, company, gateway, entry, InvoiceState.LISTED, Optional.empty());
                    return books.receipts().find(id).orElseThrow();
                });
        String folder = place.folder(receipt);
        // what only bears the name of a PDF is not given to Komas as one
        if (pdf.isPresent() && PdfMark.isIn(pdf.get())) {
            copy(pdf.get(), archive.file(folder, Archive.PDF));
        }
        copy(document, archive.file(folder, Archive.DOCUMENT));
        ledger.record(books -> books.receipts().find(receipt.invoiceId()).ifPresent(now -> goOn(books, now)));
        return known.isEmpty();
    }

    /** Whether its document is still to come: it is to be fetched, or that was refused, or what came was of no use. */
    private boolean isWaitedFor(Receipt receipt) throws IOException {
        boolean neverCame =
                receipt.state() == InvoiceState.HELD && receipt.fileName().isEmpty();
        return receipt.state() == InvoiceState.LISTED || (neverCame && !place.hasDocument(receipt));
    }

    private void goOn(Ledger.Books books, Receipt now) {
        if (now.state() == InvoiceState.HELD && now.fileName().isEmpty()) {
            LedgerInvoice held = books.invoices().find(now.invoiceId()).orElseThrow();
            books.invoices().state(held.id(), InvoiceState.LISTED, Optional.empty());
            books.events()
                    .add(
                            held.id(),
                            "came",
                            "Alsnog binnengekomen, in een mail van eConnect.",
                            "It came after all, in a mail of eConnect.");
            HeldInvoices.released(books, held);
        } else if (now.state() != InvoiceState.LISTED) {
            return;
        }
        books.receipts().next(now.invoiceId(), Optional.of(clock.instant()), 0);
    }

    /** What is in the archive is never changed. */
    private static void copy(Path source, Path target) throws IOException {
        if (!Files.exists(target)) {
            try {
                SureFile.copy(source, target);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("fetched meanwhile: {}", target);
            }
        }
    }
}
