package io.github.komaseconnect.sales;

import java.nio.file.Path;
import java.util.Optional;

/** Recognises files that were taken from the export folder and have not been registered yet. */
public final class ClaimedFile {
    private ClaimedFile() {}

    /** The name that such a file had in the export folder; empty for any other file. */
    public static Optional<String> originalName(Path file) {
        return ClaimName.parse(InvoiceFiles.base(file)).map(claim -> claim.name() + InvoiceFiles.XML);
    }
}
