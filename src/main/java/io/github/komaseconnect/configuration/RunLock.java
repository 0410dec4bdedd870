package io.github.komaseconnect.configuration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock of the operating system that lets one {@code run} at a time have a home. A process that is killed leaves it
 * free. Closing it (more than once does no harm) sets it free.
 *
 * <p>On POSIX systems a process loses its locks on a file as soon as it closes <em>any</em> channel to that file. So the
 * holder writes in a file of its own, {@code run.pid}, who it is, and a process that finds itself there never opens
 * {@code run.lock} again.
 */
public final class RunLock implements AutoCloseable {
    /** A probe of another process holds the lock for microseconds; a start waits that out. */
    private static final int ATTEMPTS = 25;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    private final FileChannel channel;
    private final Path holder;

    private RunLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Takes the lock.
     *
     * @param data home's {@code data/}; made when it is not there
     * @return empty when another run, also of this process, holds it
     * @throws IOException when {@code data/} cannot be written, or its file system knows no locks
     */
    public static synchronized Optional<RunLock> tryAcquire(Path data) throws IOException {
        Files.createDirectories(data);
        Path holder = data.resolve("run.pid");
        for (int attempt = 0; attempt < ATTEMPTS && !heldByThisProcess(holder); attempt++) {
            Optional<FileChannel> locked = lock(data);
            if (locked.isPresent()) {
                Files.writeString(holder, identity());
                return Optional.of(new RunLock(locked.get(), holder));
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return Optional.empty();
    }

    /**
     * Whether a run has this home now.
     *
     * @param data home's {@code data/}; may be missing
     * @throws IOException when the lock file cannot be opened
     */
    public static synchronized boolean isHeld(Path data) throws IOException {
        if (heldByThisProcess(data.resolve("run.pid"))) {
            return true;
        }
        if (!Files.exists(data.resolve("run.lock"))) {
            return false;
        }
        Optional<FileChannel> locked = lock(data);
        if (locked.isPresent()) {
            locked.get().close();
        }
        return locked.isEmpty();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            Files.deleteIfExists(holder);
            channel.close();
        }
    }

    private static Optional<FileChannel> lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            // a lock that this process holds without having said so in run.pid; it counts as held
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(channel) : Optional.empty();
    }

    private static boolean heldByThisProcess(Path holder) throws IOException {
        try {
            return Files.readString(holder).equals(identity());
        } catch (NoSuchFileException nobody) {
            return false;
        }
    }

    /** The process id alone would not do: after a kill in a container, the next process has the same one. */
    private static String identity() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + " "
                + self.info().startInstant().map(Instant::toString).orElse("");
    }
}
