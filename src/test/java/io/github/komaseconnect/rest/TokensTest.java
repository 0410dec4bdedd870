package io.github.komaseconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.PsbCredentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.simulator.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final PsbCredentials CLIENT =
            new PsbCredentials("acme-client", new Secret("client-secret-4711"), "", new Secret(""), new Secret(""));
    private static final PsbCredentials OTHER =
            new PsbCredentials("other", new Secret("other-secret"), "", new Secret(""), new Secret(""));

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private Duration lifetime = Duration.ofHours(1);
    private final Tokens<PsbCredentials> tokens = new Tokens<>(
            credentials -> new Tokens.Granted(new Secret("token-" + asked.incrementAndGet()), lifetime), clock);

    private String token() {
        return ((Tokens.Granted) tokens.token(CLIENT)).token().value();
    }

    @Test
    void isUsedAgainUntilShortlyBeforeItsEnd() {
        assertThat(token()).isEqualTo("token-1");
        clock.advance(Duration.ofMinutes(57));
        assertThat(token()).isEqualTo("token-1");
        clock.advance(Duration.ofMinutes(2));
        assertThat(token()).isEqualTo("token-2");
    }

    @Test
    void oneThatLivesShortlyIsUsedForThreeQuartersOfThat() {
        lifetime = Duration.ofSeconds(40);
        token();
        clock.advance(Duration.ofSeconds(29));
        assertThat(token()).isEqualTo("token-1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(token()).isEqualTo("token-2");
    }

    @Test
    void isKeptForEachCredentials() {
        assertThat(token()).isEqualTo("token-1");
        tokens.token(OTHER);
        assertThat(token()).isEqualTo("token-1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRefusedOneIsRenewedOnceAndNotForEveryCall() {
        String first = token();
        tokens.drop(CLIENT, new Secret(first));
        assertThat(token()).isEqualTo("token-2");
        for (int call = 0; call < 5; call++) {
            tokens.drop(CLIENT, new Secret("token-2"));
            assertThat(token()).isEqualTo("token-2");
        }
        clock.advance(Duration.ofSeconds(11));
        assertThat(token()).isEqualTo("token-3");
    }

    @Test
    void anOlderOneThatIsRefusedDoesNotDropTheNewer() {
        token();
        tokens.drop(CLIENT, new Secret("token-0"));
        assertThat(token()).isEqualTo("token-1");
    }

    @Test
    void aRefusalIsSharedForAMoment() {
        AtomicInteger refusals = new AtomicInteger();
        Tokens<PsbCredentials> refused = new Tokens<>(
                credentials -> {
                    refusals.incrementAndGet();
                    return new Tokens.NotGranted(new TokenTrouble.Refused(400, Optional.empty()));
                },
                clock);
        for (int call = 0; call < 5; call++) {
            assertThat(refused.token(CLIENT)).isInstanceOf(Tokens.NotGranted.class);
        }
        assertThat(refusals).hasValue(1);
        refused.forget(CLIENT);
        refused.token(CLIENT);
        clock.advance(Duration.ofSeconds(3));
        refused.token(CLIENT);
        assertThat(refusals).hasValue(3);
    }

    @Test
    void manyThatNeedOneAtTheSameTimeShareOneRequest() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Tokens<PsbCredentials> slow = new Tokens<>(
                credentials -> {
                    asked.incrementAndGet();
                    await(go);
                    return new Tokens.Granted(new Secret("one"), lifetime);
                },
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Tokens.Outcome>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Callable<Tokens.Outcome> call = () -> slow.token(CLIENT);
                all.add(threads.submit(call));
            }
            go.countDown();
            for (Future<Tokens.Outcome> one : all) {
                assertThat(((Tokens.Granted) one.get()).token().value()).isEqualTo("one");
            }
            assertThat(asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
