package io.github.komaseconnect.reachability;

import io.github.komaseconnect.configuration.GlobalSettings.ReachSettings;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an answer counts. Networks miss receivers that are there: about a hundred sendings a day fail so and work later
 * (Oxalis-AS4, issue 99). So "not registered" needs two answers with time between them.
 */
public final class ReachRules {
    /** Code of the reason of an invoice that waits for a second answer. */
    public static final String CONFIRMING = "reach.confirming";

    private final Duration keep;
    private final Duration confirmAfter;

    /** By {@code reachability.*}. */
    public ReachRules(ReachSettings settings) {
        this.keep = settings.keep();
        this.confirmAfter = settings.confirmAfter();
    }

    /** Whether a customer who could be reached needs not be asked for again yet. */
    public boolean isKept(KnownReach known, Instant now) {
        return known.verdict() == Verdict.REACHABLE && isFresh(known, now);
    }

    /** Whether an answer is not older than answers are kept. */
    public boolean isFresh(KnownReach known, Instant now) {
        return !known.askedAt().isAfter(now) && known.askedAt().plus(keep).isAfter(now);
    }

    /** What is known after one more answer "not registered": it joins the row of those before it, or begins one. */
    public KnownReach refused(
            String company,
            String receiver,
            DocumentType type,
            Optional<KnownReach> before,
            Reason reason,
            Instant now) {
        Refusals row = before.flatMap(KnownReach::refused)
                .filter(refusals -> belongs(refusals, now))
                .map(refusals -> new Refusals(refusals.first(), now))
                .orElseGet(() -> new Refusals(now, now));
        return new KnownReach(
                company,
                receiver,
                type,
                Verdict.NOT_REGISTERED,
                "",
                now,
                Optional.of(row),
                before.flatMap(KnownReach::reachedAt),
                reason.dutch(),
                reason.english());
    }

    /** An answer from long ago is no first of two; nor is one that a wrong clock dated in the future. */
    private boolean belongs(Refusals refusals, Instant now) {
        return !refusals.first().isAfter(now)
                && !refusals.last().plus(keep).plus(confirmAfter).isBefore(now);
    }

    /** Whether the last answer was a no that another of today would confirm: not to be passed over for want of that one. */
    public boolean isStandingNo(KnownReach known, Instant now) {
        return known.verdict() == Verdict.NOT_REGISTERED
                && known.refused().filter(refusals -> belongs(refusals, now)).isPresent();
    }

    /** Whether two answers lie far enough apart. */
    public boolean isConfirmed(Refusals refusals) {
        return confirmableAt(refusals).compareTo(refusals.last()) <= 0;
    }

    /** From when on one more answer confirms the first. */
    public Instant confirmableAt(Refusals refusals) {
        return refusals.first().plus(confirmAfter);
    }
}
