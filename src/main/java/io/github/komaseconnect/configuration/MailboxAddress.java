package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Mailbox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a mailbox is: {@code imaps://user@host[:port][/folder]}, without a password. */
final class MailboxAddress {
    private static final Pattern FORM =
            Pattern.compile("imaps://(?<user>.+)@(?<host>[A-Za-z0-9.-]+)(?::(?<port>\\d{1,5}))?(?:/(?<folder>.+?))?/?");
    private static final int IMAPS = 993;
    private static final int LAST_PORT = 65_535;

    private MailboxAddress() {}

    /** @param passwordKey the setting in which the password belongs */
    static ValueType<Mailbox> withPasswordIn(String passwordKey) {
        return new ValueType<>(
                MailboxAddress::read,
                "een adres zijn zoals imaps://facturen@acme.nl@imap.acme.nl/INBOX, zonder wachtwoord (dat hoort bij "
                        + passwordKey + ")",
                "an address such as imaps://facturen@acme.nl@imap.acme.nl/INBOX, without the password (that belongs in "
                        + passwordKey + ")");
    }

    /** The user may have an @ of its own, or be percent-encoded as in any address. */
    private static Optional<Mailbox> read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group("port") == null ? IMAPS : Integer.parseInt(parts.group("port"));
        String folder = parts.group("folder") == null ? "INBOX" : parts.group("folder");
        boolean password = parts.group("user").indexOf(':') >= 0;
        try {
            return password || port < 1 || port > LAST_PORT
                    ? Optional.empty()
                    : Optional.of(new Mailbox(
                            parts.group("host").toLowerCase(Locale.ROOT),
                            port,
                            decoded(parts.group("user")),
                            decoded(folder)));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
