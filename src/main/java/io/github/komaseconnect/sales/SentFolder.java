package io.github.komaseconnect.sales;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The folder of the month within {@code sent/}: the month in the Netherlands in which it was sent. */
public final class SentFolder {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneId.of("Europe/Amsterdam"));

    private SentFolder() {}

    /** The name of the folder for something sent at {@code at}. */
    public static String month(Instant at) {
        return MONTH.format(at);
    }

    /**
     * Makes the folder of a month, if it is not there.
     *
     * @throws IOException when the folder above it is not there: a network drive that has gone must not be replaced by a
     *     folder of our own under its name
     */
    static void make(Path month) throws IOException {
        if (!Files.isDirectory(month)) {
            Files.createDirectory(month);
        }
    }
}
