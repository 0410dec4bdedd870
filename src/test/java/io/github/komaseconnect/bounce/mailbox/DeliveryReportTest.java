package io.github.komaseconnect.bounce.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.bounce.ReturnedMail;
import io.github.komaseconnect.ledger.Bounce.Kind;
import io.github.komaseconnect.mailbox.NotUsableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTest {
    private static final String ID = "<delivery-17.0123456789abcdef@acme.example>";

    private static ReturnedMail read(String mail) throws Exception {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        return DeliveryReport.read(Arrays.copyOf(bytes, Math.min(bytes.length, DeliveryReport.MOST_BYTES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/rfc822-headers", "message/rfc822", "message/rfc822-headers", "message/global-headers"})
    void aReportNamesTheMailTheRecipientAndTheWords(String original) throws Exception {
        ReturnedMail mail = read(Reports.report(
                ID,
                "Klant@example.com",
                "failed",
                "5.1.1",
                "smtp; 550 5.1.1 <klant@example.com>:\n    User unknown in table",
                original));
        assertThat(mail.kind()).contains(Kind.FAILED);
        assertThat(mail.recipients()).containsExactly("klant@example.com");
        assertThat(mail.words()).isEqualTo("550 5.1.1 <klant@example.com>: User unknown in table");
        assertThat(mail.messageIds()).first().isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({"failed, FAILED", "Failed (permanent), FAILED", "delayed, DELAYED", "'', FAILED"})
    void theActionSaysHowBadItIs(String action, Kind kind) throws Exception {
        assertThat(read(Reports.report(ID, "a@x.nl", action, "5.0.0", "smtp; 550 no", "message/rfc822"))
                        .kind())
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "relayed", "expanded"})
    void goodNewsIsNoBounce(String action) throws Exception {
        assertThat(read(Reports.report(ID, "a@x.nl", action, "2.0.0", "smtp; 250 ok", "message/rfc822"))
                        .kind())
                .isEmpty();
    }

    @Test
    void withoutWordsOfTheOtherServerTheCodeIsTold() throws Exception {
        String mail = Reports.failed(ID, "a@x.nl", "smtp; 550 no").replaceAll("Diagnostic-Code[^\r]*\r\n", "");
        assertThat(read(mail).words()).isEqualTo("5.1.1");
        assertThat(read(mail.replaceAll("Status[^\r]*\r\n", "")).words()).contains("could not be delivered");
    }

    @ParameterizedTest
    @CsvSource({"Mail delivery failed, FAILED", "Warning: message 1abc delayed 24 hours, DELAYED"})
    void theOlderKindIsKnownByItsSender(String subject, Kind kind) throws Exception {
        ReturnedMail mail = read(Reports.old(ID, "A@x.nl", subject));
        assertThat(mail.kind()).contains(kind);
        assertThat(mail.recipients()).containsExactly("a@x.nl");
        assertThat(mail.messageIds()).contains(ID);
        assertThat(mail.words()).contains("mailbox is full");
    }

    @Test
    void whatAPersonWritesIsNoBounceWhateverItQuotes() throws Exception {
        assertThat(read(Reports.reply(ID)).kind()).isEmpty();
        assertThat(read(Reports.reply(ID)).messageIds()).isEmpty();
        String vacation = Reports.reply(ID).replace("Subject: Re", "Auto-Submitted: auto-replied\r\nSubject: Afwezig");
        assertThat(read(vacation).kind()).isEmpty();
        String forwarded = "From: Klant <klant@example.com>\r\nSubject: Fwd: Undelivered\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=f\r\n\r\n--f\r\nContent-Type: message/rfc822\r\n\r\n"
                + Reports.failed(ID, "a@x.nl", "smtp; 550 no") + "\r\n--f--\r\n";
        assertThat(read(forwarded).kind()).isEmpty();
    }

    /** A bookkeeper answers a customer's answer, and that does not arrive: our invoice did. */
    @Test
    void aBounceOfAnAnswerIsNotOneOfWhatItAnswers() throws Exception {
        String answer = "<answer-1@acme.example>";
        String references =
                "In-Reply-To: <customer-1@example.com>\r\nReferences: " + ID + " <customer-1@example.com>\r\n";
        String report = Reports.failed(answer, "klant@example.com", "smtp; 550 no");
        // Exim gives its report the References of what came back
        String exim = references.replace("\r\n", " " + answer + "\r\n").replaceFirst(" <answer-1[^>]*>", "") + report;
        assertThat(read(references + report).messageIds()).containsExactly(answer);
        assertThat(read(exim).messageIds()).containsExactly(answer);
        assertThat(read(report.replace("Subject: Factuur\r\n", "Subject: Re: Factuur\r\n" + references))
                        .messageIds())
                .containsExactly(answer);

        String old = Reports.old(answer, "klant@example.com", "Mail delivery failed");
        assertThat(read(old + references + "\r\nU schreef in " + ID + ":\r\n\r\nMessage-ID: " + ID + "\r\n")
                        .messageIds())
                .containsExactly(answer);

        // without anything of the original: the last of the References is it
        String bare = exim.substring(exim.indexOf("References:")).replaceAll("(?s)Message-ID: <answer.*?>\r\n", "");
        assertThat(read(bare).messageIds()).containsExactly(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Subject: Factuur\r\n> Message-ID: %s\r\n",
                "Subject: Factuur\r\nMessage-ID:\r\n %s\r\n",
                "> From: Acme\r\n> X-Delivery-ID:\r\n>  %s\r\n"
            })
    void theHeadersInTheTextMayBeQuotedOrFolded(String headers) throws Exception {
        String report = Reports.old("<none@acme.example>", "a@x.nl", "Mail delivery failed")
                .replaceAll("(?m)^Message-ID: <none@acme.example>\r?\n", headers.formatted(ID));
        assertThat(read(report).messageIds()).containsExactly(ID);
    }

    @Test
    void theIdThatWeGaveItIsReadBesideTheOneItGotOnItsWay() throws Exception {
        String other = "<0102018c@eu-west-1.amazonses.example>";
        String delivery = "X-Delivery-ID: " + ID + "\r\n";
        assertThat(read(Reports.failed(other, "a@x.nl", "smtp; 550 no")
                                .replace("Subject: Factuur\r\n", delivery + "Subject: Factuur\r\n"))
                        .messageIds())
                .containsExactly(other, ID);
        assertThat(read(Reports.old(other, "a@x.nl", "Mail delivery failed") + delivery)
                        .messageIds())
                .containsExactly(other, ID);
        // further down it is part of what somebody wrote
        assertThat(read(Reports.old(other, "a@x.nl", "Mail delivery failed") + "\r\nGeachte,\r\n\r\n" + delivery)
                        .messageIds())
                .containsExactly(other);
    }

    @Test
    void wordsAndAddressesCannotForgeALine() throws Exception {
        ReturnedMail mail = read(Reports.failed(ID, "a@x.nl", "smtp; 550 no\u2028ALARM acme: \u202Eniets"));
        assertThat(mail.words()).doesNotContain("\u2028", "\u202E", "\n", "\r");
    }

    @Test
    void aMailIsReadWhereverItIsCutOff() throws Exception {
        String whole = Reports.failed(ID, "a@x.nl", "smtp; 550 no");
        for (int length = 0; length < whole.length(); length += 7) {
            read(whole.substring(0, length));
        }
        String large = whole.replace("--r1--", "Big: " + "x".repeat(3_000_000) + "\r\n--r1--");
        assertThat(read(large).messageIds()).contains(ID);
    }

    @Test
    void aBombIsRefusedBeforeItIsTakenApart() {
        String head =
                "From: MAILER-DAEMON@x.nl\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        assertThatThrownBy(() -> read(head + "--b\r\n\r\n".repeat(50_000))).isInstanceOf(NotUsableException.class);
        StringBuilder nested = new StringBuilder("From: MAILER-DAEMON@x.nl\r\nMIME-Version: 1.0\r\n");
        for (int depth = 0; depth < 300; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\r\n\r\n--b");
            nested.append(depth).append("\r\n");
        }
        assertThatThrownBy(() -> read(nested.toString())).isInstanceOf(NotUsableException.class);
    }

    @Test
    void nonsenseIsNoBounce() throws Exception {
        for (String mail :
                new String[] {"", "\r\n", "x", ":", "From:\r\n\r\n", "From: a@b, c@d\r\n\r\n<x@y>", "\0\0\0"}) {
            assertThat(read(mail).kind()).isEmpty();
        }
    }
}
