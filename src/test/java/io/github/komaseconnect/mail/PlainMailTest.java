package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainMailTest {
    private static PlainMail mail(String subject, String... to) {
        return new PlainMail(
                "alarm-7", Optional.of("acme"), "komas@acme.nl", List.of(to), subject, "Dag €\r\n.\nregel", "Hello");
    }

    @Test
    void dutchThenEnglish() throws Exception {
        SealedMessage message =
                mail("3 facturen wachten – €", "ict@acme.nl", "chef@acme.nl").seal(Samples.CLOCK);
        assertThat(message.getSubject()).isEqualTo("3 facturen wachten – €");
        assertThat(message.getContent()).isEqualTo("Dag €\r\n.\r\nregel\r\n\r\n--- English ---\r\n\r\nHello");
        assertThat(message.getAllRecipients()).hasSize(2);
        assertThat(message.getMessageID()).isEqualTo("<alarm-7@acme.nl>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.companyKey()).contains("acme");
    }

    @Test
    void aSubjectCannotBecomeAHeader() throws Exception {
        SealedMessage message =
                mail("x\r\nBcc: boef@example.com", "ict@acme.nl").seal(Samples.CLOCK);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(message.getAllHeaders()))
                .noneMatch(header -> header.getName().equals("Bcc"));
    }

    @Test
    void badAddressesAreRefused() {
        assertThatThrownBy(() -> mail("x", "geen adres").seal(Samples.CLOCK)).isInstanceOf(AddressException.class);
        assertThatThrownBy(() -> mail("x").seal(Samples.CLOCK)).isInstanceOf(MessagingException.class);
    }
}
