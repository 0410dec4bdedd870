package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.reason.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Whatever stands in a header, an address, a template or an answer of the mail server: one line, or a reason. */
public final class MailTextFuzz {
    private MailTextFuzz() {}

    /** Answers, names, addresses and templates. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "550 5.1.1 No such user here",
                        "421-4.7.0 try again\r\n421 later",
                        "535 5.7.139 Authentication unsuccessful",
                        "[EOF]",
                        "Onderwerp: Factuur ${number} van ${company}\n\nBeste ${customer},\n",
                        "Subject: x\r\nBcc: boef@example.com\r\n\r\n${number",
                        "=?utf-8?Q?=0D=0ABcc:_boef@example.com?=",
                        "Żółć & Zoon €😀 ../../CON",
                        "jan@bücher.example",
                        "\"a b\"@x.nl")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) {
        // with lone surrogates too, which UTF-16 can hold and no file name or XML should
        String text = content.length % 2 == 1
                ? new String(content, StandardCharsets.UTF_8)
                : new String(content, StandardCharsets.UTF_16BE);
        oneLine(HeaderText.clean(text));
        for (String line : HeaderText.encoded("Subject", text).split("\r\n", -1)) {
            assertThat(line).doesNotContainPattern("[\\p{Cc}&&[^\\t]]");
        }
        // a fold must go on with a blank, or it begins another header
        assertThat(HeaderText.encoded("Subject", text)).doesNotContainPattern("\r\n[^ \t]");
        assertThat(FilePart.safeName(text)).isNotEmpty().doesNotContainPattern("[\\p{Cc}/\\\\<>:\"|?*]");
        address(text);
        template(text);
        answer(text);
    }

    private static void oneLine(String text) {
        assertThat(text).hasSizeLessThan(500).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
    }

    private static void address(String text) {
        try {
            InternetAddress address = MailAddress.parse(text);
            assertThat(address.toString()).doesNotContainPattern("[\\p{Cc},;]");
            assertThat(MailAddress.domain(address)).isNotBlank();
        } catch (AddressException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void template(String text) {
        try {
            MailText filled = new MailTemplate("invoice_nl.txt", text)
                    .fill(Map.of("number", Optional.of(text), "company", Optional.empty()), "Factuur ${number}");
            oneLine(filled.subject());
        } catch (MailTemplate.Unfillable refused) {
            assertThat(refused.placeholder()).isNotNull();
        }
    }

    private static void answer(String text) {
        int code = ServerAnswer.codeOf(text).orElse(550);
        for (Exception failure : new Exception[] {
            new MessagingException(text, new IOException(text)),
            new AuthenticationFailedException(text),
            new SMTPAddressFailedException(new InternetAddress(), "RCPT TO", code, text)
        }) {
            AttemptOutcome outcome = MailVerdict.beforeContent(failure, "mail.example:25");
            Reason reason = outcome instanceof AttemptOutcome.Temporary temporary
                    ? temporary.reason()
                    : outcome instanceof AttemptOutcome.Rejected rejected
                            ? rejected.reason()
                            : ((AttemptOutcome.Blocked) outcome).reason();
            Scratch.assertTells(reason);
        }
    }
}
