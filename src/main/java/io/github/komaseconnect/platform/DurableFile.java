package io.github.komaseconnect.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there as a whole or not at all, also after a power cut: temporary name beside them, fsync, rename. */
final class DurableFile {
    private DurableFile() {}

    /** Writes the content of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes {@code target}, replacing what was there; on failure nothing is left behind and what was there stays. */
    static void write(Path target, Content content) throws IOException {
        Path part = part(target);
        try {
            try (FileChannel channel = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            rename(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Gives a finished file its durable place; {@code file} is gone afterwards. */
    static void keep(Path file, Path target) throws IOException {
        Path part = part(target);
        try {
            Files.move(file, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            rename(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path part(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        return folder.resolve(target.getFileName() + ".part");
    }

    private static void rename(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent())) {
            folder.force(true);
        } catch (IOException e) {
            // Windows has no fsync of a folder, and needs none: the rename itself is journalled there
        }
    }
}
