package io.github.komaseconnect.routes;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.component.mail.DefaultJavaMailSender;

/** A mail server that takes nothing. */
public final class RefusingMailSender extends DefaultJavaMailSender {
    @Override
    public void send(MimeMessage message) throws MessagingException {
        throw new MessagingException("421 not today");
    }
}
