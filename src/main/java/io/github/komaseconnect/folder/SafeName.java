package io.github.komaseconnect.folder;

/** Temporary. */
public final class SafeName {
    private SafeName() {}

    public static String of(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
