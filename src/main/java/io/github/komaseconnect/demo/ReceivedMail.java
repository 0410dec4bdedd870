package io.github.komaseconnect.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail as the demo's SMTP server took it.
 *
 * @param to the addresses it went to
 * @param attachments their file names
 */
record ReceivedMail(List<String> to, String subject, List<String> attachments) {
    ReceivedMail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    static ReceivedMail of(MimeMessage message) {
        try {
            List<String> names = new ArrayList<>();
            collectAttachments(message, names);
            return new ReceivedMail(
                    Stream.of(message.getAllRecipients()).map(Object::toString).toList(), message.getSubject(), names);
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail of the demo cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collectAttachments(Part part, List<String> names) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collectAttachments(parts.getBodyPart(i), names);
            }
        } else {
            Optional.ofNullable(part.getFileName()).ifPresent(names::add);
        }
    }
}
