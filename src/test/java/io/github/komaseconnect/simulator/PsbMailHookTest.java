package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PsbMailHookTest {
    private static final SimulatedCompany ACME = Rehearsed.ACME;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        mail.start();
        simulator = Simulator.builder()
                .client(SimulatedClient.of("c", "s", ACME))
                .smtp("127.0.0.1", mail.getSmtp().getPort())
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        mail.stop();
    }

    private MimeMessage received(String action, String xml) {
        simulator.psb().hooks().register(ACME.companyId(), action, HookTopic.INVOICE_RECEIVED);
        simulator.deliver(ACME.companyId(), InboxDocument.of(xml));
        await().until(() -> mail.getReceivedMessages().length == 1);
        return mail.getReceivedMessages()[0];
    }

    @Test
    void attachesTheDocumentAndItsPdfWhenAsked() throws Exception {
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        String xml = "<?xml version=\"1.0\"?>\n" + Ubl.withPdf("I-1", pdf);

        MimeMessage message = received("mailto:facturen@acme.example?includeAttachment=true&version=1.0", xml);

        assertThat(message.getAllRecipients()[0]).hasToString("facturen@acme.example");
        assertThat(message.getSubject()).isEqualTo("InvoiceReceived I-1");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(1).getFileName()).endsWith(".xml");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes())
                .asString()
                .isEqualTo("%PDF-1.4");
    }

    @Test
    void isANoticeOnlyOtherwise() throws Exception {
        MimeMessage message = received("mailto:facturen@acme.example", Ubl.invoice("I-1"));

        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(1);
    }

    @Test
    void isTriedAgainWhenTheMailServerIsAway() {
        mail.stop();
        simulator.psb().hooks().register(ACME.companyId(), "mailto:a@b.example", HookTopic.INVOICE_RECEIVED);
        simulator.deliver(ACME.companyId(), InboxDocument.of(Ubl.invoice("I-1")));

        await().until(() -> simulator.psb().hooks().attempts().size() == 1);
        assertThat(simulator.psb().hooks().attempts().get(0).result()).isEqualTo(HookAttempt.Result.NOT_TAKEN);
        await().until(() -> simulator.psb().hooks().waiting() == 1);
    }
}
