package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the invoices of the same supplier and number that say the same in other bytes: each gateway gives a document with a
 * beginning of its own, and a company that changes from one to the other may get it from both.
 */
final class SameInvoice {
    private final Archive archive;
    private final UblFingerprint fingerprint = new UblFingerprint(SafeXml.ofArrivals());

    SameInvoice(Archive archive) {
        this.archive = archive;
    }

    /**
     * The ids of those that say the same; whatever became of them.
     *
     * @param folder where the document is in the archive
     */
    Set<Long> among(List<LedgerInvoice> others, String folder) throws IOException {
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
