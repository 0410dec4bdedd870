package io.github.komaseconnect.invoice;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The root element of an XML document, to be put into another document: without byte order mark, XML declaration, and
 * whatever comments, processing instructions and white space stand around the root element. It comes out as UTF-8;
 * when the file is UTF-8, byte for byte as it is there, line ends and all. Never held in memory.
 */
public final class UblBody {
    private final Path file;
    private final long start;
    private final long end;
    private final long length;

    private UblBody(Path file, long start, long end, long length) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.length = length;
    }

    /**
     * Finds the root element.
     *
     * @throws IOException when the file cannot be read, is not well-formed, has a DOCTYPE or is not in the encoding that
     *     it declares; {@link UblReader} says so beforehand, in words
     */
    public static UblBody of(SafeXml xml, Path file) throws IOException {
        long start = -1;
        long end = -1;
        int depth = 0;
        try (XmlDocument document = xml.open(file)) {
            XMLStreamReader2 events = document.events();
            while (events.hasNext()) {
                int event = events.next();
                if (event == XMLStreamConstants.START_ELEMENT && depth++ == 0) {
                    start = events.getLocationInfo().getStartingCharOffset();
                } else if (event == XMLStreamConstants.END_ELEMENT && --depth == 0) {
                    end = events.getLocationInfo().getEndingCharOffset();
                }
            }
        } catch (XMLStreamException failure) {
            throw new IOException("not readable as XML: " + file.getFileName(), failure);
        }
        Measure measure = new Measure();
        copy(file, start, end, measure);
        return new UblBody(file, start, end, measure.bytes);
    }

    /** How many bytes {@link #writeTo} writes. */
    public long length() {
        return length;
    }

    /**
     * Writes the root element as UTF-8; may be called again.
     *
     * @param out flushed, not closed
     * @throws IOException also when the file is no longer what it was, so that never a half document passes for a whole
     */
    public void writeTo(OutputStream out) throws IOException {
        Measure measure = new Measure();
        Writer utf8 = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        copy(file, start, end, new Both(measure, utf8));
        utf8.flush();
        if (measure.bytes != length) {
            throw new IOException("the document changed while it was being sent: " + file.getFileName());
        }
    }

    private static void copy(Path file, long start, long end, Writer target) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            XmlEncoding encoding = XmlEncoding.of(in);
            in.skipNBytes(encoding.markLength());
            try (Reader text = new StrictReader(in, encoding.charset())) {
                char[] buffer = new char[16 * 1024];
                skip(text, start, buffer);
                for (long left = end - start; left > 0; ) {
                    int read = text.read(buffer, 0, (int) Math.min(left, buffer.length));
                    if (read < 0) {
                        throw new EOFException("the document changed while it was being read: " + file.getFileName());
                    }
                    target.write(buffer, 0, read);
                    left -= read;
                }
            }
        }
    }

    private static void skip(Reader text, long count, char[] buffer) throws IOException {
        for (long left = count; left > 0; ) {
            int read = text.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the document changed while it was being read");
            }
            left -= read;
        }
    }

    /** Counts the bytes that characters take in UTF-8; of a surrogate pair each half counts for two. */
    private static final class Measure extends Writer {
        private long bytes;

        @Override
        public void write(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                char c = characters[i];
                if (c < 0x80) {
                    bytes += 1;
                } else if (c < 0x800 || Character.isSurrogate(c)) {
                    bytes += 2;
                } else {
                    bytes += 3;
                }
            }
        }

        @Override
        public void flush() {
            // counts only
        }

        @Override
        public void close() {
            // counts only
        }
    }

    private static final class Both extends Writer {
        private final Writer first;
        private final Writer second;

        Both(Writer first, Writer second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            first.write(characters, offset, length);
            second.write(characters, offset, length);
        }

        @Override
        public void flush() throws IOException {
            second.flush();
        }

        @Override
        public void close() throws IOException {
            second.close();
        }
    }
}
