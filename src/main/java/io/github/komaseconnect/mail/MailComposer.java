package io.github.komaseconnect.mail;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.mail.Composition.CannotCompose;
import io.github.komaseconnect.mail.Composition.Composed;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Composes the e-mail that carries an invoice: a short text, also as HTML, and the files that the relation wants, all
 * attached under one base name.
 * Everything is written to an {@code .eml} file, so that the archive holds exactly what goes out; memory use does not
 * depend on the size of the attachments.
 */
public final class MailComposer {
    /**
     * Says the same as the Message-ID. Some mail servers give a mail a Message-ID of their own; what they say when it cannot be
     * delivered still quotes this one.
     */
    public static final String DELIVERY_ID = "X-Delivery-ID";

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
        try {
            Recipients recipients = Recipients.of(mail);
            MailText text = text(mail);
            Optional<Reason> tooLarge = MailSize.expected(mail).tooLarge();
            return tooLarge.isPresent() ? new CannotCompose(tooLarge.get()) : write(mail, recipients, text, eml);
        } catch (Recipients.WrongAddressException e) {
            return new CannotCompose(e.reason());
        } catch (WrongTemplateException e) {
            return new CannotCompose(e.reason);
        } catch (MessagingException e) {
            throw new IOException("cannot write the message", e);
        }
    }

    private MailText text(InvoiceMail mail) throws IOException, WrongTemplateException {
        DocumentType type = mail.invoice().type();
        Language language = mail.destination().language();
        MailTemplate template = templates.find(type, language);
        MailText text;
        try {
            text = template.fill(MailFacts.of(mail), defaultSubject(mail));
        } catch (MailTemplate.Unfillable e) {
            throw new WrongTemplateException(template, mail, e);
        }
        HtmlTemplate html = templates.html(type, language);
        MailText both = text;
        if (html instanceof HtmlTemplate.FromText) {
            both = text.with(
                    Optional.of(HtmlText.page(text.body(), language.name().toLowerCase(Locale.ROOT))));
        } else if (html instanceof HtmlTemplate.Given given) {
            try {
                both = text.with(Optional.of(given.template().fillPage(MailFacts.forHtml(mail))));
            } catch (MailTemplate.Unfillable e) {
                throw new WrongTemplateException(given.template(), mail, e);
            }
        }
        MailText whole = both;
        return mail.rehearsal().map(rehearsal -> rehearsal.marked(whole)).orElse(whole);
    }

    private Composition write(InvoiceMail mail, Recipients recipients, MailText text, Path eml)
            throws MessagingException, IOException {
        String sha = Sha256.ofFile(mail.ubl());
        String delivery = mail.deliveryId().replaceAll("[^A-Za-z0-9_-]", "-");
        String messageId = "<delivery-" + delivery + "." + sha.substring(0, 16) + "@"
                + MailAddress.domain(recipients.from()) + ">";
        MessageBody body = new MessageBody(text, messageId);
        for (MimeBodyPart file : files(mail)) {
            body.attach(file);
        }
        MimeMessage message = new IdentifiedMessage(messageId, recipients, text.subject(), clock);
        message.setHeader(
                "X-Invoice-Number",
                HeaderText.encoded("X-Invoice-Number", mail.invoice().number()));
        message.setHeader(DELIVERY_ID, messageId);
        message.setContent(body.parts());
        message.saveChanges();
        SureFile.write(eml, out -> serialize(message, out));
        Optional<Reason> tooLarge = MailSize.of(mail, Files.size(eml)).tooLarge();
        if (tooLarge.isPresent()) {
            Files.delete(eml);
            return new CannotCompose(tooLarge.get());
        }
        return new Composed(eml, messageId);
    }

    private static List<MimeBodyPart> files(InvoiceMail mail) throws MessagingException {
        String name = FilePart.safeName(mail.baseName());
        MimeBodyPart pdf = FilePart.of(mail.pdf(), name + ".pdf", "application/pdf");
        MimeBodyPart ubl = FilePart.of(mail.carried(), name + ".xml", "application/xml");
        return switch (mail.destination().attachments()) {
            case PDF -> List.of(pdf);
            case PDF_AND_UBL -> List.of(pdf, ubl);
            case UBL_WITH_PDF -> List.of(ubl);
        };
    }

    private static void serialize(MimeMessage message, OutputStream out) throws IOException {
        try {
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IOException("cannot write the message", e);
        }
    }

    private static String defaultSubject(InvoiceMail mail) {
        boolean dutch = mail.destination().language() == Language.NL;
        DocumentType type = mail.invoice().type();
        String word = dutch ? type.dutch() : type.english();
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
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

    private static final class WrongTemplateException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        WrongTemplateException(MailTemplate template, InvoiceMail mail, MailTemplate.Unfillable problem) {
            super(template.name(), null, false, false);
            this.reason = templateReason(template, mail, problem);
        }
    }
}
