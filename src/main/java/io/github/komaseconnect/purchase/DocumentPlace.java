package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the archive keeps the document of a receipt. What is in the archive is never changed: when what came was of no use,
 * the next one goes into a folder of its own.
 */
final class DocumentPlace {
    private final Archive archive;
    private final UblReader reader;

    DocumentPlace(Archive archive, UblReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    /** The folder, relative to the archive, of its document: the one that came, or else the one that is to come. */
    String folder(Receipt receipt) throws IOException {
        String first = archive.purchaseFolder(receipt.company(), receipt.createdOn(), ImportName.id(receipt));
        String folder = first;
        for (int again = 2; isOfNoUse(receipt, archive.file(folder, Archive.DOCUMENT)); again++) {
            folder = first + "~~" + again;
        }
        return folder;
    }

    /** Whether one came that is of use. */
    boolean hasDocument(Receipt receipt) throws IOException {
        return Files.exists(archive.file(folder(receipt), Archive.DOCUMENT));
    }

    UblReading read(Receipt receipt, Path document) throws IOException {
        return reader.read(document, receipt.externalId() + ".xml");
    }

    private boolean isOfNoUse(Receipt receipt, Path document) throws IOException {
        return Presence.isThere(document) && read(receipt, document) instanceof UblReading.NotUsable;
    }
}
