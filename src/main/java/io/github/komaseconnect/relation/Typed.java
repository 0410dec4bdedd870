package io.github.komaseconnect.relation;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as somebody typed it into a card or a spreadsheet, with the repairs made so far.
 *
 * @param text what is left
 * @param repairs what was done to get there
 */
record Typed(String text, Set<Repair> repairs) {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\r\\n]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    // what ends at the end begins where nothing of it stands before, or a long row in the middle is tried from each
    // place
    private static final Pattern OUTER_SPACES = Pattern.compile("^[\\s\\p{Z}]++|(?<![\\s\\p{Z}])[\\s\\p{Z}]++$");
    private static final Pattern OUTER_APOSTROPHES = Pattern.compile("^['’‘‛`´]++|(?<!['’‘‛`´])['’‘‛`´]++$");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛`´]");
    private static final Pattern DOTS = Pattern.compile("\\.");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−]");
    private static final Pattern FORMULA = Pattern.compile("^=\"(.*)\"$");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int QUOTED_LENGTH = 60;

    Typed {
        repairs = Set.copyOf(repairs);
    }

    /** Takes away what surrounds a value: invisible characters, spaces, Excel's apostrophe and {@code ="…"}. */
    static Typed identifier(String typed) {
        Typed bare = new Typed(typed, Set.of())
                .without(INVISIBLE, Repair.INVISIBLE_CHARACTERS)
                .without(OUTER_SPACES, Repair.SPACES);
        Matcher formula = FORMULA.matcher(bare.text);
        if (formula.matches()) {
            bare = bare.to(formula.group(1), Repair.FORMULA);
        }
        return bare.without(OUTER_APOSTROPHES, Repair.APOSTROPHE).without(OUTER_SPACES, Repair.SPACES);
    }

    /** The value of a cell: without surrounding or invisible blanks, on one line. */
    static String cell(String typed) {
        String visible = INVISIBLE.matcher(typed).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** The letters and digits only, lower case and without accents: {@code E-Factuur } becomes {@code efactuur}. */
    static String word(String typed) {
        String plain = ACCENTS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKD))
                .replaceAll("");
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The letters and digits only, upper case: the form in which VAT numbers are compared. */
    static String number(String typed) {
        return word(typed).toUpperCase(Locale.ROOT);
    }

    /** For use in a sentence: between quotes, on one line, not too long. */
    static String quoted(String typed) {
        String line = cell(typed);
        return '"' + (line.length() > QUOTED_LENGTH ? line.substring(0, QUOTED_LENGTH) + "…" : line) + '"';
    }

    /** Without the signs that people put between digits, in capitals. */
    Typed compact() {
        return withoutSpaces()
                .without(APOSTROPHES, Repair.APOSTROPHE)
                .without(DOTS, Repair.DOTS)
                .without(DASHES, Repair.DASHES)
                .upperCase();
    }

    Typed withoutSpaces() {
        return without(SPACES, Repair.SPACES);
    }

    Typed upperCase() {
        return to(text.toUpperCase(Locale.ROOT), Repair.LOWER_CASE);
    }

    /** The part of this text that carries the value; no repair. */
    Typed part(String value) {
        return new Typed(value, repairs)
                .without(OUTER_SPACES, Repair.SPACES)
                .without(OUTER_APOSTROPHES, Repair.APOSTROPHE);
    }

    /** This text replaced; the repair counts only when something changed. */
    Typed to(String repaired, Repair repair) {
        if (repaired.equals(text)) {
            return this;
        }
        EnumSet<Repair> all = EnumSet.of(repair);
        all.addAll(repairs);
        return new Typed(repaired, all);
    }

    private Typed without(Pattern pattern, Repair repair) {
        return to(pattern.matcher(text).replaceAll(""), repair);
    }
}
