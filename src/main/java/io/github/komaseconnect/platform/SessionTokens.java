package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The security token of one company: used until shortly before eConnect's four hours are over, and dropped when other
 * keys are configured. However many calls need a new one at the same time, one log-in is made and all share its outcome,
 * a refusal too.
 */
final class SessionTokens {
    private static final Duration USED_FOR = Duration.ofHours(4).minusMinutes(10);

    private final Function<Credentials, Outcome> logIn;
    private final Clock clock;
    private Optional<Session> session = Optional.empty();
    private Optional<LogIn> underWay = Optional.empty();

    /** How a log-in ended. */
    sealed interface Outcome {}

    /** Accepted. */
    record LoggedIn(Secret token) implements Outcome {}

    /** No token, and why. */
    record NotLoggedIn(Setback setback) implements Outcome {}

    /** @param logIn asks eConnect for a token; must return in bounded time and not throw */
    SessionTokens(Function<Credentials, Outcome> logIn, Clock clock) {
        this.logIn = logIn;
        this.clock = clock;
    }

    /** A token for these keys, from the last log-in or a new one. */
    Outcome token(Credentials credentials) {
        byte[] keys = fingerprint(credentials);
        LogIn mine;
        synchronized (this) {
            Instant now = clock.instant();
            if (session.isPresent() && session.get().usable(keys, now)) {
                return new LoggedIn(session.get().token());
            }
            if (underWay.isPresent() && Arrays.equals(underWay.get().keys(), keys)) {
                mine = underWay.get();
            } else {
                mine = new LogIn(keys, now, Thread.currentThread(), new CompletableFuture<>());
                underWay = Optional.of(mine);
            }
        }
        if (mine.by() == Thread.currentThread()) {
            carryOut(mine, credentials);
        }
        return mine.outcome().join();
    }

    /** Drops a token that eConnect called expired; a newer one stays. */
    synchronized void drop(Secret token) {
        session = session.filter(held -> !held.token().equals(token));
    }

    /** Drops whatever token there is, so that the next call logs in. */
    synchronized void dropAny() {
        session = Optional.empty();
    }

    private void carryOut(LogIn mine, Credentials credentials) {
        Optional<Outcome> reply = Optional.empty();
        try {
            reply = Optional.of(logIn.apply(credentials));
        } finally {
            synchronized (this) {
                if (reply.isPresent() && reply.get() instanceof LoggedIn loggedIn) {
                    session = Optional.of(new Session(loggedIn.token(), mine.keys(), mine.begun()));
                }
                underWay = underWay.filter(current -> current != mine);
            }
            if (reply.isPresent()) {
                mine.outcome().complete(reply.get());
            } else {
                mine.outcome().completeExceptionally(new IllegalStateException("The log-in ended without an outcome"));
            }
        }
    }

    private static byte[] fingerprint(Credentials credentials) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(credentials.connectionKey().value().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(credentials.connectionSecret().value().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Session(Secret token, byte[] keys, Instant since) {
        boolean usable(byte[] configuredKeys, Instant now) {
            return Arrays.equals(keys, configuredKeys) && now.isBefore(since.plus(USED_FOR)) && !now.isBefore(since);
        }
    }

    private record LogIn(byte[] keys, Instant begun, Thread by, CompletableFuture<Outcome> outcome) {}
}
