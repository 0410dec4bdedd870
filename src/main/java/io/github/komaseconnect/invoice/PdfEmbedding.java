package io.github.komaseconnect.invoice;

import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.reason.Reason;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Puts a PDF into a UBL invoice or credit note as the image of the invoice (BG-24): one {@code AdditionalDocumentReference}
 * is spliced in where UBL wants it, and every byte of the document stays. The same document, PDF and name give the same
 * bytes, always. Streams, whatever the sizes. Safe for several threads.
 */
public final class PdfEmbedding {
    private final SafeXml xml;

    /** @param xml how XML is read */
    public PdfEmbedding(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * Writes a copy of a document with the PDF in it, unless the document shows the invoice already. A PDF in it that is
     * plainly something else, such as a timesheet, does not count. Nothing is put into one with a digital signature.
     *
     * @param ubl a UBL invoice or credit note
     * @param name the PDF's base name for the receiver, made safe here; {@code .pdf} is added
     * @param target appears only when the whole copy is in it; an existing file is replaced; its folder must exist
     * @throws IOException when reading or writing fails for a cause outside the document
     */
    public Embedding embed(Path ubl, Path pdf, String name, Path target) throws IOException {
        Facts facts = new Facts();
        Optional<Embedding> obstacle = obstacle(ubl, facts);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (!PdfMark.isIn(pdf)) {
            return new Embedding.NotEmbedded(notPdf());
        }
        XmlEncoding encoding;
        EmbeddingPlace place;
        try (InputStream in = SafeXml.bytes(ubl);
                XmlDocument document = xml.open(ubl)) {
            encoding = XmlEncoding.of(in);
            place = EmbeddingPlace.in(document);
        } catch (XMLStreamException changed) {
            throw new IOException("the document changed while it was being read", changed);
        }
        if (bytesPerCharacter(encoding.charset()) == 0) {
            return new Embedding.NotEmbedded(unknownWidth(encoding.charset()));
        }
        String safe = SafeName.of(name) + ".pdf";
        long size = Files.size(pdf);
        SureFile.write(target, out -> splice(ubl, encoding, place, pdf, place.opening(facts.number(), safe), out));
        return new Embedding.Embedded(target, safe, size);
    }

    /**
     * What is in the way of putting a PDF into a document: it shows the invoice already, it is signed, or it is no invoice.
     * Empty when nothing is.
     */
    public Optional<Embedding> obstacle(Path ubl) throws IOException {
        return obstacle(ubl, new Facts());
    }

    private Optional<Embedding> obstacle(Path ubl, Facts facts) throws IOException {
        UblReasons reasons = new UblReasons(ubl.getFileName().toString());
        try (XmlDocument document = xml.open(ubl)) {
            facts.scan.run(document);
        } catch (EncodingFault fault) {
            return Optional.of(new Embedding.NotEmbedded(reasons.encoding(fault)));
        } catch (XMLStreamException failure) {
            return Optional.of(new Embedding.NotEmbedded(reasons.unreadable(failure, facts.scan)));
        }
        if (facts.scan.type().isEmpty()) {
            return Optional.of(new Embedding.NotEmbedded(reasons.otherDocument(facts.scan)));
        }
        Optional<Embedding> shown = facts.shownBy().map(Embedding.CarriesOne::new);
        return facts.scan.isSigned() ? shown.or(() -> Optional.of(new Embedding.NotEmbedded(signed()))) : shown;
    }

    /** What is to be known of a document before anything is put into it. */
    private static final class Facts {
        private final StringBuilder number = new StringBuilder();
        private final Attachments attachments;
        private final UblScan scan;

        Facts() {
            Fields fields = new Fields();
            fields.want("/cbc:ID", found -> number.append(number.isEmpty() ? found.text() : ""));
            attachments = new Attachments(fields);
            scan = new UblScan(fields);
        }

        String number() {
            return number.toString();
        }

        /** The PDF that shows the invoice, when there is one. */
        Optional<String> shownBy() {
            return attachments.image(number()).map(Attachment::pdfName);
        }
    }

    private static void splice(
            Path ubl, XmlEncoding encoding, EmbeddingPlace place, Path pdf, String opening, OutputStream out)
            throws IOException {
        Charset charset = encoding.charset();
        Before before = Before.of(ubl, encoding, place);
        try (InputStream in = SafeXml.bytes(ubl)) {
            copy(in, before.bytes(), out);
            out.write(opening.getBytes(charset));
            base64(pdf, charset, out);
            out.write(place.closing().getBytes(charset));
            out.write(before.gap().getBytes(charset));
            in.transferTo(out);
        }
    }

    private static void base64(Path pdf, Charset charset, OutputStream out) throws IOException {
        OutputStream characters = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                boolean ascii = bytesPerCharacter(charset) == 1;
                if (ascii) {
                    out.write(bytes, offset, length);
                } else {
                    out.write(new String(bytes, offset, length, StandardCharsets.US_ASCII).getBytes(charset));
                }
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void close() {
                // what follows is written by the caller
            }
        };
        try (OutputStream encoder = Base64.getEncoder().wrap(characters)) {
            Files.copy(pdf, encoder);
        }
    }

    private static void copy(InputStream in, long count, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the document changed while it was being read");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** What an ASCII character takes; 0 for an encoding in which positions cannot be told by counting. */
    private static int bytesPerCharacter(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
            return 2;
        }
        boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
        return single || charset.equals(StandardCharsets.UTF_8) ? 1 : 0;
    }

    /**
     * What stands before the place.
     *
     * @param bytes how many, the byte order mark included
     * @param gap the white space just before it, which is repeated after it
     */
    private record Before(long bytes, String gap) {
        static Before of(Path ubl, XmlEncoding encoding, EmbeddingPlace place) throws IOException {
            long bytes = encoding.markLength();
            StringBuilder gap = new StringBuilder();
            try (Reader text = SafeXml.decoded(ubl)) {
                for (long at = 0; at < place.offset(); at++) {
                    int c = text.read();
                    if (c < 0) {
                        throw new EOFException("the document changed while it was being read");
                    }
                    bytes += width((char) c, encoding.charset());
                    if (at >= place.gap()) {
                        gap.append((char) c);
                    }
                }
            }
            return new Before(bytes, gap.toString().isBlank() ? gap.toString() : "");
        }

        /** Of a surrogate pair each half counts for two. */
        private static int width(char c, Charset charset) {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                return bytesPerCharacter(charset);
            }
            if (c < 0x80) {
                return 1;
            }
            return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
    }

    private static Reason notPdf() {
        return Reason.of(
                "embedding.not-a-pdf",
                "Het PDF-bestand bij deze factuur is geen PDF; het gaat niet mee.",
                "The PDF file with this invoice is not a PDF; it does not go along.");
    }

    private static Reason signed() {
        return Reason.of(
                        "embedding.signed",
                        "Het document heeft een digitale handtekening, die niet meer klopt als er een PDF in wordt gezet.",
                        "The document has a digital signature, which no longer holds once a PDF is put into it.")
                .advise(
                        "Stuur XML en PDF als twee bestanden: zet bij deze relatie onder bijlage pdf+ubl.",
                        "Send XML and PDF as two files: set pdf+ubl for this relation, in the column bijlage.");
    }

    private static Reason unknownWidth(Charset charset) {
        return Reason.of(
                        "embedding.encoding",
                        "In een document met de tekenset " + charset.name() + " wordt geen PDF gezet.",
                        "No PDF is put into a document with the encoding " + charset.name() + ".")
                .advise(
                        "Laat Komas de UBL als UTF-8 schrijven, of stuur XML en PDF als twee bestanden: zet bij deze"
                                + " relatie onder bijlage pdf+ubl.",
                        "Have Komas write the UBL as UTF-8, or send XML and PDF as two files: set pdf+ubl for this"
                                + " relation, in the column bijlage.");
    }
}
