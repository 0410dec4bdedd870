package io.github.komaseconnect.print.ipp;

import java.time.Duration;

/**
 * How long a printer is waited for. A printer without a spool takes a document no faster than it prints, so with a document
 * it is not the whole that is limited by the clock, but the silence: no byte moves, or the last one left and no answer comes.
 * What lies in the buffers of the network in between nobody sees move; the more there may be, the longer the silence.
 *
 * @param connect until a connection stands
 * @param answer to a request without a document, from beginning to end
 * @param silence with a document: how long nothing at all may move
 * @param perHundredKilobytes as much longer for each 100 kB of the document
 * @param longestSilence however large the document is
 * @param longest for a request with a document, from beginning to end, however well it goes
 */
record PrinterPatience(
        Duration connect,
        Duration answer,
        Duration silence,
        Duration perHundredKilobytes,
        Duration longestSilence,
        Duration longest) {
    private static final long HUNDRED_KILOBYTES = 100_000;

    /** For a printer on the own network that may have to wake up, and prints ten pages a minute. */
    static PrinterPatience usual() {
        return new PrinterPatience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(2));
    }

    /** The same for everything. */
    static PrinterPatience of(Duration each) {
        return new PrinterPatience(each, each, each, Duration.ZERO, each, each);
    }

    /** How long nothing may move while a document of so many bytes is on its way. */
    Duration silence(long bytes) {
        Duration allowed = silence.plus(perHundredKilobytes.multipliedBy(Math.max(0, bytes) / HUNDRED_KILOBYTES));
        return allowed.compareTo(longestSilence) > 0 ? longestSilence : allowed;
    }
}
