package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing from an invoice, a relation file or the settings reaches a header unchecked. */
class MailHeaderSafetyTest extends MailComposerFixture {
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
        company = Samples.company("Acme " + poison, "facturen@acme.nl").withMailing(copies("a@acme.nl", "b@acme.nl"));
        baseName = "factuur " + poison;
        MimeMessage message = composed();
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(header -> header.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Cc",
                        "Reply-To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "X-Invoice-Number",
                        "X-Delivery-ID");
        assertThat(message.getAllRecipients()).hasSize(2);
        assertThat(message.getSubject()).doesNotContain("\r", "\n");
        assertThat(part(message, 1).getFileName()).doesNotContain("\r", "\n").endsWith(".pdf");
        assertThat(Collections.list(part(message, 1).getAllHeaders())).hasSize(3);
    }

    private static Mailing copies(String replyTo, String cc) {
        Mailing usual = Mailing.usual();
        return new Mailing(
                usual.attachments(),
                Optional.of(replyTo),
                List.of(cc),
                List.of("archief@acme.nl"),
                usual.limit(),
                usual.perMinute(),
                usual.connections(),
                usual.bounces());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@x.nl\r\nBcc: b@x.nl", "a@x.nl, b@x.nl", "Jan <a@x.nl>", "a@x.nl\u2028X: y", "a@"})
    void aSettingCannotSmuggleInAHeaderEither(String poison) throws Exception {
        for (Mailing mailing : List.of(copies(poison, "b@acme.nl"), copies("a@acme.nl", poison))) {
            company = Samples.acme().withMailing(mailing);
            assertThat(refusal().code()).isEqualTo("mail.setting-invalid");
        }
    }

    @Test
    void markupInAnInvoiceIsOnlyShown() throws Exception {
        invoice = Samples.header(DocumentType.INVOICE, "1<img src=x onerror=alert(1)>&\"'");
        company = Samples.company("Acme <script>alert(2)</script>", "facturen@acme.nl");
        assertThat(html(composed()))
                .contains("1&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;", "Acme &lt;script&gt;")
                .doesNotContain("<img", "<script");
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
}
