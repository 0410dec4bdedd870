package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a purchase invoice the archive has for the import folder. */
final class ArchivedFiles {
    private static final String PDF = ".pdf";
    private static final String XML = ".xml";

    private final Archive archive;

    ArchivedFiles(Archive archive) {
        this.archive = archive;
    }

    /** The extensions of its files in the import folder, that of the XML last. */
    static List<String> extensions(Receipt receipt) {
        return receipt.hasPdf() ? List.of(PDF, XML) : List.of(XML);
    }

    /**
     * Its files in the archive by {@link #extensions}, in that order.
     *
     * @throws NoSuchFileException when the archive lost one
     */
    Map<String, Path> of(Receipt receipt) throws NoSuchFileException {
        Map<String, Path> kept = new LinkedHashMap<>();
        for (String extension : extensions(receipt)) {
            Path file = extension.equals(PDF) ? pdf(receipt) : archive.path(receipt.archive(), Archive.DOCUMENT);
            if (!Files.isReadable(file)) {
                throw new NoSuchFileException(file.toString(), null, "gone from the archive");
            }
            kept.put(extension, file);
        }
        return kept;
    }

    private Path pdf(Receipt receipt) {
        Path made = madeByEConnect(receipt);
        return Presence.isThere(made) ? made : archive.path(receipt.archive(), Archive.PDF);
    }

    private Path madeByEConnect(Receipt receipt) {
        return archive.path(receipt.archive(), PurchaseSteps.MADE_BY_ECONNECT);
    }

    /**
     * Gives the PDF that eConnect made the name of any other, now that it is recorded whose it is. A loss of power may undo
     * that; it is looked for under both names.
     */
    void namePdf(Receipt receipt) throws IOException {
        Path made = madeByEConnect(receipt);
        if (receipt.hasPdf() && Presence.isThere(made)) {
            SureFile.keepSoft(made, made.resolveSibling(Archive.PDF));
        }
    }
}
