package io.github.komaseconnect.mail;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.mail.Composition.CannotCompose;
import io.github.komaseconnect.mail.Composition.Composed;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Composes the e-mail that carries an invoice: a short text, the PDF and the UBL, both attached under one base name.
 * Everything is written to an {@code .eml} file, so that the archive holds exactly what goes out; memory use does not
 * depend on the size of the attachments.
 */
public final class MailComposer {
    private final MailTemplates templates;
    private final Clock clock;

    /** @param clock gives the Date of the mail, in its own zone */
    public MailComposer(MailTemplates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Writes the message. A file already at {@code eml} is replaced as a whole: give every attempt a path of its own,
     * and what lies there can only stem from a composition that a crash kept from becoming an attempt.
     *
     * @throws IOException when an attachment or template cannot be read or the message not be written: nothing was
     *     sent, and it can be tried again
     */
    public Composition compose(InvoiceMail mail, Path eml) throws IOException {
        if (!PdfMark.isIn(mail.pdf())) {
            return new CannotCompose(MailReasons.notPdf(mail.pdf()));
        }
        Optional<InternetAddress> from = sender(mail);
        if (from.isEmpty()) {
            return new CannotCompose(MailReasons.senderInvalid(mail.company()));
        }
        List<InternetAddress> to = new ArrayList<>();
        for (String typed : mail.destination().addresses()) {
            try {
                InternetAddress address = MailAddress.parse(typed);
                if (!to.contains(address)) {
                    to.add(address);
                }
            } catch (AddressException e) {
                return new CannotCompose(MailReasons.addressInvalid(typed, mail.destination()));
            }
        }
        if (to.isEmpty()) {
            return new CannotCompose(MailReasons.noAddress(mail.destination()));
        }
        MailTemplate template =
                templates.find(mail.invoice().type(), mail.destination().language());
        try {
            MailText text = template.fill(MailFacts.of(mail), defaultSubject(mail));
            MailText marked =
                    mail.rehearsal().map(rehearsal -> rehearsal.marked(text)).orElse(text);
            return write(mail, from.get(), to, marked, eml);
        } catch (MailTemplate.Unfillable e) {
            return new CannotCompose(templateReason(template, mail, e));
        } catch (MessagingException e) {
            throw new IOException("cannot write the message", e);
        }
    }

    private Composition write(InvoiceMail mail, InternetAddress from, List<InternetAddress> to, MailText text, Path eml)
            throws MessagingException, IOException {
        String sha = Sha256.ofFile(mail.ubl());
        String delivery = mail.deliveryId().replaceAll("[^A-Za-z0-9_-]", "-");
        String messageId = "<delivery-" + delivery + "." + sha.substring(0, 16) + "@" + MailAddress.domain(from) + ">";
        String name = FilePart.safeName(mail.baseName());
        // a boundary of our own: "=_" occurs in neither base64 nor quoted-printable
        MimeMultipart parts = new Parts("=_" + Sha256.ofText(messageId).substring(0, 32));
        parts.addBodyPart(textPart(text));
        parts.addBodyPart(FilePart.of(mail.pdf(), name + ".pdf", "application/pdf"));
        parts.addBodyPart(FilePart.of(mail.ubl(), name + ".xml", "application/xml"));
        MimeMessage message = new IdentifiedMessage(messageId, from, to, text.subject(), clock);
        message.setHeader(
                "X-Invoice-Number",
                HeaderText.encoded("X-Invoice-Number", mail.invoice().number()));
        message.setContent(parts);
        message.saveChanges();
        SureFile.write(eml, out -> serialize(message, out));
        return new Composed(eml, messageId);
    }

    private static void serialize(MimeMessage message, OutputStream out) throws IOException {
        try {
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IOException("cannot write the message", e);
        }
    }

    private static MimeBodyPart textPart(MailText text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.body().replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static Optional<InternetAddress> sender(InvoiceMail mail) {
        try {
            InternetAddress from = MailAddress.parse(mail.company().emailFrom());
            from.setPersonal(HeaderText.clean(mail.company().name()), StandardCharsets.UTF_8.name());
            return Optional.of(from);
        } catch (AddressException | UnsupportedEncodingException e) {
            return Optional.empty();
        }
    }

    private static String defaultSubject(InvoiceMail mail) {
        boolean dutch = mail.destination().language() == Language.NL;
        DocumentType type = mail.invoice().type();
        String word = dutch ? type.dutch() : type.english();
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + word.substring(1)
                + (dutch ? " ${number} van ${company}" : " ${number} from ${company}");
    }

    private static Reason templateReason(MailTemplate template, InvoiceMail mail, MailTemplate.Unfillable problem) {
        Map<String, Optional<String>> facts = MailFacts.of(mail);
        return problem.known()
                ? MailReasons.noValue(
                        template.name(), problem.placeholder(), mail.invoice().number())
                : MailReasons.unknownPlaceholder(template.name(), problem.placeholder(), facts.keySet());
    }

    private static final class Parts extends MimeMultipart {
        Parts(String boundary) {
            contentType = "multipart/mixed; boundary=\"" + boundary + "\"";
        }
    }
}
