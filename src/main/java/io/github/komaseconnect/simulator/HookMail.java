package io.github.komaseconnect.simulator;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Sends what a {@code mailto:} hook asks for: a notice, with the XML attached when {@code includeAttachment=true}, and the
 * PDF that it carries unless {@code excludeAdditionalAttachments=true}.
 */
final class HookMail {
    private static final String PATIENCE = "10000";

    private final Session session;
    private final PdfWriter pdfs;
    private final Platform platform;

    /** @param host a mail server that wants no log-in */
    HookMail(String host, int port, PdfWriter pdfs, Platform platform) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        this.session = Session.getInstance(properties);
        this.pdfs = pdfs;
        this.platform = platform;
    }

    /** Sends it; an exception when the mail server did not take it. */
    void send(Hook hook, PsbEvent event, Optional<StoredDocument> document) {
        String action = hook.action().substring("mailto:".length());
        int question = action.indexOf('?');
        Map<String, String> parameters = question < 0 ? Map.of() : parameters(action.substring(question + 1));
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress("no-reply@econnect.example", "eConnect (simulator)", "UTF-8"));
            message.setRecipients(Message.RecipientType.TO, question < 0 ? action : action.substring(0, question));
            message.setSubject(event.topic().wireName() + " " + event.details().getOrDefault("id", ""), "UTF-8");
            message.setSentDate(Date.from(platform.now()));
            message.setContent(content(hook, event, document, parameters));
            Transport.send(message);
        } catch (MessagingException | IOException | SoapFault e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private MimeMultipart content(
            Hook hook, PsbEvent event, Optional<StoredDocument> document, Map<String, String> parameters)
            throws MessagingException, SoapFault {
        MimeMultipart content = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                event.message() + "\r\n\r\ndocumentId: " + event.documentId() + "\r\npartyId: " + event.partyId()
                        + "\r\nhookId: " + hook.id() + "\r\n",
                "UTF-8");
        content.addBodyPart(text);
        if (document.isPresent() && is("includeAttachment", parameters)) {
            String name =
                    parameters.getOrDefault("filename", "{{id}}{{extension}}").replace("{{id}}", event.documentId());
            if (!is("excludePrimaryAttachment", parameters)) {
                attach(
                        content,
                        name.replace("{{extension}}", ".xml"),
                        "application/xml",
                        document.get().psb().file());
            }
            if (document.get().facts().embeddedPdf() && !is("excludeAdditionalAttachments", parameters)) {
                byte[] pdf = Base64.getMimeDecoder()
                        .decode(pdfs.base64(document.get()).bytes());
                attach(content, name.replace("{{extension}}", ".pdf"), "application/pdf", new MemoryContent(pdf));
            }
        }
        return content;
    }

    private static void attach(MimeMultipart content, String name, String type, Content bytes)
            throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Attachment(name, type, bytes)));
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        content.addBodyPart(part);
    }

    private static boolean is(String name, Map<String, String> parameters) {
        return "true".equals(parameters.get(name));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private record Attachment(String name, String type, Content bytes) implements DataSource {
        @Override
        public InputStream getInputStream() {
            return bytes.open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UncheckedIOException(new IOException("it is for reading only"));
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
