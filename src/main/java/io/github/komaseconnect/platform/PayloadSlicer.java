package io.github.komaseconnect.platform;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.SafeXml;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Cuts the document out of the Payload of an answer, byte for byte: what Komas imports and what is kept as evidence is
 * what the supplier sent, not a rewriting of it. Memory stays flat however large the document is.
 */
final class PayloadSlicer {
    private static final int BUFFER = 64 * 1024;
    private static final byte[] PROLOG =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** An answer of this size at most is read once, not once for each thing that is to be known of it. */
    private static final int SMALL = 256 * 1024;

    private final SafeXml xml;
    private final Path tmp;

    PayloadSlicer(SafeXml xml, Path tmp) {
        this.xml = xml;
        this.tmp = tmp;
    }

    /** An answer that can be read from its beginning again and again. */
    private interface Answer {
        InputStream open() throws IOException;

        static Answer in(Path file) throws IOException {
            if (Files.size(file) > SMALL) {
                return () -> new BufferedInputStream(Files.newInputStream(file), BUFFER);
            }
            byte[] whole = Files.readAllBytes(file);
            return () -> new ByteArrayInputStream(whole);
        }
    }

    /**
     * Writes the document with a prolog in UTF-8, durably.
     *
     * @return false when the answer's Payload holds no element; nothing is written then
     */
    boolean slice(Path file, Path document) throws UnusableAnswerException, IOException {
        Answer answer = Answer.in(file);
        try {
            Charset charset = charset(answer);
            if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
                return sliceUtf8(answer, document);
            }
            try (WorkFile transcoded = WorkFile.in(tmp)) {
                transcode(answer, charset, transcoded.path());
                return sliceUtf8(Answer.in(transcoded.path()), document);
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new UnusableAnswerException("its document is not well-formed XML");
        }
    }

    private boolean sliceUtf8(Answer answer, Path document) throws XMLStreamException, IOException {
        long bom = startsWithBom(answer) ? BOM.length : 0;
        Optional<PayloadPlace> found = find(answer, bom);
        if (found.isEmpty()) {
            return false;
        }
        PayloadPlace place = found.get();
        SureFile.write(document, out -> {
            try (InputStream in = answer.open()) {
                in.skipNBytes(bom + place.start());
                out.write(PROLOG);
                copy(in, out, place.nameEnd() - place.start());
                for (Map.Entry<String, String> namespace : place.inherited().entrySet()) {
                    out.write(declaration(namespace.getKey(), namespace.getValue()));
                }
                copy(in, out, place.end() - place.nameEnd());
            }
        });
        return true;
    }

    private Optional<PayloadPlace> find(Answer answer, long bom) throws XMLStreamException, IOException {
        try (InputStream in = answer.open()) {
            in.skipNBytes(bom);
            XMLStreamReader2 reader = xml.reader(new OneCharPerByte(in));
            try {
                return PayloadPlace.find(reader);
            } finally {
                reader.close();
            }
        }
    }

    private Charset charset(Answer answer) throws XMLStreamException, IOException {
        try (InputStream in = answer.open()) {
            XMLStreamReader2 reader = xml.reader(in);
            try {
                return Charset.forName(Optional.ofNullable(reader.getEncoding()).orElse("UTF-8"));
            } finally {
                reader.close();
            }
        }
    }

    private static void transcode(Answer answer, Charset charset, Path target) throws IOException {
        try (Reader in = new InputStreamReader(answer.open(), charset.newDecoder());
                Writer out = Files.newBufferedWriter(target)) {
            int first = in.read();
            if (first >= 0 && first != 0xFEFF) {
                out.write(first);
            }
            in.transferTo(out);
        }
    }

    private static boolean startsWithBom(Answer answer) throws IOException {
        try (InputStream in = answer.open()) {
            return Arrays.equals(in.readNBytes(BOM.length), BOM);
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The answer became shorter while it was being read");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static byte[] declaration(String prefix, String uri) {
        String escaped = uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        return (" " + name + "=\"" + escaped + "\"").getBytes(StandardCharsets.UTF_8);
    }
}
