package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The bytes of the base64 in the element at which the document is; white space in it does not matter. Closing it leaves the
 * document at the end of the element, however much was read, and does not close the document.
 */
final class EmbeddedContent extends InputStream {
    private static final int BITS = 6;

    private final XmlDocument document;
    private final XMLStreamReader2 events;
    private char[] piece = new char[0];
    private int at;
    private int end;
    /** Elements that were opened inside, which has none. */
    private int inside;

    private boolean ended;
    private int bits;
    private int bitCount;
    private int padding;

    EmbeddedContent(XmlDocument document) {
        this.document = document;
        this.events = document.events();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            if (at == end && !nextPiece()) {
                return written == 0 && length > 0 ? -1 : written;
            }
            char c = piece[at++];
            if (c > ' ') {
                written += take(c, target, offset + written);
            }
        }
        return written;
    }

    /** Bytes that came of it: 0 or 1. */
    private int take(char c, byte[] target, int index) throws EmbeddedFiles.DamagedBase64 {
        if (c == '=') {
            padding++;
            return 0;
        }
        int value = value(c);
        if (value < 0 || padding > 0) {
            throw new EmbeddedFiles.DamagedBase64();
        }
        bits = bits << BITS | value;
        bitCount += BITS;
        if (bitCount < Byte.SIZE) {
            return 0;
        }
        bitCount -= Byte.SIZE;
        target[index] = (byte) (bits >> bitCount);
        bits &= (1 << bitCount) - 1;
        return 1;
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return switch (c) {
            case '+' -> 62;
            case '/' -> 63;
            default -> -1;
        };
    }

    private boolean nextPiece() throws IOException {
        while (!ended) {
            if (moveOn()) {
                takePiece();
                if (at < end) {
                    return true;
                }
            }
        }
        // signs of padding that are missing cost nothing; wrong ones, or half a byte, show that something is
        boolean whole =
                switch (bitCount) {
                    case 0 -> padding == 0;
                    case 2 -> padding <= 1;
                    case 4 -> padding == 0 || padding == 2;
                    default -> false;
                };
        if (!whole) {
            bitCount = 0;
            padding = 0;
            throw new EmbeddedFiles.DamagedBase64();
        }
        return false;
    }

    /** One event further; whether it is text. */
    private boolean moveOn() throws IOException {
        try {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> inside++;
                case XMLStreamConstants.END_ELEMENT -> ended = inside-- == 0;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return true;
                }
                default -> {
                    // comments say nothing
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new EmbeddedFiles.Unreadable(e);
        }
    }

    private void takePiece() throws IOException {
        try {
            piece = document.textCharacters();
            at = events.getTextStart();
            end = at + events.getTextLength();
        } catch (XMLStreamException e) {
            throw new EmbeddedFiles.Unreadable(e);
        }
    }

    /** Passes over what was not read. */
    @Override
    public void close() throws IOException {
        while (!ended) {
            moveOn();
        }
    }
}
