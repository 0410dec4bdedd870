package io.github.komaseconnect.folder;

import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Whether a folder can be used, found out by really using it: rights as the operating system reports them say little
 * about a network share. Waits as long as the file system does.
 *
 * @param folder the folder looked at
 * @param state what was found
 * @param detail the operating system's words, empty when it is usable
 */
public record FolderHealth(Path folder, State state, String detail) {
    /** What can be wrong with a folder. */
    public enum State {
        /** Can be listed, written in and cleaned. */
        USABLE,
        /** Is not there; on a network, perhaps not there now. */
        MISSING,
        /** There is something of that name, but no folder. */
        NO_FOLDER,
        /** Its files cannot be listed. */
        NOT_READABLE,
        /** No file can be made in it, or none removed. */
        NOT_WRITABLE
    }

    /** Whether files move between two folders by one rename. */
    public enum Together {
        /** They do. */
        ONE_FILE_SYSTEM,
        /** They do not: the folders are on different file systems, or are kept apart by how they are mounted. */
        APART,
        /** One of the folders is not usable, so it was not tried. */
        UNKNOWN
    }

    /** Looks, by listing the folder and by making and removing a hidden file. */
    public static FolderHealth of(Path folder) {
        if (!Files.exists(folder)) {
            return new FolderHealth(folder, State.MISSING, "");
        }
        if (!Files.isDirectory(folder)) {
            return new FolderHealth(folder, State.NO_FOLDER, "");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.iterator().hasNext();
        } catch (IOException unreadable) {
            return new FolderHealth(folder, State.NOT_READABLE, words(unreadable));
        }
        Path trial = trialIn(folder);
        try {
            Files.createFile(trial);
            Files.delete(trial);
            return new FolderHealth(folder, State.USABLE, "");
        } catch (IOException unwritable) {
            return new FolderHealth(folder, State.NOT_WRITABLE, words(unwritable));
        }
    }

    /** Whether it can be used. */
    public boolean usable() {
        return state == State.USABLE;
    }

    /** Tries, with a hidden file, whether a file moves from one folder to the other by one rename. */
    public static Together together(Path from, Path to) {
        Path here = trialIn(from);
        Path there = trialIn(to);
        try {
            Files.createFile(here);
            Files.move(here, there, StandardCopyOption.ATOMIC_MOVE);
            return Together.ONE_FILE_SYSTEM;
        } catch (AtomicMoveNotSupportedException apart) {
            return Together.APART;
        } catch (IOException unusable) {
            return Together.UNKNOWN;
        } finally {
            remove(here);
            remove(there);
        }
    }

    /** Bytes free for this account where the folder is; empty when the operating system does not say. */
    public static OptionalLong freeSpace(Path folder) {
        // not by its FileStore, for which Java reads the whole mount table on Linux
        File asked = folder.toFile();
        long usable = asked.getUsableSpace();
        // 0 may also mean that it does not say
        return usable > 0 || asked.getTotalSpace() > 0 ? OptionalLong.of(usable) : OptionalLong.empty();
    }

    private static Path trialIn(Path folder) {
        return folder.resolve(".komas-econnect-" + UUID.randomUUID() + ".tmp");
    }

    private static void remove(Path trial) {
        try {
            Files.deleteIfExists(trial);
        } catch (IOException leftBehind) {
            // an empty hidden file that nobody reads; the folder's own health says what is wrong with it
        }
    }

    private static String words(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
