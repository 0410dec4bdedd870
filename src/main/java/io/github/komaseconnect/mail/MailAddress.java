package io.github.komaseconnect.mail;

import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;

/** Reads one e-mail address strictly: nothing but {@code name@domain}, so that no address can smuggle in another. */
final class MailAddress {
    private MailAddress() {}

    /**
     * The address, its domain in ASCII ({@code xn--…}) when it was typed with other letters.
     *
     * @throws AddressException when it is not exactly one address; never repaired by guessing
     */
    static InternetAddress parse(String typed) throws AddressException {
        String text = typed.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("not an e-mail address", text);
        }
        String local = text.substring(0, at);
        String plain = local + "@" + asciiDomain(text, at);
        InternetAddress address = new InternetAddress(plain, true);
        if (!plain.equals(address.getAddress())) {
            throw new AddressException("more than an e-mail address", text);
        }
        return address;
    }

    /** Whether the part before the @ has letters beyond ASCII, for which a server must know SMTPUTF8. */
    static boolean isInternational(Address address) {
        return address instanceof InternetAddress internet
                && internet.getAddress().chars().anyMatch(letter -> letter > 126);
    }

    /** The domain of an address that {@link #parse} accepted. */
    static String domain(InternetAddress address) {
        String text = address.getAddress();
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static String asciiDomain(String text, int at) throws AddressException {
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            if (domain.isEmpty()) {
                throw new AddressException("nothing after @", text);
            }
            return domain;
        } catch (IllegalArgumentException e) {
            throw new AddressException("no valid domain after @", text);
        }
    }
}
