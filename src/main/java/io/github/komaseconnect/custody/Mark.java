package io.github.komaseconnect.custody;

import java.time.Instant;
import java.util.Optional;

/**
 * What the hidden file {@value MarkFile#NAME} in a company's folder says: whose folder this is.
 *
 * @param ledger id of the ledger that keeps the account of this folder
 * @param company key of the company in that ledger
 * @param number never higher than the one in that ledger, so that a back-up of the ledger that was put back is noticed
 * @param run the running program that wrote it
 * @param inUse whether that program was still running when it wrote this
 * @param place what recognises the very database file of the ledger; a copy of it has another
 * @param where host and home of that program, for people
 * @param at when it was written
 */
record Mark(
        String ledger, String company, long number, String run, boolean inUse, String place, String where, Instant at) {
    private static final String HEAD = """
            # komas-econnect: deze map hoort bij een administratie (ledger). Laat dit bestand staan.
            # komas-econnect: this folder belongs to a ledger. Leave this file alone.
            """;
    private static final String IN_USE = "in-use";
    private static final String AT_REST = "at-rest";

    /** As it is written; what is for people comes last, and can hold no line of its own. */
    String text() {
        return HEAD
                + "ledger=" + ledger + "\n"
                + "company=" + company + "\n"
                + "number=" + number + "\n"
                + "run=" + run + "\n"
                + "state=" + (inUse ? IN_USE : AT_REST) + "\n"
                + "place=" + place + "\n"
                + "at=" + at.toEpochMilli() + "\n"
                + "where=" + where.replaceAll("\\R", " ") + "\n"
                + "end\n";
    }

    /** Reads it back; empty when it is not whole. */
    static Optional<Mark> parse(String text) {
        MarkLines lines = new MarkLines(text);
        if (!lines.whole()) {
            return Optional.empty();
        }
        try {
            String state = lines.value("state");
            if (!state.equals(IN_USE) && !state.equals(AT_REST)) {
                return Optional.empty();
            }
            return Optional.of(new Mark(
                    lines.value("ledger"),
                    lines.value("company"),
                    Long.parseLong(lines.value("number")),
                    lines.value("run"),
                    state.equals(IN_USE),
                    lines.value("place"),
                    lines.value("where"),
                    Instant.ofEpochMilli(Long.parseLong(lines.value("at")))));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
