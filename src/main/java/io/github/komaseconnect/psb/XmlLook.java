package io.github.komaseconnect.psb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whether a download can be a document at all: a page of a proxy that says that something is wrong, with status 200, must not
 * be taken for one. What kind of document it is, others find out.
 */
final class XmlLook {
    private static final int BEGINNING = 512;

    private XmlLook() {}

    static boolean isDocument(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BEGINNING);
        }
        // whatever the encoding: without the zeros of UTF-16 and the byte order marks, markup is ASCII
        StringBuilder text = new StringBuilder();
        for (char letter : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (letter > 0 && letter < 0x80 && !(text.isEmpty() && Character.isWhitespace(letter))) {
                text.append(letter);
            }
        }
        String begin = text.toString().toLowerCase(Locale.ROOT);
        return begin.startsWith("<") && !begin.startsWith("<html") && !begin.startsWith("<!doctype html");
    }
}
