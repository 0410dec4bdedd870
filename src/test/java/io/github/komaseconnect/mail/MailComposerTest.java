package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {
    @TempDir
    Path folder;

    private Path templates;
    private Company company = Samples.acme();
    private Destination destination = Samples.to(Language.NL, "klant@voorbeeld.nl");
    private InvoiceHeader invoice = Samples.header(DocumentType.INVOICE, "2026-0042");
    private String baseName = "factuur-2026-0042";
    private Path pdf;

    @BeforeEach
    void prepare() throws IOException {
        templates = Files.createDirectory(folder.resolve("templates"));
        pdf = Samples.pdf(folder);
    }

    private Composition compose() throws IOException {
        InvoiceMail mail = new InvoiceMail(company, destination, invoice, Samples.ubl(folder), pdf, baseName, "17");
        return Samples.composer(templates).compose(mail, folder.resolve("a.eml"));
    }

    private MimeMessage composed() throws Exception {
        Composition made = compose();
        assertThat(made).isInstanceOf(Composed.class);
        try (InputStream in = Files.newInputStream(((Composed) made).eml())) {
            return new MimeMessage((Session) null, in);
        }
    }

    private Reason refusal() throws IOException {
        Composition made = compose();
        assertThat(made).isInstanceOf(CannotCompose.class);
        assertThat(folder.resolve("a.eml")).doesNotExist();
        return ((CannotCompose) made).reason();
    }

    private static BodyPart part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent()).getBodyPart(index);
    }

    private static String text(MimeMessage message) throws Exception {
        return (String) part(message, 0).getContent();
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private void template(String name, String text) throws IOException {
        Files.writeString(templates.resolve(name), text);
    }

    @Test
    void saysWhoSendsWhatToWhom() throws Exception {
        MimeMessage message = composed();
        assertThat(message.getFrom()[0]).hasToString("\"Acme Installatietechniek B.V.\" <facturen@acme.nl>");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("klant@voorbeeld.nl");
        assertThat(message.getSubject()).isEqualTo("Factuur 2026-0042 van Acme Installatietechniek B.V.");
        assertThat(message.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 17:20:09 +0100");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("X-Invoice-Number")).containsExactly("2026-0042");
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
        assertThat(part(message, 0).getContentType()).containsIgnoringCase("charset=utf-8");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\r\nBcc: boef@example.com",
                "1\nBcc: boef@example.com",
                "1\r\n\r\n<html>",
                "1\u2028Bcc: boef@example.com",
                "1\u0085Bcc: boef@example.com\u0000",
                "=?utf-8?Q?=0D=0ABcc:_boef@example.com?="
            })
    void nothingSmugglesInAHeader(String poison) throws Exception {
        invoice = Samples.header(DocumentType.INVOICE, poison);
        company = Samples.company("Acme " + poison, "facturen@acme.nl");
        baseName = "factuur " + poison;
        MimeMessage message = composed();
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(header -> header.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "X-Invoice-Number");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).doesNotContain("\r", "\n");
        assertThat(part(message, 1).getFileName()).doesNotContain("\r", "\n").endsWith(".pdf");
        assertThat(Collections.list(part(message, 1).getAllHeaders())).hasSize(3);
    }

    @Test
    void aNumberOfEndlessLengthIsCutInHeaders() throws Exception {
        invoice = Samples.header(DocumentType.INVOICE, "9".repeat(100_000));
        assertThat(composed().getSubject()).hasSizeLessThan(250);
    }

    @Test
    void lettersOfAllKindsSurviveInSubjectNameAndFileName() throws Exception {
        company = Samples.company("Żółć & Zoon €😀", "facturen@acme.nl");
        baseName = "factuur é€ met een lange naam die over meer dan één regel moet worden verdeeld";
        MimeMessage message = composed();
        assertThat(message.getSubject()).isEqualTo("Factuur 2026-0042 van Żółć & Zoon €😀");
        assertThat(message.getFrom()[0]).extracting("personal").isEqualTo("Żółć & Zoon €😀");
        assertThat(part(message, 2).getFileName()).isEqualTo(baseName + ".xml");
        assertThat(Files.readString(folder.resolve("a.eml"))).contains("filename*=UTF-8''factuur%20%C3%A9");
    }

    @Test
    void aNameOfManyWideLettersStillFitsALine() throws Exception {
        baseName = "😀".repeat(300);
        assertThat(part(composed(), 1).getFileName()).startsWith("😀😀").endsWith("….pdf");
        assertThat(Files.readString(folder.resolve("a.eml")).lines().mapToInt(String::length))
                .allMatch(length -> length <= 998);
    }

    @Test
    void aFileNameCannotLeaveItsFolder() throws Exception {
        baseName = "../../etc/pass\"wd: ";
        assertThat(part(composed(), 1).getFileName()).isEqualTo("_.._etc_pass_wd_.pdf");
    }

    @Test
    void severalRecipientsEachOnce() throws Exception {
        destination = Samples.to(Language.NL, "a@x.nl", " b@x.nl ", "a@x.nl", "c@bücher.example");
        assertThat(composed().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@x.nl", "b@x.nl", "c@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geen-adres",
                "a@",
                "@x.nl",
                "a@b@c.nl",
                "a@x.nl, b@x.nl",
                "Jan <a@x.nl>",
                "a@x.nl\r\nBcc: b@x.nl",
                "a b@x.nl",
                "jörg@x.nl",
                "a@x..nl",
                "a@-x.nl",
                "groep:a@x.nl;",
                "a@x.nl>"
            })
    void whatIsNotOneAddressIsRefusedByName(String typed) throws Exception {
        destination = Samples.to(Language.NL, "goed@x.nl", typed);
        Reason reason = refusal();
        assertThat(reason.code()).isEqualTo("mail.address-invalid");
        assertThat(reason.dutch()).contains(typed.replace("\r\n", " "), "1001");
    }

    @Test
    void noAddressAtAll() throws Exception {
        destination = Samples.to(Language.NL);
        assertThat(refusal().code()).isEqualTo("mail.no-address");
    }

    @Test
    void noSender() throws Exception {
        company = Samples.company("Acme", "");
        assertThat(refusal().dutch()).contains("company.acme.email.from", "ontbreekt");
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
