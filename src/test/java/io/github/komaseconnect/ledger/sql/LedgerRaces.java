package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What must be so when several do the same at a time, or something happens while something else goes on. */
abstract class LedgerRaces extends ReachContract {
    @Test
    void ofManyThatBeginTheSameDeliveryOneSucceeds() throws Exception {
        long id = add("2026-20", "A_2026-20");
        for (int round = 0; round < 10; round++) {
            long delivery =
                    ledger().inTransaction(books -> books.deliveries().add(id, "race", byPeppol(), Instant.now()));

            int opened = together(
                    8, () -> ledger().inTransaction(books -> books.deliveries().open(delivery)));

            assertThat(opened).isEqualTo(1);
            assertThat(list(books -> books.deliveries().attempts(delivery))).hasSize(1);
        }
    }

    @Test
    void aDeliveryIsEitherCancelledOrBegun() throws Exception {
        long id = add("2026-21", "A_2026-21");
        for (int round = 0; round < 10; round++) {
            long delivery =
                    ledger().inTransaction(books -> books.deliveries().add(id, "race", byPeppol(), Instant.now()));
            AtomicInteger turn = new AtomicInteger();

            int succeeded = together(6, () -> {
                boolean cancels = turn.getAndIncrement() % 2 == 0;
                return ledger().inTransaction(books -> {
                    // read first, then act on what was read, as orders and steps do
                    if (books.deliveries().find(delivery).orElseThrow().state() != DeliveryState.WAITING) {
                        throw new IllegalStateException("too late");
                    }
                    if (cancels) {
                        books.deliveries().state(delivery, DeliveryState.CANCELLED, Optional.empty(), Optional.empty());
                    } else {
                        books.deliveries().open(delivery);
                    }
                    return cancels;
                });
            });

            assertThat(succeeded).isEqualTo(1);
        }
    }

    @Test
    void theSameAlarmRaisedByManyAtATimeIsOne() throws Exception {
        int isNew = together(8, () -> {
            boolean first = ledger().inTransaction(
                            books -> books.alarms().raise("race/x", "acme", REASON, Optional.of("touch")));
            if (!first) {
                throw new IllegalStateException("another was first");
            }
            return first;
        });

        assertThat(isNew).isEqualTo(1);
        assertThat(only("race/x").touches()).hasSize(1);
    }

    /** How many of so many threads, all doing this at the same time, ended without an exception. */
    private static int together(int threads, Callable<?> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                all.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            int succeeded = 0;
            for (Future<?> one : all) {
                try {
                    one.get(60, TimeUnit.SECONDS);
                    succeeded++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isExactlyInstanceOf(IllegalStateException.class);
                }
            }
            return succeeded;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void onlyADeliveryThatWaitsCanBegin() {
        long id = add("2026-22", "A_2026-22");
        long delivery = ledger().inTransaction(books -> books.deliveries().add(id, "race", byPeppol(), Instant.now()));
        for (DeliveryState state : DeliveryState.values()) {
            ledger().record(books -> books.deliveries().state(delivery, state, Optional.empty(), Optional.empty()));
            if (state != DeliveryState.WAITING) {
                assertThatThrownBy(() ->
                                ledger().record(books -> books.deliveries().open(delivery)))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
        assertThat(list(books -> books.deliveries().attempts(delivery))).isEmpty();
    }

    @Test
    void theTimeOfAPauseDoesNotCountAsFailing() {
        long id = add("2026-23", "A_2026-23");
        Instant now = Instant.now();
        Instant pausedAt = now.minusSeconds(1000);
        long before = failing(id, "stop", now.minusSeconds(1600));
        long during = failing(id, "stop", now.minusSeconds(400));
        long other = failing(id, "elsewhere", now.minusSeconds(1600));
        ledger().record(books -> books.pauses()
                .set(new Pause("stop", Channel.ECONNECT, "x", "x", "x", "y", pausedAt, Optional.empty())));

        ledger().record(books -> books.pauses().end("stop", Channel.ECONNECT));

        assertThat(failedFor(before)).isBetween(Duration.ofSeconds(600), Duration.ofSeconds(640));
        assertThat(failedFor(during)).isBetween(Duration.ZERO, Duration.ofSeconds(40));
        assertThat(failedFor(other)).isGreaterThanOrEqualTo(Duration.ofSeconds(1600));
    }

    private long failing(long invoice, String company, Instant since) {
        return ledger().inTransaction(books -> {
            long delivery = books.deliveries().add(invoice, company, byPeppol(), since);
            books.deliveries().state(delivery, DeliveryState.WAITING, Optional.of(since), Optional.of(since));
            return delivery;
        });
    }

    private Duration failedFor(long delivery) {
        Instant since = optional(books -> books.deliveries().find(delivery))
                .flatMap(Delivery::failingSince)
                .orElseThrow();
        return Duration.between(since, Instant.now());
    }

    @Test
    void whatAnAlarmTouchesWhileItsMailIsOnItsWayIsStillToBeTold() {
        ledger().record(books -> {
            books.alarms().raise("later/x", "acme", REASON, Optional.of("a"));
            books.alarms().raise("later/x", "acme", REASON, Optional.of("b"));
        });
        Alarm listed = only("later/x");
        ledger().record(books -> books.alarms().raise("later/x", "acme", REASON, Optional.of("c")));

        ledger().record(books ->
                books.alarms().mailed(listed.id(), listed.touches().size()));

        assertThat(toMail("later/x")).singleElement().satisfies(alarm -> assertThat(alarm.touches())
                .filteredOn(touch -> !touch.told())
                .extracting(Alarm.Touch::label)
                .containsExactly("c"));
    }
}
