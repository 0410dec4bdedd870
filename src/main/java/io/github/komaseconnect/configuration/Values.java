package io.github.komaseconnect.configuration;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.reason.DutchTime;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartz.CronExpression;

/** The kinds of values that are not measures. */
final class Values {
    private static final Pattern COC = Pattern.compile("\\d{8}");
    private static final Pattern VAT = Pattern.compile("NL\\d{9}B\\d{2}|(?!NL)[A-Z]{2}[A-Z0-9]{2,13}");

    /** Any text. */
    static final ValueType<String> TEXT = new ValueType<>(Optional::of, "een tekst zijn", "a text");

    /** A day. */
    static final ValueType<LocalDate> DATE =
            new ValueType<>(DutchTime::typed, "een datum zoals 2026-01-31 zijn", "a date such as 2026-01-31");

    /** A Quartz cron expression that has at least one moment. */
    static final ValueType<String> CRON = new ValueType<>(
            Values::cron,
            "een Quartz-cronexpressie zijn (seconde minuut uur dag maand weekdag), zoals 0 0/15 * * * ?",
            "a Quartz cron expression (second minute hour day month weekday), such as 0 0/15 * * * ?");

    /** One mail address. */
    static final ValueType<String> ADDRESS = new ValueType<>(
            Values::address,
            "een e-mailadres zijn, zoals facturen@acme.nl",
            "an e-mail address, such as facturen@acme.nl");

    /** Mail addresses with a comma or semicolon between them. */
    static final ValueType<List<String>> ADDRESSES = new ValueType<>(
            Values::addresses,
            "een of meer e-mailadressen zijn, met een komma ertussen",
            "one or more e-mail addresses with a comma between them");

    /** An address on the web; plain http for this computer only, so that keys never travel in the clear. */
    static final ValueType<URI> WEB_ADDRESS = new ValueType<>(
            Values::webAddress,
            "een adres zijn dat begint met https:// en zonder ? en wat daarna komt (http:// alleen voor deze computer zelf);"
                    + " een subscription key hoort bij econnect.platform.subscription-key of econnect.psb.subscription-key",
            "an address that begins with https:// and has no ? with what follows (http:// for this computer itself only);"
                    + " a subscription key belongs in econnect.platform.subscription-key or econnect.psb.subscription-key");

    /** Dutch Chamber of Commerce number; spaces and dots are dropped. */
    static final ValueType<String> COC_NUMBER = new ValueType<>(
            text -> Optional.of(text.replaceAll("[\\s.]", ""))
                    .filter(number -> COC.matcher(number).matches()),
            "een KvK-nummer van 8 cijfers zijn",
            "a CoC number of 8 digits");

    /** VAT number; spaces, dots and dashes are dropped. */
    static final ValueType<String> VAT_NUMBER = new ValueType<>(
            text -> Optional.of(text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT))
                    .filter(number -> VAT.matcher(number).matches()),
            "een btw-nummer zoals NL123456782B01 zijn",
            "a VAT number such as NL123456782B01");

    /** Yes or no. */
    static final ValueType<Boolean> TRUE_OR_FALSE = new ValueType<>(
            text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            },
            "true of false zijn",
            "true or false");

    /** Address of a database that can hold the ledger. */
    static final ValueType<String> LEDGER = new ValueType<>(
            text -> Optional.of(text)
                    .filter(url -> url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:sqlite:")),
            "leeg zijn, of beginnen met jdbc:postgresql: of jdbc:sqlite:",
            "empty, or begin with jdbc:postgresql: or jdbc:sqlite:");

    private Values() {}

    /** The names of an enum in lower case. */
    static <E extends Enum<E>> ValueType<E> word(Class<E> words) {
        String list = Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new ValueType<>(
                text -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equalsIgnoreCase(text))
                        .findFirst(),
                "een van deze woorden zijn: " + list,
                "one of these words: " + list);
    }

    private static Optional<String> cron(String text) {
        try {
            Date first = new CronExpression(text).getNextValidTimeAfter(Date.from(Instant.EPOCH));
            return first == null ? Optional.empty() : Optional.of(text);
        } catch (ParseException | RuntimeException noCron) {
            // Quartz answers some nonsense with unchecked exceptions
            return Optional.empty();
        }
    }

    private static Optional<String> address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            boolean plain = text.equals(address.getAddress()) && text.indexOf('@') > 0;
            return plain ? Optional.of(text) : Optional.empty();
        } catch (AddressException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> addresses(String text) {
        List<String> parts = Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean right = !parts.isEmpty()
                && parts.stream().allMatch(part -> address(part).isPresent());
        return right ? Optional.of(parts) : Optional.empty();
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI address = new URI(text);
            String host = address.getHost();
            boolean whole = host != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            boolean safe = "https".equalsIgnoreCase(address.getScheme())
                    || "http".equalsIgnoreCase(address.getScheme()) && host != null && Environment.isLoopback(host);
            return whole && safe ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
