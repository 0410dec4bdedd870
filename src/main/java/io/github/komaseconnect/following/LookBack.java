package io.github.komaseconnect.following;

import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Following.OutboxMark;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From when on an outbox is read. Now and then, and at first, from long before the newest change that was seen, in case one
 * became visible late or a clock is wrong; in between from shortly before it, for whoever sends thousands of invoices would
 * read them all again every minute, and send nothing meanwhile.
 */
final class LookBack {
    /** A change can become visible after a newer one. */
    private static final Duration FAR = Duration.ofHours(2);

    private static final Duration NEAR = Duration.ofSeconds(10);
    private static final Duration FAR_EVERY = Duration.ofMinutes(10);
    /** So much longer than a far look took, at least, until the next one. */
    private static final int TIMES_ITS_LENGTH = 20;
    /** How far the first look goes back, at most. */
    private static final Duration FIRST_LOOK = Duration.ofDays(31);
    /** So long it is looked for a document of which nothing is known yet, however much changed since. */
    private static final Duration LOOKED_FOR = Duration.ofDays(3);
    /** A clock that takes Dutch time for that of the world is up to two hours ahead. */
    private static final Duration WRONG_CLOCK = Duration.ofHours(3);

    private static final int MOST_OPEN = 1_000;
    private static final Set<InvoiceState> WAITING = Set.of(InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY);

    /** How a look goes. */
    enum Reach {
        FAR,
        NEAR
    }

    /** What a look reads: all changes from this moment on. */
    record Start(Instant from, Reach reach) {}

    private record FarLook(Instant began, Duration pause) {}

    private final Ledger ledger;
    private final Duration followed;
    private final Map<String, FarLook> far = new ConcurrentHashMap<>();

    /** @param followed how long after it was sent an invoice is followed */
    LookBack(Ledger ledger, Duration followed) {
        this.ledger = ledger;
        this.followed = followed;
    }

    /** Where a look that begins now is to start; empty when there is nothing to look for. */
    Optional<Start> start(Ledger.Books books, String company, Instant now) {
        books.following().begin(company, now.minus(followed));
        books.following().end(company, now.minus(followed));
        boolean waits = !books.invoices()
                .list(new InvoiceQuery(Optional.of(company), WAITING, Optional.empty(), 1))
                .isEmpty();
        if (!waits && !books.following().isAny(company)) {
            return Optional.empty();
        }
        Optional<Instant> newest = books.following().outboxMark(company).map(OutboxMark::modifiedOn);
        return newest.filter(mark -> wasFarLatelyEnough(company, now))
                .map(mark -> new Start(mark.minus(NEAR), Reach.NEAR))
                .or(() -> Optional.of(new Start(farFrom(books, company, newest, now), Reach.FAR)));
    }

    private boolean wasFarLatelyEnough(String company, Instant now) {
        return Optional.ofNullable(far.get(company))
                .filter(last -> !DueTime.isAtLeast(last.pause(), last.began(), now))
                .isPresent();
    }

    private static Instant farFrom(Ledger.Books books, String company, Optional<Instant> newest, Instant now) {
        Instant mark = newest.map(known -> known.minus(FAR)).orElseGet(() -> now.minus(FIRST_LOOK));
        return books.following().open(company, MOST_OPEN).stream()
                .map(Followed::sentAt)
                .filter(sent -> sent.isAfter(now.minus(LOOKED_FOR)))
                .map(sent -> sent.minus(WRONG_CLOCK))
                .filter(sent -> sent.isBefore(mark))
                .findFirst()
                .orElse(mark);
    }

    /** Where the mark stands after a look that read nothing: what came meanwhile is still to be read. */
    Instant nothingRead(String company, Instant now) {
        Instant first = now.minus(FIRST_LOOK);
        return ledger.reading(books -> books.following().outboxMark(company))
                .map(OutboxMark::modifiedOn)
                .filter(mark -> mark.isAfter(first))
                .orElse(first);
    }

    /** All of it was read. */
    void succeeded(String company, Start start, Instant began, Instant ended) {
        if (start.reach() == Reach.FAR) {
            Duration pause = Duration.between(began, ended).multipliedBy(TIMES_ITS_LENGTH);
            far.put(company, new FarLook(began, pause.compareTo(FAR_EVERY) > 0 ? pause : FAR_EVERY));
        }
    }

    /** The next look of this company goes far back again. */
    void forget(String company) {
        far.remove(company);
    }
}
