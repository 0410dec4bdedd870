package io.github.komaseconnect.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A small disk of its own, in memory, mounted by the test; needs root on Linux, else the test is skipped and says so. */
final class Tmpfs implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path folder;
    private final Path filler;

    private Tmpfs(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    static Tmpfs mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "komas-econnect-test", folder.toString());
        if (!mounted) {
            System.out.println("SKIPPED: no small disk could be mounted on " + folder + " (root on Linux is needed)");
        }
        Assumptions.assumeTrue(mounted, "no small disk could be mounted: root on Linux is needed");
        return new Tmpfs(folder);
    }

    /** Fills the disk until no more than this is free; 0: to the last byte. */
    void fillUpTo(long bytesFree) throws IOException {
        try (FileChannel out = FileChannel.open(
                filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (folder.toFile().getUsableSpace() > bytesFree) {
                out.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException full) {
            if (bytesFree > 0) {
                throw full;
            }
        }
    }

    /** Takes away what {@link #fillUpTo} wrote. */
    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    /** From now on nothing can be written on it, or it can again. */
    void remount(String how) throws IOException {
        if (!run("mount", "-o", "remount," + how, folder.toString())) {
            throw new IOException("cannot remount " + folder + " " + how);
        }
    }

    @Override
    public void close() {
        try {
            if (!run("umount", "-l", folder.toString())) {
                System.out.println("still mounted: " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
