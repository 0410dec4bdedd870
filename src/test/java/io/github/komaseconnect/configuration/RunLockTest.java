package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path data;

    /** The child process: takes the lock and holds it until it is killed. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Optional<RunLock> lock = RunLock.tryAcquire(data);
        Files.writeString(data.resolve("child"), lock.isPresent() ? "has it" : "refused");
        System.in.read();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    @Test
    void one_run_at_a_time() throws Exception {
        try (RunLock first = RunLock.tryAcquire(data).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(RunLock.tryAcquire(data)).isEmpty();
            assertThat(RunLock.isHeld(data)).isTrue();
        }
        assertThat(RunLock.isHeld(data)).isFalse();
        RunLock.tryAcquire(data).orElseThrow().close();
    }

    @Test
    void closing_twice_sets_nobody_elses_lock_free() throws Exception {
        RunLock first = RunLock.tryAcquire(data).orElseThrow();
        first.close();
        try (RunLock second = RunLock.tryAcquire(data).orElseThrow()) {
            first.close();

            assertThat(second).isNotNull();
            assertThat(RunLock.isHeld(data)).isTrue();
        }
    }

    @Test
    void a_home_that_never_ran_is_free_and_nothing_is_written_by_asking() throws Exception {
        assertThat(RunLock.isHeld(data.resolve("data"))).isFalse();
        assertThat(data.resolve("data")).doesNotExist();
    }

    @Test
    void asking_and_trying_in_this_process_does_not_lose_its_lock() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(data).orElseThrow()) {
            assertThat(lock).isNotNull();
            RunLock.isHeld(data);
            RunLock.tryAcquire(data);

            Process child = child();
            try {
                assertThat(answerOf(child)).isEqualTo("refused");
            } finally {
                child.destroyForcibly();
            }
        }
    }

    @Test
    void a_kill_leaves_it_free() throws Exception {
        Process child = child();
        try {
            assertThat(answerOf(child)).isEqualTo("has it");
            assertThat(RunLock.isHeld(data)).isTrue();
            assertThat(RunLock.tryAcquire(data)).isEmpty();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(RunLock.isHeld(data)).isFalse();
        RunLock.tryAcquire(data).orElseThrow().close();
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunLockTest.class.getName(),
                        data.toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    private String answerOf(Process child) {
        Path answer = data.resolve("child");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !child.isAlive() || Files.exists(answer) && Files.size(answer) > 0);
        try {
            return Files.readString(answer);
        } catch (IOException failed) {
            throw new AssertionError("the child died", failed);
        }
    }
}
