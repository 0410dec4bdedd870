package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.PrintSettings;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.company.PrintWords;
import io.github.komaseconnect.econnect.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how a company prints. */
final class PrintReader {
    /** Name of the password at a printer. */
    static final String PASSWORD = "printer-password";

    private static final String USER = "printer-user";
    private static final ValueType<String> USER_NAME = new ValueType<>(
            text -> text.indexOf(':') < 0 && text.chars().noneMatch(Character::isISOControl)
                    ? Optional.of(text)
                    : Optional.empty(),
            "een gebruikersnaam zonder dubbele punt zijn",
            "a user name without a colon");
    private static final ValueType<URI> PRINTER = new ValueType<>(
            PrintReader::printer,
            "het adres van een printer zijn dat begint met ipp:// of ipps://, zoals ipp://printer.kantoor.example/ipp/print,"
                    + " zonder gebruikersnaam erin",
            "the address of a printer that begins with ipp:// or ipps://, such as ipp://printer.office.example/ipp/print,"
                    + " without a user name in it");
    private static final ValueType<Integer> COPIES = new ValueType<>(
            PrintWords::copies,
            "een aantal van 1 t/m " + PrintWords.MOST_COPIES + " zijn",
            "a number from 1 to " + PrintWords.MOST_COPIES);
    private static final ValueType<PrintWishes.Sides> SIDES =
            new ValueType<>(PrintWords::sides, "yes, no of short-edge zijn", "yes, no or short-edge");
    private static final ValueType<PrintWishes.Colour> COLOUR =
            new ValueType<>(PrintWords::colour, "yes of no zijn", "yes or no");
    private static final ValueType<String> TRAY = new ValueType<>(
            PrintWords::tray,
            "een papierlade zijn zoals tray-2, manual of envelope",
            "a paper tray such as tray-2, manual or envelope");
    private static final ValueType<Boolean> DAILY = new ValueType<>(
            text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "no" -> Optional.of(false);
                case "daily" -> Optional.of(true);
                default -> Optional.empty();
            },
            "no of daily zijn",
            "no or daily");
    private static final ValueType<LocalTime> TIME =
            new ValueType<>(PrintReader::time, "een tijd zoals 15:30 zijn", "a time such as 15:30");

    private PrintReader() {}

    static PrintSettings read(Settings settings) {
        PrintWishes wishes = new PrintWishes(
                settings.optional("print.copies", COPIES),
                settings.optional("print.duplex", SIDES),
                settings.optional("print.tray", TRAY),
                settings.optional("print.colour", COLOUR));
        Optional<URI> printer = settings.optional("printer", PRINTER);
        if (printer.isEmpty() && !settings.present("printer")) {
            warnWithout(
                    settings,
                    "geldt alleen voor een printer (printer=ipp://...)",
                    "counts only for a printer (printer=ipp://...)",
                    USER,
                    PASSWORD,
                    "print.copies",
                    "print.tray",
                    "print.colour");
        }
        boolean daily = settings.value("print-batch", DAILY);
        LocalTime at = settings.value("print-batch.at", TIME);
        if (!daily) {
            warnWithout(
                    settings,
                    "geldt alleen met print-batch=daily",
                    "counts only with print-batch=daily",
                    "print-batch.at");
        }
        if (printer.isEmpty() && !settings.present("printer") && !daily) {
            warnWithout(
                    settings,
                    "geldt alleen voor een printer, of met print-batch=daily",
                    "counts only for a printer, or with print-batch=daily",
                    "print.duplex");
        }
        return new PrintSettings(printer, user(settings, printer), wishes, daily ? Optional.of(at) : Optional.empty());
    }

    /** A password never goes where somebody on the way could read it. */
    private static String user(Settings settings, Optional<URI> printer) {
        String user = settings.optional(USER, USER_NAME).orElse("");
        boolean password = settings.secret(PASSWORD).present();
        if (settings.present(USER) && !settings.present(PASSWORD)) {
            settings.error(USER, "vraagt ook om printer-password", "needs printer-password too");
        }
        if (password && !settings.present(USER)) {
            settings.error(PASSWORD, "vraagt ook om printer-user", "needs printer-user too");
        }
        if (password && printer.filter(address -> !hides(address)).isPresent()) {
            settings.error(
                    PASSWORD,
                    "gaat alleen over ipps://, want over ipp:// kan iedereen op het netwerk het lezen; maak van de printer"
                            + " een ipps-adres, of haal gebruikersnaam en wachtwoord weg",
                    "goes over ipps:// only, for over ipp:// everybody on the network can read it; give the printer an ipps"
                            + " address, or take user name and password away");
        }
        return user;
    }

    private static boolean hides(URI printer) {
        return printer.getScheme().equalsIgnoreCase("ipps") || Environment.isLoopback(printer.getHost());
    }

    private static void warnWithout(Settings settings, String dutch, String english, String... names) {
        List.of(names).stream().filter(settings::present).forEach(name -> settings.warn(name, dutch, english));
    }

    private static Optional<URI> printer(String text) {
        try {
            URI address = new URI(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("ipp") || scheme.equals("ipps"))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getPort() <= 65_535;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text, DateTimeFormatter.ofPattern("H:mm")));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
