package io.github.komaseconnect.sales;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden name, without extension, that files get in the outbox while they are being registered. It holds all that is
 * to be known of them after a crash.
 *
 * @param takenAt milliseconds since 1970, unique within a run
 * @param mark {@value #LEFT_OVER}, {@value #HELD}, or what recognises the XML file that a PDF belongs to
 * @param name the file's name in the folder it came from, without extension
 */
record ClaimName(long takenAt, String mark, String name) {
    /** What all these names begin with. */
    static final String PREFIX = ".claim~";
    /** A PDF without XML. */
    static final String LEFT_OVER = "left";
    /** Files that came from the held folder. */
    static final String HELD = "held";

    private static final Pattern FORM = Pattern.compile("\\.claim~([0-9a-z]{1,12})-([^~]*)~(.+)", Pattern.DOTALL);
    private static final int RADIX = Character.MAX_RADIX;
    /** File systems take names of 255 bytes; the rest of this name needs some 50. */
    private static final int LONGEST_NAME = 160;

    ClaimName {
        name = shortened(name);
    }

    /** The mark of an XML file: another file of the same name has another size or time. */
    static String markOf(ExportWatch.Sight xml) {
        return Long.toString(xml.size(), RADIX) + "." + Long.toString(xml.modified(), RADIX);
    }

    /** As {@link #markOf(ExportWatch.Sight)}, of the file as it is now. */
    static String markOf(Path xml) throws IOException {
        return markOf(ExportWatch.Sight.of(xml));
    }

    /** The hidden name. */
    String stem() {
        return PREFIX + Long.toString(takenAt, RADIX) + "-" + mark + "~" + name;
    }

    /** Takes a hidden name apart; empty for one that we did not make. */
    static Optional<ClaimName> parse(String stem) {
        Matcher matcher = FORM.matcher(stem);
        return matcher.matches()
                ? Optional.of(
                        new ClaimName(Long.parseLong(matcher.group(1), RADIX), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The part of a long name that is kept: whole characters, in as many bytes as file systems take. */
    static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            return name;
        }
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            String character = Character.toString(name.codePointAt(at));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME) {
                break;
            }
            kept.append(character);
        }
        return kept.toString();
    }
}
