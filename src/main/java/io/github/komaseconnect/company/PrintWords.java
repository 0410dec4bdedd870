package io.github.komaseconnect.company;

import io.github.komaseconnect.company.PrintWishes.Colour;
import io.github.komaseconnect.company.PrintWishes.Sides;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that people type for what they want of a printer, in Dutch and English; case, blanks and dashes are free. */
public final class PrintWords {
    /** More of one letter is a mistake. */
    public static final int MOST_COPIES = 20;

    private static final Pattern COPIES = Pattern.compile("[0-9]{1,2}");
    private static final Pattern TRAY_NUMBER = Pattern.compile("(?:tray|lade|papierlade|cassette|bak)?([0-9]{1,2})");
    private static final Pattern KEYWORD = Pattern.compile("[a-z0-9][a-z0-9._-]{0,60}");
    private static final Set<String> ONE_SIDED = Set.of(
            "nee", "n", "no", "enkelzijdig", "eenzijdig", "onesided", "singlesided", "simplex", "uit", "off", "0");
    private static final Set<String> LONG_EDGE = Set.of(
            "ja",
            "j",
            "yes",
            "y",
            "x",
            "dubbelzijdig",
            "tweezijdig",
            "duplex",
            "twosided",
            "doublesided",
            "langezijde",
            "longedge",
            "twosidedlongedge",
            "aan",
            "on",
            "1");
    private static final Set<String> SHORT_EDGE =
            Set.of("kortezijde", "kort", "short", "shortedge", "twosidedshortedge");
    private static final Set<String> COLOUR =
            Set.of("ja", "j", "yes", "y", "x", "kleur", "inkleur", "color", "colour", "1");
    private static final Set<String> GREY = Set.of(
            "nee",
            "n",
            "no",
            "zwartwit",
            "zw",
            "grijs",
            "grijstinten",
            "mono",
            "monochrome",
            "monochroom",
            "blackandwhite",
            "bw",
            "grey",
            "gray",
            "0");
    private static final Map<String, String> TRAYS = Map.ofEntries(
            Map.entry("hoofdlade", "main"),
            Map.entry("standaard", "main"),
            Map.entry("boven", "top"),
            Map.entry("bovenste", "top"),
            Map.entry("midden", "middle"),
            Map.entry("middelste", "middle"),
            Map.entry("onder", "bottom"),
            Map.entry("onderste", "bottom"),
            Map.entry("handinvoer", "manual"),
            Map.entry("handmatig", "manual"),
            Map.entry("multifunctionelelade", "by-pass-tray"),
            Map.entry("bypass", "by-pass-tray"),
            Map.entry("envelop", "envelope"),
            Map.entry("enveloppen", "envelope"),
            Map.entry("automatisch", "auto"));

    private PrintWords() {}

    /** How many, from 1 to {@link #MOST_COPIES}. */
    public static Optional<Integer> copies(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> COPIES.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST_COPIES);
    }

    /** One side or both. */
    public static Optional<Sides> sides(String typed) {
        String word = word(typed);
        if (ONE_SIDED.contains(word)) {
            return Optional.of(Sides.ONE);
        }
        if (LONG_EDGE.contains(word)) {
            return Optional.of(Sides.LONG_EDGE);
        }
        return SHORT_EDGE.contains(word) ? Optional.of(Sides.SHORT_EDGE) : Optional.empty();
    }

    /** In colour or not. */
    public static Optional<Colour> colour(String typed) {
        String word = word(typed);
        if (COLOUR.contains(word)) {
            return Optional.of(Colour.COLOUR);
        }
        return GREY.contains(word) ? Optional.of(Colour.GREY) : Optional.empty();
    }

    /** A tray, by a number ({@code 2}, {@code lade 2}), a Dutch word, or as IPP names it ({@code tray-2}). */
    public static Optional<String> tray(String typed) {
        String word = word(typed);
        Matcher numbered = TRAY_NUMBER.matcher(word);
        if (numbered.matches()) {
            return Optional.of("tray-" + Integer.parseInt(numbered.group(1)));
        }
        if (TRAYS.containsKey(word)) {
            return Optional.of(TRAYS.get(word));
        }
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"))
                .filter(keyword -> KEYWORD.matcher(keyword).matches());
    }

    private static String word(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
