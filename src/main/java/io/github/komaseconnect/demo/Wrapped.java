package io.github.komaseconnect.demo;

import java.util.ArrayList;
import java.util.List;

/** Text made to fit a width. */
final class Wrapped {
    private static final String MORE = "...";

    private Wrapped() {}

    /** The words of a text in lines of at most {@code width} characters, save a single longer word. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text, cut off when it is longer than {@code width} characters. */
    static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - MORE.length()) + MORE;
    }
}
