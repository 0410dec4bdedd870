package io.github.komaseconnect.crash;

import java.util.regex.Pattern;

/**
 * A moment at which the program can be killed.
 *
 * @param step what it is about to do or has just done, as the agent names it
 * @param occurrence the how manieth step that the pattern fits, from 1
 * @param pattern the steps that count
 */
record Moment(String step, int occurrence, String pattern) {
    /** The how manieth of exactly this name. */
    Moment(String step, int occurrence) {
        this(step, occurrence, Pattern.quote(step));
    }

    /** The first step like this one; which transactions share a commit, and so its name, is a matter of chance. */
    Moment orFirstLike(String kind) {
        return new Moment(step, 1, kind);
    }

    boolean isBefore() {
        return step.startsWith("before ");
    }

    /** A file was written just before, which is no step of its own. */
    boolean isAfterWriting() {
        return step.startsWith("before sync ");
    }

    /** One of several folders within each other, which are made at one go. */
    boolean isRepeatedFolder() {
        return step.startsWith("after make ") && occurrence > 1;
    }

    @Override
    public String toString() {
        return occurrence == 1 ? step : step + " (" + occurrence + ")";
    }
}
