package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the invoices of the same supplier and number that say the same in other bytes: each gateway gives a document with a
 * beginning of its own, and a company that changes from one to the other may get it from both.
 */
final class SameInvoice {
    private final Ledger ledger;
    private final Archive archive;
    private final UblFingerprint fingerprint = new UblFingerprint(SafeXml.ofArrivals());

    SameInvoice(Ledger ledger, Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    /**
     * Their ids in the ledger; whatever became of them.
     *
     * @param folder where the document is in the archive
     */
    Set<Long> among(Receipt receipt, String supplier, InvoiceHeader header, String sha256, String folder)
            throws IOException {
        List<LedgerInvoice> others =
                ledger
                        .reading(books -> books.invoices().ofSupplier(receipt.company(), supplier, header.number()))
                        .stream()
                        .filter(other -> other.id() != receipt.invoiceId())
                        .filter(other -> other.type().equals(Optional.of(header.type())))
                        .filter(other -> !other.sha256().equals(sha256))
                        .toList();
        Set<Long> same = new HashSet<>();
        if (!others.isEmpty()) {
            String mine = fingerprint.of(archive.path(folder, Archive.DOCUMENT));
            for (LedgerInvoice other : others) {
                Path kept = archive.path(other.archive(), Archive.DOCUMENT);
                if (Files.exists(kept) && fingerprint.of(kept).equals(mine)) {
                    same.add(other.id());
                }
            }
        }
        return same;
    }
}
