package io.github.komaseconnect.configuration;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and numbers. */
final class Measures {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KB|MB|GB)");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}([.,]\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private Measures() {}

    /** {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}, {@code 7d}, within bounds given in the same form. */
    static ValueType<Duration> duration(String least, String most) {
        Duration from = duration(least).orElseThrow();
        Duration to = duration(most).orElseThrow();
        return new ValueType<Duration>(
                        Measures::duration,
                        "een tijdsduur zoals 500ms, 30s, 2m, 1h of 7d zijn,",
                        "a duration such as 500ms, 30s, 2m, 1h or 7d,")
                .where(
                        value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0,
                        "van " + least + " t/m " + most,
                        "from " + least + " to " + most);
    }

    /** As {@link #duration(String, String)}, or {@code off}. */
    static ValueType<Optional<Duration>> durationOrOff(String least, String most) {
        return orOff(duration(least, most));
    }

    /** As {@link #size(String, String)}, or {@code off}. */
    static ValueType<Optional<Long>> sizeOrOff(String least, String most) {
        return orOff(size(least, most));
    }

    private static <T> ValueType<Optional<T>> orOff(ValueType<T> type) {
        return new ValueType<>(
                text -> text.equalsIgnoreCase("off")
                        ? Optional.of(Optional.empty())
                        : type.read(text).map(Optional::of),
                type.dutch() + ", of off",
                type.english() + ", or off");
    }

    /** {@code 20KB}, {@code 100MB}; a kilobyte is 1024 bytes. */
    static ValueType<Long> size(String least, String most) {
        long from = size(least).orElseThrow();
        long to = size(most).orElseThrow();
        return new ValueType<Long>(
                        Measures::size, "een grootte zoals 20KB of 100MB zijn,", "a size such as 20KB or 100MB,")
                .where(
                        value -> value >= from && value <= to,
                        "van " + least + " t/m " + most,
                        "from " + least + " to " + most);
    }

    /** A whole number. */
    static ValueType<Integer> number(int least, int most) {
        return new ValueType<Integer>(
                        text -> WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
                        "een geheel getal zijn",
                        "a whole number")
                .where(
                        value -> value >= least && value <= most,
                        "van " + least + " t/m " + most,
                        "from " + least + " to " + most);
    }

    /** A number that may have decimals, after a point or a comma. */
    static ValueType<Double> decimal(int least, int most) {
        return new ValueType<Double>(
                        text -> DECIMAL.matcher(text).matches()
                                ? Optional.of(new BigDecimal(text.replace(',', '.')).doubleValue())
                                : Optional.empty(),
                        "een getal zijn",
                        "a number")
                .where(
                        value -> value >= least && value <= most,
                        "van " + least + " t/m " + most,
                        "from " + least + " to " + most);
    }

    private static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(TIMES.get(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    private static Optional<Long> size(String text) {
        Matcher parts = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(BYTES.get(parts.group(2)) * Long.parseLong(parts.group(1)))
                : Optional.empty();
    }
}
