package io.github.komaseconnect.mail;

import io.github.komaseconnect.reason.Reason;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who sends and who gets an invoice mail. Nobody is in it twice.
 *
 * @param replyTo empty: the sender
 * @param bcc on the envelope only
 */
record Recipients(
        InternetAddress from,
        List<InternetAddress> to,
        Optional<InternetAddress> replyTo,
        List<InternetAddress> cc,
        List<InternetAddress> bcc) {
    Recipients {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    /** An address that cannot be used, and what to do about it. */
    static final class WrongAddressException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        WrongAddressException(Reason reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** All of a mail; copies only of one that goes to the customer. */
    static Recipients of(InvoiceMail mail) throws WrongAddressException {
        InternetAddress from = sender(mail);
        List<InternetAddress> to = new ArrayList<>();
        for (String typed : mail.destination().addresses()) {
            try {
                add(MailAddress.parse(typed), to);
            } catch (AddressException e) {
                throw new WrongAddressException(MailReasons.addressInvalid(typed, mail.destination()));
            }
        }
        if (to.isEmpty()) {
            throw new WrongAddressException(MailReasons.noAddress(mail.destination()));
        }
        Optional<InternetAddress> replyTo = mail.company().mailing().replyTo().isEmpty()
                ? Optional.empty()
                : Optional.of(ofSetting(
                        mail, "reply-to", mail.company().mailing().replyTo().get()));
        List<InternetAddress> cc = new ArrayList<>();
        List<InternetAddress> bcc = new ArrayList<>();
        if (mail.rehearsal().filter(Rehearsal::isForOthers).isEmpty()) {
            copies(mail, "cc", mail.company().mailing().cc(), List.of(to), cc);
            copies(mail, "bcc", mail.company().mailing().bcc(), List.of(to, cc), bcc);
        }
        return new Recipients(from, to, replyTo, cc, bcc);
    }

    /** Whether an address needs a server that knows letters beyond ASCII in it (SMTPUTF8). */
    boolean isInternational() {
        return MailAddress.isInternational(from)
                || to.stream().anyMatch(MailAddress::isInternational)
                || replyTo.filter(MailAddress::isInternational).isPresent()
                || cc.stream().anyMatch(MailAddress::isInternational)
                || bcc.stream().anyMatch(MailAddress::isInternational);
    }

    private static void copies(
            InvoiceMail mail,
            String setting,
            List<String> typed,
            List<List<InternetAddress>> before,
            List<InternetAddress> copies)
            throws WrongAddressException {
        for (String address : typed) {
            InternetAddress copy = ofSetting(mail, setting, address);
            if (before.stream().noneMatch(list -> list.contains(copy))) {
                add(copy, copies);
            }
        }
    }

    private static void add(InternetAddress address, List<InternetAddress> list) {
        if (!list.contains(address)) {
            list.add(address);
        }
    }

    private static InternetAddress ofSetting(InvoiceMail mail, String setting, String typed)
            throws WrongAddressException {
        try {
            return MailAddress.parse(typed);
        } catch (AddressException e) {
            throw new WrongAddressException(MailReasons.settingInvalid(mail.company(), setting, typed));
        }
    }

    private static InternetAddress sender(InvoiceMail mail) throws WrongAddressException {
        try {
            InternetAddress from = MailAddress.parse(mail.company().emailFrom());
            from.setPersonal(HeaderText.clean(mail.company().name()), StandardCharsets.UTF_8.name());
            return from;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new WrongAddressException(MailReasons.senderInvalid(mail.company()));
        }
    }
}
