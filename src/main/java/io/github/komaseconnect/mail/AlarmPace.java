package io.github.komaseconnect.mail;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.reason.DueTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** When a mail about an alarm is due, so that there is never a flood of them, also of a trouble that comes and goes. */
final class AlarmPace {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);
    /** Three times on and off; the next is told when the oldest of these mails is an hour old, if it is still so then. */
    private static final int MOST_AN_HOUR_ABOUT_A_CAUSE = 6;

    /** So many times the usual time at most: five minutes. */
    private static final int GATHER_AT_MOST = 15;

    private final Duration gather;
    private final Clock clock;
    private final Map<Long, Instant> tryAgainAt = new HashMap<>();
    private final Map<Long, Instant> lastMail = new HashMap<>();
    private final Map<String, Deque<Told>> mailsAboutCause = new HashMap<>();

    /** @param gather how long nothing more may have come before an alarm is first told */
    AlarmPace(Duration gather, Clock clock) {
        this.gather = gather;
        this.clock = clock;
    }

    /** Whether this alarm, of which something is not told yet, is to be mailed now. */
    synchronized boolean isDue(Alarm alarm) {
        Instant now = clock.instant();
        return DueTime.hasCome(tryAgainAt.getOrDefault(alarm.id(), Instant.EPOCH), now, TRY_AGAIN_AFTER)
                && mails(alarm.cause(), now).size() < MOST_AN_HOUR_ABOUT_A_CAUSE
                && (alarm.clearedAt().isPresent() || mayBeTold(alarm, now));
    }

    /** Whether an alarm that goes on may be mailed: first soon, then every hour at most. */
    private boolean mayBeTold(Alarm alarm, Instant now) {
        return alarm.mailedAt()
                .map(first -> DueTime.isAtLeast(HOUR, lastMail.getOrDefault(alarm.id(), first), now))
                .orElseGet(() -> DueTime.hasCome(whenItIsQuiet(alarm), now, gather.multipliedBy(GATHER_AT_MOST)));
    }

    /** Many invoices that come one after another are one mail: it waits until no more come, within reason. */
    private Instant whenItIsQuiet(Alarm alarm) {
        Instant quiet = alarm.touches().stream()
                .map(Alarm.Touch::at)
                .max(Instant::compareTo)
                .orElse(alarm.raisedAt())
                .plus(gather);
        Instant latest = alarm.raisedAt().plus(gather.multipliedBy(GATHER_AT_MOST));
        return quiet.isBefore(latest) ? quiet : latest;
    }

    private Deque<Told> mails(String cause, Instant now) {
        Deque<Told> mails = mailsAboutCause.computeIfAbsent(cause, none -> new ArrayDeque<>());
        mails.removeIf(told -> DueTime.isAtLeast(HOUR, told.at(), now));
        return mails;
    }

    /** Something told, however many people it was told to. */
    private record Told(long alarm, boolean over, int touches, Instant at) {
        boolean sameAs(Told other) {
            return alarm == other.alarm && over == other.over && touches == other.touches;
        }
    }

    /** A mail about it went out now, to one person. */
    synchronized void sent(Alarm alarm) {
        Instant now = clock.instant();
        mailsAboutCause.values().removeIf(Deque::isEmpty);
        Told told = new Told(
                alarm.id(), alarm.clearedAt().isPresent(), alarm.touches().size(), now);
        Deque<Told> mails = mails(alarm.cause(), now);
        if (mails.stream().noneMatch(told::sameAs)) {
            mails.add(told);
        }
        tryAgainAt.remove(alarm.id());
        if (alarm.clearedAt().isPresent()) {
            lastMail.remove(alarm.id());
        } else {
            lastMail.put(alarm.id(), now);
        }
    }

    /** A mail about it did not go out; gives when it is tried again. */
    synchronized Duration failed(Alarm alarm) {
        tryAgainAt.put(alarm.id(), clock.instant().plus(TRY_AGAIN_AFTER));
        return TRY_AGAIN_AFTER;
    }
}
