package io.github.komaseconnect.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/** Dates and times as Dutch bookkeepers write them, in the time of the Netherlands. */
final class Moments {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm").withZone(AMSTERDAM);
    private static final DateTimeFormatter PRECISE =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss").withZone(AMSTERDAM);
    private static final List<DateTimeFormatter> TYPED = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private Moments() {}

    /** To the minute, such as {@code 22-11-2026 14:05}. */
    static String shown(Instant at) {
        return SHOWN.format(at);
    }

    /** To the second. */
    static String precise(Instant at) {
        return PRECISE.format(at);
    }

    /**
     * The beginning of a day.
     *
     * @param typed such as {@code 2026-11-01} or {@code 1-11-2026}
     * @throws CommandFailure when it is not a date
     */
    static Instant startOfDay(String typed) {
        for (DateTimeFormatter format : TYPED) {
            try {
                return LocalDate.parse(typed.strip(), format)
                        .atStartOfDay(AMSTERDAM)
                        .toInstant();
            } catch (DateTimeParseException another) {
                // the next form
            }
        }
        throw CommandFailure.usage(
                typed + " is geen datum; schrijf 2026-11-01 of 1-11-2026.",
                typed + " is not a date; write 2026-11-01 or 1-11-2026.");
    }
}
