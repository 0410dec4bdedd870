package io.github.komaseconnect.watch;

import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.LeaseLostException;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Watching.LongestWaits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the clock of this computer was set: within a run by comparing it with one that does not jump, across a restart
 * by the latest time that the ledger remembers. That it was set back is recorded, since attempts may be stamped too late; and
 * what waits for a moment that only a wrong clock can have set, waits no longer.
 */
public final class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final String LATEST = "clock";
    /** Clocks are put right by a little all the time, and those of two nodes are never quite the same. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    /** Beyond the longest wait there is, so that nothing is hurried that waits as it should. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Predicate<String> inHand;
    private final LongestWaits longest;
    private final Clock clock;
    private final Clock steady;
    private Optional<Duration> lead = Optional.empty();

    /**
     * Watches {@code clock}.
     *
     * @param inHand the companies whose waits it may end: another runtime sees to those of others
     * @param steady one that does not jump
     */
    public ClockWatch(Ledger ledger, Predicate<String> inHand, GlobalSettings settings, Clock clock, Clock steady) {
        this(ledger, inHand, longestWaits(settings), clock, steady);
    }

    ClockWatch(Ledger ledger, Predicate<String> inHand, LongestWaits longest, Clock clock, Clock steady) {
        this.ledger = ledger;
        this.inHand = inHand;
        this.longest = longest;
        this.clock = clock;
        this.steady = steady;
    }

    static LongestWaits longestWaits(GlobalSettings settings) {
        Duration retry = settings.delivery().retryMaxDelay();
        return new LongestWaits(
                longest(
                        retry,
                        Reply.LONGEST_REST,
                        settings.delivery().inDoubtWait(),
                        settings.delivery().delay(),
                        settings.delivery().reach().confirmAfter()),
                longest(
                        retry,
                        Reply.LONGEST_REST,
                        settings.receive().pdfRetry(),
                        settings.receive().pdfWait()),
                longest(settings.delivery().probe(), Reply.LONGEST_REST));
    }

    private static Duration longest(Duration... waits) {
        return Stream.of(waits).max(Duration::compareTo).orElseThrow().plus(MARGIN);
    }

    /** Looks once; the first look of a run compares with what the ledger remembers. */
    public synchronized void look() {
        Instant now = clock.instant();
        Duration leadNow = Duration.between(steady.instant(), now);
        ledger.record(books -> {
            Duration jump = lead.map(leadNow::minus).orElseGet(() -> books.watching()
                    .mark(LATEST)
                    .map(Instant::ofEpochMilli)
                    .filter(latest -> latest.isAfter(now))
                    .map(latest -> Duration.between(latest, now))
                    .orElse(Duration.ZERO));
            if (jump.compareTo(TOLERANCE.negated()) < 0) {
                books.watching().clockSetBack(jump.negated());
                LOG.warn(
                        "De klok is {} minuten teruggezet / the clock was set back by {} minutes",
                        -jump.toMinutes(),
                        -jump.toMinutes());
            } else if (jump.compareTo(TOLERANCE) > 0) {
                LOG.info(
                        "De klok sprong {} minuten vooruit, of deze computer sliep / the clock went {} minutes forward, or"
                                + " this computer slept",
                        jump.toMinutes(),
                        jump.toMinutes());
            }
            books.watching().mark(LATEST, now.toEpochMilli());
        });
        if (lead.isEmpty() || leadNow.minus(lead.get()).abs().compareTo(TOLERANCE) > 0) {
            lead = Optional.of(leadNow);
        }
        int hurried = ledger.reading(books -> books.watching().waitingBeyond(longest, now)).stream()
                .filter(inHand)
                .mapToInt(company -> pullBack(company, now))
                .sum();
        if (hurried > 0) {
            LOG.warn(
                    "{} keer werd gewacht op een tijdstip van een verkeerde klok; dat wachten is voorbij / {} waits for a"
                            + " moment of a wrong clock ended",
                    hurried,
                    hurried);
        }
    }

    private int pullBack(String company, Instant now) {
        try {
            return ledger.inTransaction(books -> books.watching().pullBack(company, longest, now));
        } catch (LeaseLostException e) {
            LOG.debug("{}: {}", company, e.getMessage());
            return 0;
        }
    }
}
