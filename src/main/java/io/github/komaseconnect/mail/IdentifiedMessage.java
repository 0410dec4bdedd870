package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A message in the making that keeps the Message-ID it was given, and carries the headers that all our mails share. */
final class IdentifiedMessage extends MimeMessage {
    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    IdentifiedMessage(String messageId, InternetAddress from, List<InternetAddress> to, String subject, Clock clock)
            throws MessagingException {
        super((Session) null);
        setFrom(from);
        setRecipients(RecipientType.TO, to.toArray(InternetAddress[]::new));
        setHeader("Subject", HeaderText.encoded("Subject", subject));
        setHeader("Date", RFC_5322.format(ZonedDateTime.now(clock)));
        setHeader("Message-ID", messageId);
        // RFC 3834: no out-of-office replies, please
        setHeader("Auto-Submitted", "auto-generated");
    }

    @Override
    protected void updateMessageID() {
        // set once, in the constructor
    }
}
