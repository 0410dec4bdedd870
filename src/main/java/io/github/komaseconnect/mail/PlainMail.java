package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A short mail of text only, such as an alarm: Dutch first, then English.
 *
 * @param id names the mail in its Message-ID; the same id, the same Message-ID
 * @param companyKey whose mail settings it leaves by; empty for the general ones
 * @param from one address
 * @param to all of them get it or nobody: when one may fail without the others, make a mail for each
 * @param subject one line
 * @param dutch text
 * @param english the same text; may be empty
 */
public record PlainMail(
        String id,
        Optional<String> companyKey,
        String from,
        List<String> to,
        String subject,
        String dutch,
        String english) {
    public PlainMail {
        to = List.copyOf(to);
    }

    /**
     * The message, ready for {@link CompanyMailSender} and {@link MailVerdict} like one with an invoice.
     *
     * @param clock gives its Date
     * @throws MessagingException when an address is not one
     */
    public SealedMessage seal(Clock clock) throws MessagingException {
        InternetAddress sender = MailAddress.parse(from);
        List<InternetAddress> recipients = new ArrayList<>();
        for (String address : to) {
            recipients.add(MailAddress.parse(address));
        }
        if (recipients.isEmpty()) {
            throw new MessagingException("nobody to send to");
        }
        String messageId = "<" + id.replaceAll("[^A-Za-z0-9_-]", "-") + "@" + MailAddress.domain(sender) + ">";
        IdentifiedMessage message = new IdentifiedMessage(messageId, sender, recipients, subject, clock);
        message.setText(text(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
        message.saveChanges();
        ByteArrayOutputStream eml = new ByteArrayOutputStream();
        try {
            message.writeTo(eml);
        } catch (IOException e) {
            throw new MessagingException("cannot write to memory", e);
        }
        return SealedMessage.of(companyKey, eml.toByteArray());
    }

    private String text() {
        String both = english.isBlank() ? dutch : dutch.stripTrailing() + "\n\n--- English ---\n\n" + english;
        return both.replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
