package io.github.komaseconnect.reason;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** Dates and times as bookkeepers in the Netherlands write and read them, wherever this program runs. */
public final class DutchTime {
    /** The time of the Netherlands, summer time included. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final List<DateTimeFormatter> TYPED = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private DutchTime() {}

    /** Such as {@code 22-11-2026}. */
    public static String day(Instant at) {
        return day(date(at));
    }

    /** Such as {@code 22-11-2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** To the minute, such as {@code 22-11-2026 14:05}. */
    public static String minute(Instant at) {
        return MINUTE.format(at.atZone(ZONE));
    }

    /** To the second, such as {@code 22-11-2026 14:05:09}. */
    public static String second(Instant at) {
        return SECOND.format(at.atZone(ZONE));
    }

    /** Such as {@code 2026-11}; sorts by time. */
    public static String month(Instant at) {
        return MONTH.format(at.atZone(ZONE));
    }

    /** The date that it is in the Netherlands. */
    public static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** The moment at which a day begins in the Netherlands. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /**
     * Reads a date as people type it: {@code 2026-11-01}, {@code 1-11-2026} or {@code 1/11/2026}, white space around it
     * left out; empty when it is something else or a day that does not exist.
     */
    public static Optional<LocalDate> typed(String text) {
        for (DateTimeFormatter form : TYPED) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), form));
            } catch (DateTimeException otherForm) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }
}
