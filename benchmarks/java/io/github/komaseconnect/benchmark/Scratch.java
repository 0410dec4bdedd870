package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** Folders of a benchmark. */
public final class Scratch {
    private Scratch() {}

    /** An empty folder, whatever an earlier run left there. */
    public static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return Files.createDirectories(folder);
    }

    /** Whether nothing is in a folder, not even something hidden, but for the mark that says whose it is. */
    public static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !isMark(file))) {
            return !files.iterator().hasNext();
        }
    }

    /** Whether a file is the mark of the program that owns its folder. */
    public static boolean isMark(Path file) {
        return file.getFileName().toString().contains(".komas-econnect");
    }

    /** Renames every file of one folder into another. */
    public static void moveAll(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** How many files with this ending, in capitals or not, are in a folder and the folders in it. */
    public static long count(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .endsWith(ending))
                    .count();
        }
    }

    /**
     * Has the operating system write out what was prepared, so that no contender's flushing pays for it; without the
     * command {@code sync} (Windows) nothing is done.
     */
    public static void settleDisk() throws IOException {
        try {
            Process sync = new ProcessBuilder("sync").inheritIO().start();
            sync.waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
