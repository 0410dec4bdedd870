package io.github.komaseconnect.rest;

import io.github.komaseconnect.configuration.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * OAuth 2 tokens, one for each set of credentials, whichever companies share them: renewed early, dropped when the one
 * that it is for refuses it, and never asked for more often than every few seconds. However many calls need a new one at the same time,
 * one request is made and all share its outcome, a refusal too. Safe for use by many threads.
 *
 * @param <C> credentials that one token belongs to; compared by value
 */
public final class Tokens<C> {
    /** So long before its end a token is not used any more; for those that live shortly, the last quarter. */
    private static final Duration EARLY = Duration.ofMinutes(2);

    /** After a request that gave no token, all calls share its outcome for so long. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(2);

    /** A token that keeps being refused is renewed once within this time, and not once for every call. */
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(10);

    private final TokenRequest<C> request;
    private final Clock clock;
    private final Map<C, Kept> kept = new HashMap<>();

    /**
     * Asks for a token; must return in bounded time and not throw.
     *
     * @param <C> credentials
     */
    @FunctionalInterface
    public interface TokenRequest<C> {
        /** One request. */
        Outcome ask(C credentials);
    }

    /** How a request for a token ended. */
    public sealed interface Outcome {}

    /** @param lifetime from when it was asked for */
    public record Granted(Secret token, Duration lifetime) implements Outcome {}

    /** No token, and why. */
    public record NotGranted(TokenTrouble trouble) implements Outcome {}

    /** Keeps what {@code request} gives. */
    public Tokens(TokenRequest<C> request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    private static final class Kept {
        private Optional<Secret> token = Optional.empty();
        private Instant before = Instant.EPOCH;
        private Instant since = Instant.EPOCH;
        private Instant until = Instant.EPOCH;
        private Optional<Outcome> last = Optional.empty();
        private Optional<CompletableFuture<Outcome>> underWay = Optional.empty();
    }

    /** A token for these credentials, from the last request or a new one. */
    public Outcome token(C credentials) {
        CompletableFuture<Outcome> outcome;
        boolean mine = false;
        synchronized (kept) {
            Kept now = kept.computeIfAbsent(credentials, key -> new Kept());
            Instant at = clock.instant();
            boolean usable = now.token.isPresent() && at.isBefore(now.until) && !at.isBefore(now.since);
            if (usable) {
                return new Granted(now.token.get(), Duration.between(at, now.until));
            }
            if (now.underWay.isEmpty() && now.last.isPresent() && isRecent(now, at)) {
                return now.last.get();
            }
            mine = now.underWay.isEmpty();
            outcome = now.underWay.orElseGet(CompletableFuture::new);
            now.underWay = Optional.of(outcome);
            if (mine) {
                now.before = now.since;
                now.since = at;
            }
        }
        if (mine) {
            ask(credentials, outcome);
        }
        return outcome.join();
    }

    private static boolean isRecent(Kept now, Instant at) {
        return now.last.get() instanceof Granted
                ? isWithin(BETWEEN_RENEWALS, now.before, at)
                : isWithin(AFTER_A_REFUSAL, now.since, at);
    }

    private static boolean isWithin(Duration time, Instant since, Instant at) {
        return at.isBefore(since.plus(time)) && !at.isBefore(since);
    }

    private void ask(C credentials, CompletableFuture<Outcome> outcome) {
        Optional<Outcome> came = Optional.empty();
        try {
            came = Optional.of(request.ask(credentials));
        } finally {
            synchronized (kept) {
                Kept now = kept.get(credentials);
                now.underWay = Optional.empty();
                now.last = came;
                if (came.isPresent() && came.get() instanceof Granted granted) {
                    now.token = Optional.of(granted.token());
                    now.until = now.since.plus(usedFor(granted.lifetime()));
                }
            }
            if (came.isPresent()) {
                outcome.complete(came.get());
            } else {
                outcome.completeExceptionally(new IllegalStateException("The request ended without an outcome"));
            }
        }
    }

    private static Duration usedFor(Duration lifetime) {
        Duration quarter = lifetime.dividedBy(4);
        return lifetime.minus(quarter.compareTo(EARLY) < 0 ? quarter : EARLY);
    }

    /** Drops a token that was refused; a newer one stays. */
    public void drop(C credentials, Secret token) {
        synchronized (kept) {
            Kept now = kept.computeIfAbsent(credentials, key -> new Kept());
            now.token = now.token.filter(held -> !held.equals(token));
        }
    }

    /** Forgets all about these credentials, so that the next call asks anew. */
    public void forget(C credentials) {
        synchronized (kept) {
            if (kept.containsKey(credentials) && kept.get(credentials).underWay.isEmpty()) {
                kept.remove(credentials);
            }
        }
    }
}
