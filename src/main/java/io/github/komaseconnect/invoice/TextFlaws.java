package io.github.komaseconnect.invoice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What is not sound in the characters of a document, with the line on which each kind was met first. */
public final class TextFlaws {
    /** In which way. */
    public enum Kind {
        /** Bytes that the encoding does not have, or that mean something else than was meant. */
        FOREIGN_BYTES,
        /** The declaration names an encoding that does not exist, or that the document plainly is not in. */
        DECLARATION,
        /** Control characters, which XML does not allow. */
        CONTROLS,
        /** Characters that somebody has replaced by a question mark in a box (U+FFFD): they are lost. */
        REPLACED,
        /** Letters that were encoded twice, such as {@code Ã«} for {@code ë}. */
        ENCODED_TWICE
    }

    private final Map<Kind, Long> firstLines = new EnumMap<>(Kind.class);
    private long line = 1;
    private char before;

    TextFlaws() {}

    void met(Kind kind) {
        firstLines.putIfAbsent(kind, line);
    }

    /** A character that is sound by itself. */
    void pass(char c) {
        if (c == '\n') {
            line++;
        } else if (c > 0x7F) {
            if (c == '\uFFFD') {
                met(Kind.REPLACED);
            } else if (isSecondHalf(c)) {
                met(Kind.ENCODED_TWICE);
            }
        }
        before = c;
    }

    /**
     * UTF-8 that was taken for Windows-1252: an accented letter became Ã and a sign of the second half of the table, the euro
     * sign â‚¬. Nobody writes these on purpose.
     */
    private boolean isSecondHalf(char c) {
        return switch (before) {
            case 'Ã' -> c >= 0xA1 && c <= 0xBF || c == '€' || c == '‰' || c == '\u2018';
            case 'Â' -> c == '€' || c == '£' || c == '°' || c == '²' || c == '³' || c == '\u00A0' || c == '§';
            case 'â' -> c == '\u201A' || c == '€';
            default -> false;
        };
    }

    /** Each kind that was met, with its first line (from 1); empty when all is sound. */
    public Map<Kind, Long> firstLines() {
        return Collections.unmodifiableMap(new TreeMap<>(firstLines));
    }
}
