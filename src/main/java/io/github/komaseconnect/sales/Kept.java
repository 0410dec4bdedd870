package io.github.komaseconnect.sales;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.TextRepair;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An arrival of which the archive has the bytes: those that came, and beside them those that are sent in their place where the
 * text had to be mended.
 *
 * @param folder in the archive
 */
record Kept(String folder, Optional<Mended> mended) {
    /**
     * The mended document.
     *
     * @param repair what was mended
     * @param sha256 of its bytes
     */
    record Mended(TextRepair repair, String sha256, long bytes) {}

    /** Keeps the files of an arrival; those that are there already stay as they are. */
    static Kept of(Archive archive, Arrival arrival, String folder) throws IOException {
        Claim claim = arrival.claim();
        if (claim.xml().isPresent()) {
            archive.keep(claim.xml().get(), folder, Archive.DOCUMENT);
        }
        if (claim.pdf().isPresent()) {
            archive.keep(claim.pdf().get(), folder, Archive.PDF);
        }
        return new Kept(folder, mended(archive, arrival, folder));
    }

    private static Optional<Mended> mended(Archive archive, Arrival arrival, String folder) throws IOException {
        if (arrival.repair().isEmpty()) {
            return Optional.empty();
        }
        TextRepair repair = arrival.repair().get();
        Path original = archive.path(folder, Archive.DOCUMENT);
        Path target = archive.file(folder, Archive.MENDED);
        if (!Files.exists(target)) {
            SureFile.write(target, out -> repair.writeTo(original, out));
        }
        return Optional.of(new Mended(repair, UblDigest.sha256(target), Files.size(target)));
    }

    /** Records what is sent in the place of what came, and tells it; in the transaction that makes the invoice known. */
    void record(Ledger.Books books, long invoice, String name) {
        mended.ifPresent(made -> {
            books.payloads().keep(new Payload(invoice, Payload.OF_ALL, Archive.MENDED, made.sha256(), made.bytes()));
            Reason told = made.repair().told(name);
            books.events().add(invoice, "mended", told.dutchLine(), told.englishLine());
        });
    }
}
