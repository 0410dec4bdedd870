package io.github.komaseconnect.folder;

import java.nio.file.Path;

/**
 * Whether a file is there, for steps that are taken for every invoice and mostly find none: {@code Files.exists} makes an
 * exception for each file that is absent, whose stack of some hundred frames costs many times what the question itself does.
 */
public final class Presence {
    private Presence() {}

    /** Whether there is a file or folder of this name; no when that cannot be told. Links are followed. */
    public static boolean isThere(Path file) {
        return file.toFile().exists();
    }

    /** Whether there is a folder of this name; no when that cannot be told. Links are followed. */
    public static boolean isFolder(Path folder) {
        return folder.toFile().isDirectory();
    }
}
