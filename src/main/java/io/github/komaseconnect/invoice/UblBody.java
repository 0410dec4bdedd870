package io.github.komaseconnect.invoice;

import java.io.CharArrayReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The root element of an XML document, to be put into another document: without byte order mark, XML declaration, and
 * whatever comments, processing instructions and white space stand around the root element. It comes out as UTF-8;
 * when the file is UTF-8, byte for byte as it is there, line ends and all. Only a small one is held in memory.
 */
public final class UblBody {
    /** Most invoices are smaller by far; they are read from the disk once. */
    private static final int SMALL = 256 * 1024;

    private final Path file;
    private final Optional<byte[]> inMemory;
    private final long start;
    private final long end;
    private final long length;

    private UblBody(Path file, Optional<byte[]> inMemory, long start, long end, long length) {
        this.file = file;
        this.inMemory = inMemory;
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
        try {
            long size = Files.size(file);
            return size <= SMALL ? small(xml, file, (int) size) : large(xml, file);
        } catch (XMLStreamException failure) {
            throw new IOException("not readable as XML: " + file.getFileName(), failure);
        }
    }

    private static UblBody small(SafeXml xml, Path file, int size) throws IOException, XMLStreamException {
        char[] characters = new char[size];
        int length;
        try (Reader text = SafeXml.decoded(file)) {
            length = fill(text, characters);
            if (text.read() >= 0) {
                throw new EOFException("the document changed while it was being read: " + file.getFileName());
            }
        }
        XMLStreamReader2 events = xml.reader(new CharArrayReader(characters, 0, length));
        try {
            Root root = Root.in(events);
            int start = (int) root.start();
            byte[] bytes = new String(characters, start, (int) root.end() - start).getBytes(StandardCharsets.UTF_8);
            return new UblBody(file, Optional.of(bytes), root.start(), root.end(), bytes.length);
        } finally {
            events.close();
        }
    }

    private static int fill(Reader text, char[] characters) throws IOException {
        int length = 0;
        while (length < characters.length) {
            int read = text.read(characters, length, characters.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return length;
    }

    private static UblBody large(SafeXml xml, Path file) throws IOException, XMLStreamException {
        Root root;
        try (XmlDocument document = xml.open(file)) {
            root = Root.in(document.events());
        }
        Measure measure = new Measure();
        copy(file, root.start(), root.end(), measure);
        return new UblBody(file, Optional.empty(), root.start(), root.end(), measure.bytes);
    }

    /** Where the root element begins and ends, in characters. */
    private record Root(long start, long end) {
        static Root in(XMLStreamReader2 events) throws XMLStreamException {
            long start = -1;
            long end = -1;
            int depth = 0;
            while (events.hasNext()) {
                int event = events.next();
                if (event == XMLStreamConstants.START_ELEMENT && depth++ == 0) {
                    start = events.getLocationInfo().getStartingCharOffset();
                } else if (event == XMLStreamConstants.END_ELEMENT && --depth == 0) {
                    end = events.getLocationInfo().getEndingCharOffset();
                }
            }
            return new Root(start, end);
        }
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
        if (inMemory.isPresent()) {
            out.write(inMemory.get());
            return;
        }
        Measure measure = new Measure();
        Writer utf8 = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        copy(file, start, end, new Both(measure, utf8));
        utf8.flush();
        if (measure.bytes != length) {
            throw new IOException("the document changed while it was being sent: " + file.getFileName());
        }
    }

    private static void copy(Path file, long start, long end, Writer target) throws IOException {
        // positions are in the text as SafeXml decodes it
        try (Reader text = SafeXml.decoded(file)) {
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
