package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail carries, for whom, how large it may be, and its HTML. */
class MailAttachmentsTest extends MailComposerFixture {
    @ParameterizedTest
    @CsvSource({
        "PDF,             factuur-2026-0042.pdf,                       PDF",
        "PDF_AND_UBL,     factuur-2026-0042.pdf factuur-2026-0042.xml, tweemaal dezelfde factuur",
        "UBL_WITH_PDF,    factuur-2026-0042.xml,                       zit daarin"
    })
    void theRelationSaysWhatIsAttached(Attachments attachments, String names, String words) throws Exception {
        destination = Samples.to(Language.NL, "klant@voorbeeld.nl").with(attachments);
        MimeMessage message = composed();
        MimeMultipart parts = (MimeMultipart) message.getContent();
        StringBuilder found = new StringBuilder();
        for (int n = 1; n < parts.getCount(); n++) {
            found.append(found.isEmpty() ? "" : " ").append(parts.getBodyPart(n).getFileName());
        }
        assertThat(found).hasToString(names);
        assertThat(text(message)).contains(words);
        assertThat(html(message)).contains(words);
        assertThat(text(message).contains("UBL")).isEqualTo(attachments != Attachments.PDF);
    }

    private static Mailing mailing(List<String> cc, List<String> bcc, long limit) {
        return new Mailing(
                Attachments.PDF_AND_UBL,
                Optional.of("debiteuren@acme.nl"),
                cc,
                bcc,
                limit,
                OptionalInt.empty(),
                3,
                Optional.empty());
    }

    @Test
    void copiesGoAlongEachOnceAndTheArchiveUnseen() throws Exception {
        company = Samples.acme()
                .withMailing(mailing(
                        List.of("klant@voorbeeld.nl", "a@acme.nl", "b@bücher.example"),
                        List.of("a@acme.nl", "archief@acme.nl"),
                        1 << 20));
        MimeMessage message = composed();
        assertThat(message.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("klant@voorbeeld.nl");
        assertThat(message.getRecipients(RecipientType.CC))
                .extracting(Object::toString)
                .containsExactly("a@acme.nl", "b@xn--bcher-kva.example");
        assertThat(message.getReplyTo()).extracting(Object::toString).containsExactly("debiteuren@acme.nl");
        assertThat(Files.readString(folder.resolve("a.eml"))).doesNotContain("archief@acme.nl", "Bcc");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsWrittenAndSaysHowLargeItIs() throws Exception {
        Files.write(pdf, new byte[2 << 20]);
        Files.write(pdf, "%PDF-1.7".getBytes(), java.nio.file.StandardOpenOption.WRITE);
        company = Samples.acme().withMailing(mailing(List.of(), List.of(), 2 << 20));
        Reason reason = refusal();
        assertThat(reason.code()).isEqualTo("mail.too-large");
        assertThat(reason.dutch()).contains("2,7 MB", "bijlagen 2,0 MB", "hoogstens 2,0 MB");
        assertThat(reason.english()).contains("2.7 MB");
        assertThat(reason.adviceDutch()).contains("limit.email", "company.acme.limit.email", "reroute");

        company = Samples.acme().withMailing(mailing(List.of(), List.of(), 3 << 20));
        composed();
        // nothing was left out of the reckoning
        company = Samples.acme().withMailing(mailing(List.of(), List.of(), Files.size(folder.resolve("a.eml")) - 1));
        Files.delete(folder.resolve("a.eml"));
        assertThat(refusal().code()).isEqualTo("mail.too-large");
    }

    @Test
    void anOwnTextIsTheHtmlTooUnlessThereIsAnOwnHtml() throws Exception {
        template("invoice_nl.txt", "Dag ${customer} & co,\n\nregel 1\nregel <2>\n\n${facts}\n");
        assertThat(html(composed()))
                .contains("<p>Dag Café Zürich &amp; co,</p>", "<p>regel 1<br>", "regel &lt;2&gt;</p>")
                .contains("Factuurnummer: 2026-0042<br>", "Bedrag: EUR 1.234,50");

        template("invoice_nl.html", "<p><b>${number}</b></p>\n");
        assertThat(html(composed()).strip()).isEqualTo("<p><b>2026-0042</b></p>");

        template("invoice_nl.html", " \n");
        assertThat(part(composed(), 0).getContentType()).startsWith("text/plain");

        Files.delete(folder.resolve("a.eml"));
        template("invoice_nl.html", "<p>${nummer}</p>");
        Reason reason = refusal();
        assertThat(reason.dutch()).contains("invoice_nl.html", "${nummer}");
        assertThat(reason.adviceDutch()).contains("${number}", "${facts}", "${attachments}");
    }
}
