package io.github.komaseconnect.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.purchase.MovableClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look that hangs delays nothing else. */
class LanesTest {
    private final MovableClock clock = new MovableClock();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final Lanes lanes =
            new Lanes(Duration.ofMillis(200), 3, (name, e) -> failed.add(name + ": " + e.getMessage()), clock);
    private final CountDownLatch share = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        share.countDown();
        lanes.close();
    }

    private void hang() {
        looks.incrementAndGet();
        try {
            share.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsDoneInTimeIsDoneWhenItReturns() {
        lanes.run("a", looks::incrementAndGet);

        assertThat(looks).hasValue(1);
        assertThat(lanes.goingOnFor(Duration.ZERO)).isEmpty();
    }

    @Test
    void whatHangsIsLeftAloneUntilItEndsAndOthersGoOn() {
        lanes.run("share", this::hang);
        lanes.run("share", this::hang);
        AtomicInteger others = new AtomicInteger();
        lanes.run("other", others::incrementAndGet);

        assertThat(looks).hasValue(1);
        assertThat(others).hasValue(1);
        assertThat(lanes.goingOnFor(Duration.ofMinutes(1))).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(lanes.goingOnFor(Duration.ofMinutes(1))).containsExactly("share");

        share.countDown();
        await().until(() -> lanes.goingOnFor(Duration.ZERO).isEmpty());
        lanes.run("share", looks::incrementAndGet);
        assertThat(looks).hasValue(2);
    }

    @Test
    void whenTooMuchHangsTheRestIsLeftOutAndTriedAgain() {
        for (String name : List.of("a", "b", "c", "d")) {
            lanes.run(name, this::hang);
        }
        assertThat(looks).hasValue(3);

        share.countDown();
        await().until(() -> lanes.goingOnFor(Duration.ZERO).isEmpty());
        await().untilAsserted(() -> {
            lanes.run("d", this::hang);
            assertThat(looks).hasValueGreaterThan(3);
        });
    }

    private static Map<String, Runnable> works(Object... namesAndWorks) {
        Map<String, Runnable> works = new LinkedHashMap<>();
        for (int n = 0; n < namesAndWorks.length; n += 2) {
            works.put((String) namesAndWorks[n], (Runnable) namesAndWorks[n + 1]);
        }
        return works;
    }

    private final List<String> done = new CopyOnWriteArrayList<>();

    private Runnable noting(String name) {
        return () -> done.add(name + " by " + Thread.currentThread().getId());
    }

    @Test
    void manyAreDoneInTheirOrderByOneThread() {
        lanes.runAll(works("a", noting("a"), "b", noting("b"), "c", noting("c")));

        assertThat(done).extracting(line -> line.substring(0, 1)).containsExactly("a", "b", "c");
        assertThat(done)
                .extracting(line -> line.substring(5))
                .containsOnly(done.get(0).substring(5));
        assertThat(lanes.goingOnFor(Duration.ZERO)).isEmpty();
    }

    @Test
    void amongManyOneThatHangsKeepsTheOthersWaitingForAMomentOnlyAndIsNotBegunAgain() {
        Map<String, Runnable> works =
                works("a", noting("a"), "share", (Runnable) this::hang, "b", noting("b"), "c", noting("c"));
        lanes.runAll(works);
        lanes.runAll(works);

        assertThat(looks).hasValue(1);
        assertThat(done).extracting(line -> line.substring(0, 1)).containsExactly("a", "b", "c", "a", "b", "c");
        assertThat(lanes.goingOnFor(Duration.ZERO)).containsExactly("share");

        share.countDown();
        await().until(() -> lanes.goingOnFor(Duration.ZERO).isEmpty());
        lanes.runAll(works);
        assertThat(looks).hasValue(2);
    }

    @Test
    void amongManyTheRestIsLeftOutWhenTooMuchHangsAndDoneLater() {
        lanes.runAll(works(
                "a", (Runnable) this::hang, "b", (Runnable) this::hang, "c", (Runnable) this::hang, "d", noting("d")));
        assertThat(looks).hasValue(3);
        assertThat(done).isEmpty();

        share.countDown();
        await().untilAsserted(() -> {
            lanes.runAll(works("d", noting("d")));
            assertThat(done).isNotEmpty();
        });
    }

    @Test
    void amongManyOneThatFailsIsToldAndTheOthersAreDone() {
        Runnable broken = () -> {
            throw new IllegalStateException("kapot");
        };
        lanes.runAll(works("a", broken, "b", noting("b")));

        assertThat(failed).containsExactly("a: kapot");
        assertThat(done).hasSize(1);
    }

    @Test
    void whatFailsIsTold() {
        lanes.run("a", () -> {
            throw new IllegalStateException("kapot");
        });

        assertThat(failed).containsExactly("a: kapot");
    }
}
