package io.github.komaseconnect.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a JVM has used so far.
 *
 * @param cpu time of all its threads
 * @param residentKb memory that the operating system has given it now, 0 where it does not tell (other than Linux)
 * @param threads that are alive
 */
public record Usage(Duration cpu, long residentKb, int threads) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Of this JVM. */
    static Usage now() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Usage(
                Duration.ofNanos(system.getProcessCpuTime()),
                residentNow(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static long residentNow() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    String asLine() {
        return cpu.toNanos() + " " + residentKb + " " + threads;
    }

    /** As {@link #asLine} wrote it. */
    static Usage parse(String line) {
        String[] words = line.split(" ");
        return new Usage(
                Duration.ofNanos(Long.parseLong(words[0])), Long.parseLong(words[1]), Integer.parseInt(words[2]));
    }
}
