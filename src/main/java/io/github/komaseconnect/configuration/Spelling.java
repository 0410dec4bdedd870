package io.github.komaseconnect.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what someone probably meant to type. */
final class Spelling {
    private Spelling() {}

    /** The candidate that is the fewest typing errors away; empty when even that one has little in common. */
    static Optional<String> nearest(String typed, Collection<String> candidates) {
        String word = typed.toLowerCase(Locale.ROOT);
        if (word.length() > 200) {
            return Optional.empty();
        }
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> errors(word, candidate)))
                .filter(candidate -> errors(word, candidate) <= Math.max(word.length(), candidate.length()) / 2);
    }

    /** A word that was only not typed to its end counts as one error. */
    private static int errors(String word, String candidate) {
        boolean beginning = word.length() > 4 && candidate.startsWith(word);
        return beginning ? 1 : distance(word, candidate);
    }

    /** Levenshtein: letters to insert, remove or replace. */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
