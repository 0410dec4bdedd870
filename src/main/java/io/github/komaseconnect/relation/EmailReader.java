package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the e-mail addresses that people type in one field, separated by {@code ;}, {@code ,} or a space. Each address
 * is checked strictly (RFC 822 syntax, a domain with a dot, no control characters), so that no header can be smuggled
 * in.
 */
public final class EmailReader {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]++|(?<![\\s\\p{Z}\\p{Cf}])[\\s\\p{Z}\\p{Cf}]++$");
    private static final Pattern SEPARATORS = Pattern.compile("[;,\\p{Z}]+");
    private static final Pattern BETWEEN_ANGLE_BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final Pattern FORM = Pattern.compile(
            "[^\\p{Z}\\p{C}<>()\\[\\]\\\\,;:\"@]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");
    private static final int LONGEST = 254;

    /** Reads any number of addresses; nothing but blanks gives no address. */
    public EmailReading read(String typed) {
        String text = BLANKS_AROUND.matcher(typed).replaceAll("");
        if (CONTROL.matcher(text).find()) {
            return new EmailReading.Refused(controlCharacters(typed), List.of());
        }
        TreeSet<String> seen = new TreeSet<>();
        List<String> valid = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String part : parts(text)) {
            String address = part.toLowerCase(Locale.ROOT).startsWith("mailto:") ? part.substring(7) : part;
            if (!isAddress(address)) {
                wrong.add(part);
            } else if (seen.add(address.toLowerCase(Locale.ROOT))) {
                valid.add(address);
            }
        }
        return wrong.isEmpty()
                ? new EmailReading.Addresses(valid)
                : new EmailReading.Refused(wrongAddress(wrong), valid);
    }

    /** {@code Jan Jansen <jan@example.nl>} as copied from a mail program: only what is between the brackets counts. */
    private static List<String> parts(String text) {
        if (text.indexOf('<') < 0) {
            return SEPARATORS
                    .splitAsStream(text)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        String names = BETWEEN_ANGLE_BRACKETS.matcher(text).replaceAll("");
        if (names.indexOf('@') >= 0 || names.indexOf('<') >= 0) {
            return List.of(text);
        }
        return BETWEEN_ANGLE_BRACKETS
                .matcher(text)
                .results()
                .map(found -> group(found))
                .toList();
    }

    private static String group(MatchResult found) {
        return found.group(1).strip();
    }

    private static boolean isAddress(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return false;
        }
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return text.equals(address.getAddress());
        } catch (AddressException e) {
            return false;
        }
    }

    private static Reason wrongAddress(List<String> wrong) {
        String which = Typed.quoted(String.join(" ", wrong));
        return new Reason(
                "email.invalid",
                which + " is geen geldig e-mailadres.",
                which + " is not a valid e-mail address.",
                "Verbeter het adres; zet een puntkomma tussen meer adressen.",
                "Correct the address; put a semicolon between several addresses.");
    }

    private static Reason controlCharacters(String typed) {
        return new Reason(
                "email.invalid",
                "Het e-mailadres " + Typed.quoted(typed) + " bevat een regeleinde of ander stuurteken.",
                "The e-mail address " + Typed.quoted(typed) + " contains a line break or another control character.",
                "Typ het adres opnieuw, op één regel; zet een puntkomma tussen meer adressen.",
                "Type the address again, on one line; put a semicolon between several addresses.");
    }
}
