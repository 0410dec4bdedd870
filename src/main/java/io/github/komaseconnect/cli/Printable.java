package io.github.komaseconnect.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Makes a text fit for a terminal: what the terminal's character set does not have becomes the nearest plain characters,
 * and control characters, which invoice data may bring along to play tricks with a terminal, become spaces.
 */
final class Printable {
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) '…', "...",
            (int) '–', "-",
            (int) '—', "-",
            (int) '’', "'",
            (int) '‘', "'",
            (int) '“', "\"",
            (int) '”', "\"",
            (int) '€', "EUR",
            (int) 'ß', "ss",
            (int) '·', "*");

    private final CharsetEncoder encoder;

    Printable(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /** The text on one line, without control characters and as this terminal can show it. */
    String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> line.appendCodePoint(isHarmful(point) ? ' ' : point));
        return encodable(line.toString());
    }

    /** The text as this terminal can show it; control characters stay. */
    synchronized String encodable(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.append(encodable(point)));
        return plain.toString();
    }

    /** How many columns a text takes that is on one line. */
    static int width(String text) {
        return (int) text.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }

    private String encodable(int point) {
        String itself = Character.toString(point);
        if (encoder.canEncode(itself)) {
            return itself;
        }
        String known = PLAIN.get(point);
        if (known != null) {
            return known;
        }
        String base = Normalizer.normalize(itself, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !base.isEmpty() && encoder.canEncode(base) ? base : "?";
    }

    /** Control characters, line separators, and those that turn the direction of writing. */
    private static boolean isHarmful(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT
                || type == Character.SURROGATE;
    }
}
