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
import java.util.Properties;

/** A message in the making that keeps the Message-ID it was given, and carries the headers that all our mails share. */
final class IdentifiedMessage extends MimeMessage {
    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    /** @param recipients all but those on the envelope only, who are not named in it */
    IdentifiedMessage(String messageId, Recipients recipients, String subject, Clock clock) throws MessagingException {
        this(messageId, recipients.from(), recipients.to(), subject, clock, session(recipients.isInternational()));
        if (!recipients.cc().isEmpty()) {
            setRecipients(RecipientType.CC, recipients.cc().toArray(InternetAddress[]::new));
        }
        if (recipients.replyTo().isPresent()) {
            setReplyTo(new InternetAddress[] {recipients.replyTo().get()});
        }
    }

    IdentifiedMessage(String messageId, InternetAddress from, List<InternetAddress> to, String subject, Clock clock)
            throws MessagingException {
        this(messageId, from, to, subject, clock, session(false));
    }

    private IdentifiedMessage(
            String messageId,
            InternetAddress from,
            List<InternetAddress> to,
            String subject,
            Clock clock,
            Session session)
            throws MessagingException {
        super(session);
        setFrom(from);
        setRecipients(RecipientType.TO, to.toArray(InternetAddress[]::new));
        setHeader("Subject", HeaderText.encoded("Subject", subject));
        setHeader("Date", RFC_5322.format(ZonedDateTime.now(clock)));
        setHeader("Message-ID", messageId);
        // RFC 3834: no out-of-office replies, please
        setHeader("Auto-Submitted", "auto-generated");
    }

    /** Letters beyond ASCII in addresses stand in the headers as they are (RFC 6532); else nothing does. */
    private static Session session(boolean international) {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", String.valueOf(international));
        return Session.getInstance(properties);
    }

    @Override
    protected void updateMessageID() {
        // set once, in the constructor
    }
}
