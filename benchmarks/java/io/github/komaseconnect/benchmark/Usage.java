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
    /** Of this JVM. */
    static Usage now() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Usage(
                Duration.ofNanos(system.getProcessCpuTime()),
                residentKbOf("self"),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** The resident memory of a process. */
    static long residentKbOf(String process) throws IOException {
        Path status = Path.of("/proc", process, "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** Processor time since an earlier moment, in seconds. */
    public double cpuSecondsSince(Usage earlier) {
        return cpu.minus(earlier.cpu()).toNanos() / 1e9;
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
