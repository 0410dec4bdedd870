package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.mail.Composition.CannotCompose;
import io.github.komaseconnect.mail.Composition.Composed;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One mail, of which a test changes what it is about. */
abstract class MailComposerFixture {
    @TempDir
    Path folder;

    Path templates;
    Company company = Samples.acme();
    Destination destination = Samples.to(Language.NL, "klant@voorbeeld.nl");
    InvoiceHeader invoice = Samples.header(DocumentType.INVOICE, "2026-0042");
    String baseName = "factuur-2026-0042";
    Path pdf;

    @BeforeEach
    void prepare() throws IOException {
        templates = Files.createDirectory(folder.resolve("templates"));
        pdf = Samples.pdf(folder);
    }

    Composition compose() throws IOException {
        InvoiceMail mail = new InvoiceMail(company, destination, invoice, Samples.ubl(folder), pdf, baseName, "17");
        return Samples.composer(templates).compose(mail, folder.resolve("a.eml"));
    }

    MimeMessage composed() throws Exception {
        Composition made = compose();
        assertThat(made).isInstanceOf(Composed.class);
        try (InputStream in = Files.newInputStream(((Composed) made).eml())) {
            return new MimeMessage((Session) null, in);
        }
    }

    Reason refusal() throws IOException {
        Composition made = compose();
        assertThat(made).isInstanceOf(CannotCompose.class);
        assertThat(folder.resolve("a.eml")).doesNotExist();
        return ((CannotCompose) made).reason();
    }

    static BodyPart part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent()).getBodyPart(index);
    }

    static String text(MimeMessage message) throws Exception {
        return (String) alternative(message, 0).getContent();
    }

    static String html(MimeMessage message) throws Exception {
        return (String) alternative(message, 1).getContent();
    }

    private static BodyPart alternative(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) part(message, 0).getContent()).getBodyPart(index);
    }

    static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    void template(String name, String text) throws IOException {
        Files.writeString(templates.resolve(name), text);
    }
}
