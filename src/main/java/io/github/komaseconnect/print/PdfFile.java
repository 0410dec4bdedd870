package io.github.komaseconnect.print;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a PDF from something that only bears its name; a file that is not a PDF is never mailed or printed. */
public final class PdfFile {
    /** Readers accept a few bytes before the mark (ISO 32000-1, annex H.3.4.1); so do we. */
    private static final int WHERE_THE_MARK_MAY_BE = 1024;

    private PdfFile() {}

    /**
     * Whether the file carries the mark {@code %PDF-} within its first 1024 bytes.
     *
     * @throws IOException when it cannot be read
     */
    public static boolean looksLikePdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(WHERE_THE_MARK_MAY_BE), StandardCharsets.ISO_8859_1);
            return head.contains("%PDF-");
        }
    }
}
