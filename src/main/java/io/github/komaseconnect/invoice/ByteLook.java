package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * What the bytes of a document say of its encoding, whatever the document says: whether they are UTF-8, and whether they can
 * be Windows-1252, the encoding of programs for Windows in Western Europe. One pass.
 */
final class ByteLook {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Windows-1252 has no character for these. */
    private static final String UNDEFINED = "\u0081\u008D\u008F\u0090\u009D";

    private boolean utf8 = true;
    private long firstBad;
    private long sequences;
    private long high;
    private long controls;
    private long undefined;
    private long nonsense;
    private long foreign;
    private long unsure;
    private Odd firstNonsense = Odd.NONE;
    private Odd firstUnsure = Odd.NONE;
    private long proofs;
    private long letters;
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
        if (c >= 0x80) {
            controls += c <= 0x9F ? 1 : 0;
            undefined += UNDEFINED.indexOf(c) >= 0 ? 1 : 0;
            switch (WindowsSense.of(beforeThat, c, b, letters)) {
                case FOREIGN -> {
                    foreign++;
                    nonsense(c);
                }
                case NONSENSE -> {
                    nonsense++;
                    nonsense(c);
                }
                case UNSURE -> {
                    unsure++;
                    firstUnsure = firstUnsure.or(c, line);
                }
                case PROOF -> proofs++;
                case FINE -> {}
            }
        }
        letters = WindowsSense.isLetter(c) ? letters + 1 : 0;
        beforeThat = c;
        before = b;
    }

    private void nonsense(int c) {
        firstNonsense = firstNonsense.or(c, line);
    }

    /**
     * A byte that hardly is what it is in Windows-1252.
     *
     * @param one the byte; 0 for none
     * @param line it is in
     */
    record Odd(int one, long line) {
        private static final Odd NONE = new Odd(0, 0);

        private Odd or(int later, long itsLine) {
            return one > 0 ? this : new Odd(later, itsLine);
        }

        /** As it reads in Windows-1252. */
        String character() {
            return new String(new byte[] {(byte) one}, WINDOWS);
        }
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

    /**
     * Whether they hardly are Windows-1252: there is what only Central Europe writes, or more that only DOS would explain than
     * what DOS cannot explain, or something as likely in another encoding while nothing shows that it is not that.
     */
    boolean isUnlikelyWindows() {
        return foreign > 0 || nonsense > proofs || unsure > 0 && proofs == 0;
    }

    /** The first that speaks against Windows-1252, when {@link #isUnlikelyWindows}. */
    Odd firstOdd() {
        return foreign > 0 || nonsense > proofs ? firstNonsense : firstUnsure;
    }
}
