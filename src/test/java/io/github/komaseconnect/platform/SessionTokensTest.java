package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.platform.SessionTokens.LoggedIn;
import io.github.komaseconnect.platform.SessionTokens.NotLoggedIn;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private final AtomicInteger logIns = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private final SessionTokens tokens = new SessionTokens(
            keys -> new LoggedIn(new Secret(keys.connectionKey().value() + "-" + logIns.incrementAndGet())), clock);

    @Test
    void oneLogInServesUntilShortlyBeforeFourHours() {
        assertThat(token()).isEqualTo("app-key-1234-1");
        clock.now = Sample.NOW.plus(Duration.ofMinutes(229));
        assertThat(token()).isEqualTo("app-key-1234-1");
        clock.now = Sample.NOW.plus(Duration.ofMinutes(230));
        assertThat(token()).isEqualTo("app-key-1234-2");
    }

    @Test
    void aClockSetBackDoesNotKeepATokenAlive() {
        token();
        clock.now = Sample.NOW.minus(Duration.ofDays(1));
        assertThat(token()).isEqualTo("app-key-1234-2");
    }

    @Test
    void otherKeysMeanANewLogIn() {
        token();
        Credentials newSecret = new Credentials(Sample.KEYS.connectionKey(), new Secret("new"), new Secret(""));
        assertThat(tokens.token(newSecret)).isEqualTo(new LoggedIn(new Secret("app-key-1234-2")));
        assertThat(tokens.token(newSecret)).isEqualTo(new LoggedIn(new Secret("app-key-1234-2")));
    }

    @Test
    void onlyTheTokenThatExpiredIsDropped() {
        token();
        tokens.drop(new Secret("an older one"));
        assertThat(token()).isEqualTo("app-key-1234-1");
        tokens.drop(new Secret("app-key-1234-1"));
        assertThat(token()).isEqualTo("app-key-1234-2");
    }

    @Test
    void whoeverComesDuringALogInSharesItsRefusal() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Setback refused = Setback.blocked(Reason.of("econnect.keys-refused", "nee", "no"));
        SessionTokens slow = new SessionTokens(
                keys -> {
                    logIns.incrementAndGet();
                    awaitQuietly(release);
                    return new NotLoggedIn(refused);
                },
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Thread> waiting = new CopyOnWriteArrayList<>();
            List<CompletableFuture<SessionTokens.Outcome>> outcomes = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                waiting.add(Thread.currentThread());
                                return slow.token(Sample.KEYS);
                            },
                            threads))
                    .toList();
            Awaitility.await()
                    .until(() -> waiting.size() == 8
                            && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            release.countDown();
            for (CompletableFuture<SessionTokens.Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo(new NotLoggedIn(refused));
            }
            assertThat(logIns).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
        slow.token(Sample.KEYS);
        assertThat(logIns).hasValue(2);
    }

    private String token() {
        return ((LoggedIn) tokens.token(Sample.KEYS)).token().value();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now = Sample.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
