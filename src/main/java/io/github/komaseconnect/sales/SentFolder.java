package io.github.komaseconnect.sales;

import io.github.komaseconnect.reason.DutchTime;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The folder of the month within {@code sent/}: the month in the Netherlands in which it was sent. */
public final class SentFolder {
    private SentFolder() {}

    /** The name of the folder for something sent at {@code at}. */
    public static String month(Instant at) {
        return DutchTime.month(at);
    }

    /**
     * Makes the folder of a month, if it is not there; two may do so at the same moment.
     *
     * @throws IOException when the folder above it is not there: a network drive that has gone must not be replaced by a
     *     folder of our own under its name
     */
    static void make(Path month) throws IOException {
        if (Files.isDirectory(month)) {
            return;
        }
        try {
            Files.createDirectory(month);
        } catch (FileAlreadyExistsException somebodyElse) {
            if (!Files.isDirectory(month)) {
                throw somebodyElse;
            }
        }
    }

    /**
     * A file of this name in the folder of any month.
     *
     * @throws IOException when the folders cannot be read
     */
    static Optional<Path> find(Path sent, String name) throws IOException {
        if (!Files.isDirectory(sent)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> months = Files.newDirectoryStream(sent, "????-??")) {
            for (Path month : months) {
                Path file = month.resolve(name);
                if (Files.exists(file)) {
                    return Optional.of(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return Optional.empty();
    }
}
