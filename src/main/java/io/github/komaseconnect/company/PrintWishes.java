package io.github.komaseconnect.company;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How an invoice is to come out of a printer. What is empty is left to the printer.
 *
 * @param copies how many, from 1
 * @param sides on which sides of the paper
 * @param tray a source of paper as IPP names it (PWG 5100.3 {@code media-source}), such as {@code tray-2} or {@code manual}
 * @param colour in colour, or in grey
 */
public record PrintWishes(
        Optional<Integer> copies, Optional<Sides> sides, Optional<String> tray, Optional<Colour> colour) {
    /** On which sides of the paper; the words are those of IPP (RFC 8011, 5.2.8). */
    public enum Sides {
        ONE("one-sided"),
        /** Both, to be turned like a book: what is meant by double-sided letters. */
        LONG_EDGE("two-sided-long-edge"),
        /** Both, to be turned like a wall calendar. */
        SHORT_EDGE("two-sided-short-edge");

        private final String keyword;

        Sides(String keyword) {
            this.keyword = keyword;
        }

        /** As IPP names it. */
        public String keyword() {
            return keyword;
        }
    }

    /** Colour or not; the words are those of IPP (PWG 5100.14, {@code print-color-mode}). */
    public enum Colour {
        COLOUR("color"),
        GREY("monochrome");

        private final String keyword;

        Colour(String keyword) {
            this.keyword = keyword;
        }

        /** As IPP names it. */
        public String keyword() {
            return keyword;
        }
    }

    /** Everything is left to the printer. */
    public static PrintWishes none() {
        return new PrintWishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** These, and of {@code others} what is empty here. */
    public PrintWishes orElse(PrintWishes others) {
        return new PrintWishes(
                copies.or(others::copies), sides.or(others::sides), tray.or(others::tray), colour.or(others::colour));
    }

    /** What {@link #text} gave. */
    public static PrintWishes kept(String text) {
        PrintWishes wishes = none();
        for (String part : text.split(" ")) {
            String value = part.substring(part.indexOf('=') + 1);
            PrintWishes one =
                    switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
                        case "copies" ->
                            new PrintWishes(
                                    PrintWords.copies(value), Optional.empty(), Optional.empty(), Optional.empty());
                        case "sides" ->
                            new PrintWishes(
                                    Optional.empty(),
                                    Arrays.stream(Sides.values())
                                            .filter(which -> which.keyword.equals(value))
                                            .findFirst(),
                                    Optional.empty(),
                                    Optional.empty());
                        case "media-source" ->
                            new PrintWishes(Optional.empty(), Optional.empty(), Optional.of(value), Optional.empty());
                        case "print-color-mode" ->
                            new PrintWishes(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Arrays.stream(Colour.values())
                                            .filter(which -> which.keyword.equals(value))
                                            .findFirst());
                        default -> none();
                    };
            wishes = wishes.orElse(one);
        }
        return wishes;
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return equals(none());
    }

    /** In words of IPP, such as {@code copies=2 sides=one-sided}; empty when there are none. Also how it is kept. */
    public String text() {
        List<String> parts = new ArrayList<>();
        copies.ifPresent(number -> parts.add("copies=" + number));
        sides.ifPresent(which -> parts.add("sides=" + which.keyword()));
        tray.ifPresent(name -> parts.add("media-source=" + name));
        colour.ifPresent(which -> parts.add("print-color-mode=" + which.keyword()));
        return String.join(" ", parts);
    }
}
