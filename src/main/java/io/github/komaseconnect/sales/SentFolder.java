package io.github.komaseconnect.sales;

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
}
