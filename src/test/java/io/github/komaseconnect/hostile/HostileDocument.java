package io.github.komaseconnect.hostile;

import io.github.komaseconnect.fuzz.Scratch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invoice for the export folder with something wrong, or something odd, about it.
 *
 * @param name what is odd, fit for a file name
 * @param heldFor code of the reason for which it is held; empty when it is an invoice all the same and goes out
 */
public record HostileDocument(String name, Optional<String> heldFor, Content content) {
    /** Customer 10001 of the sample relations, who gets invoices by Peppol. */
    private static final String SAMPLE =
            new String(Scratch.sample("verkoop-peppol.xml"), StandardCharsets.UTF_8).replaceAll("<\\?.*?\\?>\\s*", "");

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** Writes it; never more than a little of it in memory. */
    @FunctionalInterface
    public interface Content {
        /** @param bulk about how many bytes of what there is too much of */
        void write(OutputStream out, long bulk) throws IOException;
    }

    /** All of them. A DOCTYPE that points somewhere points at this port of this computer. */
    public static Stream<HostileDocument> all(int port, Path secret) {
        return Stream.of(HostileEntities.all(port, secret), HostileSizes.all(), HostileTexts.all())
                .flatMap(documents -> documents);
    }

    /** Writes it to a file. */
    public Path write(Path file, long bulk) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.write(out, bulk);
        }
        return file;
    }

    static HostileDocument held(String name, String code, Content content) {
        return new HostileDocument(name, Optional.of(code), content);
    }

    static HostileDocument sent(String name, Content content) {
        return new HostileDocument(name, Optional.empty(), content);
    }

    /** The sample, numbered by what is odd about it, with something in front and something inside. */
    static String sample(String number, String before, String inside) {
        return PROLOG + before + bare(number, inside);
    }

    /** The same without a prolog. */
    static String bare(String number, String inside) {
        // where a note, or a reference to an attachment, belongs by the schema
        String place = inside.contains("<cac:") ? "<cac:AccountingSupplierParty>" : "<cbc:DocumentCurrencyCode>";
        return SAMPLE.replace("F2026-0101", number).replace(place, inside + place);
    }

    /** The sample with this inside, whole. */
    static Content text(String text) {
        return text(text, "UTF-8");
    }

    static Content text(String text, String charset) {
        return (out, bulk) -> out.write(text.getBytes(Charset.forName(charset)));
    }

    /** The sample with a row of pieces inside, or before the root element, that goes on for as long as wanted. */
    static Content row(String sampleWithMark, String first, Piece piece, String last) {
        String[] parts = sampleWithMark.split("%%", 2);
        return (out, bulk) -> {
            write(out, parts[0]);
            write(out, first);
            long written = 0;
            for (int n = 0; written < bulk; n++) {
                byte[] bytes = piece.at(n).getBytes(StandardCharsets.UTF_8);
                out.write(bytes);
                written += bytes.length;
            }
            write(out, last);
            write(out, parts[1]);
        };
    }

    /** One of many. */
    @FunctionalInterface
    interface Piece {
        String at(int n);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
