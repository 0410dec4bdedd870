package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The inside of an invoice mail: text and HTML as alternatives, then the attachments. */
final class MessageBody {
    private final MimeMultipart parts;

    /** @param messageId names the boundaries, so that the same mail is the same bytes */
    MessageBody(MailText text, String messageId) throws MessagingException {
        // boundaries of our own: "=_" occurs in neither base64 nor quoted-printable
        String mark = Sha256.ofText(messageId).substring(0, 32);
        parts = new Parts("mixed", "=_" + mark);
        MimeBodyPart plain = textPart(text.body(), "plain");
        Optional<String> html = text.html();
        if (html.isEmpty()) {
            parts.addBodyPart(plain);
            return;
        }
        MimeMultipart alternatives = new Parts("alternative", "=_alt_" + mark);
        alternatives.addBodyPart(plain);
        alternatives.addBodyPart(textPart(html.get(), "html"));
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(alternatives);
        parts.addBodyPart(both);
    }

    void attach(MimeBodyPart file) throws MessagingException {
        parts.addBodyPart(file);
    }

    MimeMultipart parts() {
        return parts;
    }

    private static MimeBodyPart textPart(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static final class Parts extends MimeMultipart {
        Parts(String subtype, String boundary) {
            contentType = "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
        }
    }
}
