package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;

/**
 * What the bytes of a document say of its encoding, whatever the document says: whether they are UTF-8, and whether they can
 * be Windows-1252, the encoding of programs for Windows in Western Europe. One pass.
 */
final class ByteLook {
    /** Windows-1252 has no character for these. */
    private static final String UNDEFINED = "\u0081\u008D\u008F\u0090\u009D";
    /** Quotes that open, and the sign of the guilder: never just behind a letter. In DOS they are é, ä and â. */
    private static final String NEVER_BEHIND_A_LETTER = "\u0082\u0083\u0084\u0091\u0093\u008B";
    /** Apostrophe and dashes may stand within a word, and so may the letters of this range. */
    private static final String WITHIN_A_WORD = "\u0092\u0096\u0097\u008A\u008C\u008E\u009A\u009C\u009E\u009F";
    /** Capitals of this range: behind a small letter they are signs of another encoding, such as è and î in DOS. */
    private static final String CAPITALS = "\u008A\u008C\u008E\u009F";
    /** In Windows-1252 a sign that nobody uses, in ISO-8859-15 the euro. */
    private static final int CURRENCY = 0xA4;

    private boolean utf8 = true;
    private long firstBad;
    private long sequences;
    private long high;
    private long controls;
    private long undefined;
    private long unlikely;
    private long line = 1;
    private int before = -1;
    private int beforeThat = -1;

    private int missing;
    private int least;
    private int point;

    /** Reads to the end. */
    static ByteLook at(InputStream in) throws IOException {
        ByteLook look = new ByteLook();
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                look.take(buffer[i] & 0xFF);
            }
        }
        look.windows(-1);
        if (look.missing > 0) {
            look.bad();
        }
        return look;
    }

    private void take(int b) {
        utf8(b);
        windows(b);
        if (b == '\n') {
            line++;
        }
        if (b >= 0x80) {
            high++;
        }
    }

    private void utf8(int b) {
        if (missing > 0) {
            if ((b & 0xC0) == 0x80) {
                point = point << 6 | b & 0x3F;
                missing--;
                if (missing == 0) {
                    sequence();
                }
                return;
            }
            missing = 0;
            bad();
        }
        if (b < 0x80) {
            return;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            begin(1, 0x80, b & 0x1F);
        } else if (b >= 0xE0 && b <= 0xEF) {
            begin(2, 0x800, b & 0x0F);
        } else if (b >= 0xF0 && b <= 0xF4) {
            begin(3, 0x10000, b & 0x07);
        } else {
            bad();
        }
    }

    private void begin(int more, int smallest, int bits) {
        missing = more;
        least = smallest;
        point = bits;
    }

    private void sequence() {
        boolean real = point >= least && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        if (real) {
            sequences++;
        } else {
            bad();
        }
    }

    private void bad() {
        utf8 = false;
        firstBad = firstBad == 0 ? line : firstBad;
    }

    /** Judges the byte before this one, whose neighbours are known now; -1 at the end. */
    private void windows(int b) {
        int c = before;
        if (c >= 0x80 && c <= 0x9F) {
            controls++;
            boolean within = isLetter(beforeThat) && isLetter(b);
            boolean odd = NEVER_BEHIND_A_LETTER.indexOf(c) >= 0 && isLetter(beforeThat)
                    || within && WITHIN_A_WORD.indexOf(c) < 0
                    || CAPITALS.indexOf(c) >= 0 && isSmall(beforeThat);
            undefined += UNDEFINED.indexOf(c) >= 0 ? 1 : 0;
            unlikely += odd ? 1 : 0;
        }
        unlikely += c == CURRENCY ? 1 : 0;
        beforeThat = c;
        before = b;
    }

    private static boolean isLetter(int b) {
        return isSmall(b) || b >= 'A' && b <= 'Z' || b >= 0xC0;
    }

    private static boolean isSmall(int b) {
        return b >= 'a' && b <= 'z' || b >= 0xDF;
    }

    /** Whether they are UTF-8 from the first to the last; so are those that are ASCII only. */
    boolean isUtf8() {
        return utf8;
    }

    /** Line of the first byte that is not UTF-8. */
    long firstBad() {
        return firstBad;
    }

    /** Whether any character takes more than one byte in UTF-8. */
    boolean hasSequences() {
        return sequences > 0;
    }

    /** Whether they are more than ASCII. */
    boolean hasHigh() {
        return high > 0;
    }

    /** Whether any is a control character in ISO-8859-1. */
    boolean hasControls() {
        return controls > 0;
    }

    /** Whether any does not exist in Windows-1252. */
    boolean hasUndefined() {
        return undefined > 0;
    }

    /** Whether any makes more sense in another encoding than Windows-1252. */
    boolean isUnlikelyWindows() {
        return unlikely > 0;
    }
}
