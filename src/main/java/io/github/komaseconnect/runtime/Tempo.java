package io.github.komaseconnect.runtime;

import java.time.Duration;

/**
 * How often the runtime looks for work, and how long it waits; not settings for users, but tests and the demo hurry.
 *
 * @param delivery between looks for due deliveries (a finished one makes it look at once)
 * @param receive between looks for due purchase invoices (the same)
 * @param housekeeping between rounds
 * @param watches between looks whether something stays away or lies about
 * @param alarms between looks for alarms to be mailed
 * @param companies between looks for companies that came, changed or went
 * @param respond between looks into the respond folders, and for what printers were given; people look for the result, and
 *     many have none
 * @param gather how long an alarm gathers what it touches before it is mailed
 */
public record Tempo(
        Duration delivery,
        Duration receive,
        Duration housekeeping,
        Duration watches,
        Duration alarms,
        Duration companies,
        Duration respond,
        Duration gather) {
    /** For real work. */
    public static Tempo usual() {
        return new Tempo(
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
    }

    /** For tests and the demo. */
    public static Tempo quick() {
        return new Tempo(
                Duration.ofMillis(50),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofMillis(500));
    }
}
