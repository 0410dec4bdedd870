package io.github.komaseconnect.folder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * What went wrong with a file or a folder, in words for the reader: Java's own message is often no more than a path.
 *
 * @param dutch a sentence
 * @param english the same sentence
 */
public record FileFailure(String dutch, String english) {
    /** Puts a failure into words. */
    public static FileFailure of(Exception failure) {
        IOException cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : null;
        Exception found = cause == null ? failure : cause;
        String words = found.getMessage() == null ? found.toString() : found.getMessage();
        if (found instanceof NoSuchFileException || found instanceof FileNotFoundException) {
            return new FileFailure("niet gevonden: " + words + ".", "not found: " + words + ".");
        }
        if (found instanceof AccessDeniedException) {
            return new FileFailure("geen rechten op " + words + ".", "no permission for " + words + ".");
        }
        if (found instanceof FileAlreadyExistsException) {
            return new FileFailure(
                    "er staat al iets met de naam " + words + ".", "there is something already named " + words + ".");
        }
        if (found instanceof AtomicMoveNotSupportedException) {
            return new FileFailure(
                    "de mappen staan niet op dezelfde schijf: " + words + ".",
                    "the folders are not on one disk: " + words + ".");
        }
        return new FileFailure(words + ".", words + ".");
    }
}
