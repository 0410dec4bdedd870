package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.mail.Composition.Composed;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest extends MailComposerFixture {
    @Test
    void saysWhoSendsWhatToWhom() throws Exception {
        MimeMessage message = composed();
        assertThat(message.getFrom()[0]).hasToString("\"Acme Installatietechniek B.V.\" <facturen@acme.nl>");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("klant@voorbeeld.nl");
        assertThat(message.getSubject()).isEqualTo("Factuur 2026-0042 van Acme Installatietechniek B.V.");
        assertThat(message.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 17:20:09 +0100");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("X-Invoice-Number")).containsExactly("2026-0042");
        assertThat(message.getHeader("X-Delivery-ID")).containsExactly(message.getMessageID());
        assertThat(message.getContentType()).startsWith("multipart/mixed");
    }

    @Test
    void bothAttachmentsAreByteIdenticalUnderOneName() throws Exception {
        MimeMessage message = composed();
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(3);
        assertThat(part(message, 1).getFileName()).isEqualTo("factuur-2026-0042.pdf");
        assertThat(part(message, 1).getContentType()).startsWith("application/pdf");
        assertThat(bytes(part(message, 1))).isEqualTo(Files.readAllBytes(pdf));
        assertThat(part(message, 2).getFileName()).isEqualTo("factuur-2026-0042.xml");
        assertThat(bytes(part(message, 2))).isEqualTo(Files.readAllBytes(folder.resolve("factuur.xml")));
        for (int i = 1; i <= 2; i++) {
            assertThat(part(message, i).getDisposition()).isEqualTo("attachment");
            assertThat(part(message, i).getHeader("Content-Transfer-Encoding")).containsExactly("base64");
        }
    }

    @Test
    void everyLineOfTheFileEndsInCrLfAndIsAscii() throws Exception {
        company = Samples.company("Café \"Het Ëiland\" €", "facturen@acme.nl");
        composed();
        String eml = Files.readString(folder.resolve("a.eml"), StandardCharsets.US_ASCII);
        assertThat(eml.replace("\r\n", "")).doesNotContain("\n", "\r").doesNotContain("\uFFFD");
        assertThat(eml.lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void theSameDeliveryIsTheSameMessage() throws Exception {
        String first = ((Composed) compose()).messageId();
        byte[] bytes = Files.readAllBytes(folder.resolve("a.eml"));
        assertThat(((Composed) compose()).messageId())
                .isEqualTo(first)
                .matches("<delivery-17\\.[0-9a-f]{16}@acme\\.nl>");
        assertThat(folder.resolve("a.eml")).hasBinaryContent(bytes);
        assertThat(composed().getMessageID()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "INVOICE,NL,Factuur 2026-0042 van Acme Installatietechniek B.V.,'2 november 2026, ten bedrage van EUR 1.234,50'",
        "INVOICE,EN,Invoice 2026-0042 from Acme Installatietechniek B.V.,'2 November 2026, amounting to EUR 1,234.50'",
        "CREDIT_NOTE,NL,Creditnota 2026-0042 van Acme Installatietechniek B.V.,onze creditnota 2026-0042",
        "CREDIT_NOTE,EN,Credit note 2026-0042 from Acme Installatietechniek B.V.,our credit note 2026-0042"
    })
    void theTextIsInTheRelationsLanguage(DocumentType type, Language language, String subject, String words)
            throws Exception {
        destination = Samples.to(language, "klant@voorbeeld.nl");
        invoice = Samples.header(type, "2026-0042");
        MimeMessage message = composed();
        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(text(message)).contains(words).doesNotContain("${").doesNotContain("Onderwerp", "Subject:");
        assertThat(part(message, 0).getContentType()).startsWith("multipart/alternative");
        String number = type == DocumentType.INVOICE ? "nummer|Invoice number" : "notanummer|note number";
        assertThat(html(message))
                .contains("<html lang=\"" + (language == Language.NL ? "nl" : "en") + "\">", "2026-0042", "1001")
                .containsPattern(number)
                .contains(language == Language.NL ? "EUR 1.234,50" : "EUR 1,234.50")
                .doesNotContain("${", "<img", "http:", "https:", "cid:");
    }

    @Test
    void theUsersOwnTextWins() throws Exception {
        template("invoice_nl.txt", "\uFEFFOnderwerp: Rekening ${number}\n\nDag ${customer}, ${relation}: $5 \\1\n.\n");
        MimeMessage message = composed();
        assertThat(message.getSubject()).isEqualTo("Rekening 2026-0042");
        assertThat(text(message)).isEqualTo("Dag Café Zürich, 1001: $5 \\1\r\n.\r\n");
    }

    @Test
    void anOldWindowsTextIsReadAsSuch() throws Exception {
        Files.write(templates.resolve("invoice_nl.txt"), "Beste café, €".getBytes(Charset.forName("windows-1252")));
        MimeMessage message = composed();
        assertThat(text(message)).startsWith("Beste café, €");
        assertThat(message.getSubject()).isEqualTo("Factuur 2026-0042 van Acme Installatietechniek B.V.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dag ${klant}", "Dag ${number", "Onderwerp: ${x}\nDag", "${}"})
    void anUnknownPlaceholderStopsTheMail(String text) throws Exception {
        template("invoice_nl.txt", text);
        Reason reason = refusal();
        assertThat(reason.code()).isEqualTo("mail.unknown-placeholder");
        assertThat(reason.dutchLine()).contains("invoice_nl.txt", "${number}", "${amount}");
    }

    @Test
    void aMissingValueStopsTheMail() throws Exception {
        invoice = Samples.header(DocumentType.INVOICE, "2026-0042", Optional.empty());
        Reason reason = refusal();
        assertThat(reason.code()).isEqualTo("mail.no-value");
        assertThat(reason.dutch()).contains("${amount}", "2026-0042");
    }

    @Test
    void anEndlessAmountIsNone() throws Exception {
        invoice = Samples.header(
                DocumentType.INVOICE, "2026-0042", Optional.of(new java.math.BigDecimal("1E+999999999")));
        assertThat(refusal().code()).isEqualTo("mail.no-value");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderIsLeftAlone() throws Exception {
        invoice = Samples.header(DocumentType.INVOICE, "${company}");
        assertThat(composed().getSubject()).isEqualTo("Factuur ${company} van Acme Installatietechniek B.V.");
    }

    @Test
    void aPdfThatIsNoneIsNotMailed() throws Exception {
        pdf = Files.writeString(folder.resolve("fout.pdf"), "<html>not found</html>");
        assertThat(refusal()).satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("mail.not-a-pdf");
            assertThat(reason.dutch()).contains("fout.pdf");
        });
    }

    @Test
    void aMissingAttachmentLeavesNothingBehind() {
        pdf = folder.resolve("weg.pdf");
        assertThatThrownBy(this::compose).isInstanceOf(IOException.class);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("eml"));
    }

    @Test
    void amountsAreNeverRounded() {
        assertThat(MailFacts.amount(new java.math.BigDecimal("-1234567.125"), Language.NL))
                .isEqualTo("-1.234.567,125");
        assertThat(MailFacts.amount(new java.math.BigDecimal("1E+3"), Language.EN))
                .isEqualTo("1,000.00");
    }
}
