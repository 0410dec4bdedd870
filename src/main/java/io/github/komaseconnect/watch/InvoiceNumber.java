package io.github.komaseconnect.watch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An invoice number as part of a series: a running number with something before and after it. A year in it belongs to what is
 * around it, so that every year is a series of its own.
 *
 * @param running the running number
 * @param width its digits when it has zeros in front; 0: as many as it takes
 */
record InvoiceNumber(String prefix, long running, int width, String suffix) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 15;
    private static final int YEAR = 4;
    private static final int SHORT_YEAR = 2;
    /** Digits that a running number has at least where a year is before it without anything between. */
    private static final int LEAST_BEHIND_YEAR = 3;

    /**
     * Takes a number apart.
     *
     * @param issueDate such as {@code 2026-11-22}; empty when it is not known
     * @return empty when nothing in it can be a running number
     */
    static Optional<InvoiceNumber> of(String number, String issueDate) {
        MatchResult[] runs = DIGITS.matcher(number).results().toArray(MatchResult[]::new);
        if (runs.length == 0) {
            return Optional.empty();
        }
        String year = issueDate.length() < YEAR ? "none" : issueDate.substring(0, YEAR);
        String shortYear = year.substring(SHORT_YEAR);
        int chosen = runs.length - 1;
        String last = runs[chosen].group();
        if (chosen > 0 && (last.equals(year) || last.equals(shortYear))) {
            chosen--;
        }
        int start = runs[chosen].start();
        int end = runs[chosen].end();
        String digits = runs[chosen].group();
        for (String begin : new String[] {year, shortYear}) {
            if (digits.startsWith(begin) && digits.length() >= begin.length() + LEAST_BEHIND_YEAR) {
                start += begin.length();
                digits = digits.substring(begin.length());
                break;
            }
        }
        if (digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new InvoiceNumber(
                number.substring(0, start),
                Long.parseLong(digits),
                digits.startsWith("0") ? digits.length() : 0,
                number.substring(end)));
    }

    /** The whole number of the same series with another running number. */
    static String whole(String prefix, long running, int width, String suffix) {
        String digits = width == 0 ? Long.toString(running) : String.format(Locale.ROOT, "%0" + width + "d", running);
        return prefix + digits + suffix;
    }
}
