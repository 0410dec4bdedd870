package io.github.komaseconnect.crash;

/**
 * A moment at which the program can be killed.
 *
 * @param step what it is about to do or has just done, as the agent names it
 * @param occurrence the how manieth of this name, from 1
 */
record Moment(String step, int occurrence) {
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
