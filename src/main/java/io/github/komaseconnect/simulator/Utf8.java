package io.github.komaseconnect.simulator;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Counts in UTF-8: an XML reader tells places in characters, a document is cut out in bytes. */
final class Utf8 {
    private static final int MARK_LENGTH = 3;
    private static final int BUFFER = 64 * 1024;

    private Utf8() {}

    /**
     * The part of the content between two places that are given in UTF-16 units from its start, the first not behind the
     * second and both before its end.
     */
    static Content slice(Content content, long firstUnit, long secondUnit) throws IOException {
        long from = -1;
        long units = 0;
        long position = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++, position++) {
                    if ((buffer[i] & 0xC0) == 0x80) {
                        continue;
                    }
                    if (units == firstUnit && from < 0) {
                        from = position;
                    }
                    if (units == secondUnit) {
                        return content.slice(from, position);
                    }
                    units += (buffer[i] & 0xFF) >= 0xF0 ? 2 : 1;
                }
            }
        }
        throw new EOFException("fewer characters than expected");
    }

    /** The content without the byte order mark that it may begin with. */
    static Content withoutByteOrderMark(Content content) {
        if (content.size() < MARK_LENGTH) {
            return content;
        }
        byte[] start = content.slice(0, MARK_LENGTH).bytes();
        boolean mark = start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        return mark ? content.slice(MARK_LENGTH, content.size()) : content;
    }
}
