package io.github.komaseconnect.invoice;

import java.io.IOException;

/** The bytes of a file are not what its encoding says; the line is the place of the first byte that does not fit. */
final class EncodingFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** In which way the bytes and the encoding disagree. */
    enum Kind {
        /** A byte sequence that does not exist in the encoding. */
        MALFORMED,
        /** An encoding that this program does not know. */
        UNKNOWN,
        /** UTF-16 or UTF-32 is declared, but the bytes plainly are something else. */
        MISDECLARED
    }

    private final Kind kind;
    private final String encoding;
    private final long line;

    EncodingFault(Kind kind, String encoding, long line) {
        super(kind + " " + encoding + " at line " + line);
        this.kind = kind;
        this.encoding = encoding;
        this.line = line;
    }

    Kind kind() {
        return kind;
    }

    /** The encoding as the document declares it, else as it was recognised. */
    String encoding() {
        return encoding;
    }

    /** Counted from 1. */
    long line() {
        return line;
    }
}
