package io.github.komaseconnect.folder;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a file is there, for steps that are taken for every invoice and mostly find none: {@code Files.exists} makes an
 * exception for each file that is absent, whose stack of some hundred frames costs many times what the question itself does.
 */
public final class Presence {
    private Presence() {}

    /** Whether there is a file or folder of this name; no when that cannot be told. Links are followed. */
    public static boolean isThere(Path file) {
        return isAscii(file) ? file.toFile().exists() : Files.exists(file);
    }

    /** Whether there is a folder of this name; no when that cannot be told. Links are followed. */
    public static boolean isFolder(Path folder) {
        return isAscii(folder) ? folder.toFile().isDirectory() : Files.isDirectory(folder);
    }

    /** The name in a {@code File} is made of characters; where the system's encoding lacks some, it is another name. */
    private static boolean isAscii(Path path) {
        return path.toString().chars().allMatch(c -> c < 0x80);
    }
}
