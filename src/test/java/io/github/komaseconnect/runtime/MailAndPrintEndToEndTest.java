package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.mail.ScriptedSmtpServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending by e-mail and print, with the bad days of mail servers and spool folders. */
class MailAndPrintEndToEndTest {
    private static final String MAIL = "F2026-0103";

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private void startWith(ScriptedSmtpServer smtp) throws Exception {
        workshop.with("mail.smtp.port=" + smtp.port()).start();
    }

    private void exportMail(String number) throws Exception {
        workshop.export(number + ".XML", Workshop.sample("verkoop-email.xml").replace(MAIL, number));
    }

    private Delivery delivery(String number) {
        LedgerInvoice invoice = workshop.invoice(number).orElseThrow();
        return workshop.ledger()
                .inTransaction(books -> books.deliveries().of(invoice.id()))
                .get(0);
    }

    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private List<Channel> pauses() {
        return workshop.ledger().inTransaction(books -> books.pauses().all()).stream()
                .map(Pause::channel)
                .toList();
    }

    private byte[] archived(String number, String end) throws Exception {
        Path archive = workshop.home
                .resolve("data/archive")
                .resolve(workshop.invoice(number).orElseThrow().archive());
        try (Stream<Path> files = Files.list(archive)) {
            Path file = files.filter(one -> one.getFileName().toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllBytes(file);
        }
    }

    @Test
    void theMailThatArrivesIsByteForByteTheOneInTheArchive() throws Exception {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain()) {
            startWith(smtp);
            exportMail("2026-1");

            workshop.awaitState("2026-1", InvoiceState.SENT);

            assertThat(smtp.messages()).hasSize(1);
            assertThat(smtp.messages().get(0)).isEqualTo(archived("2026-1", "attempt-1-sent.eml"));
            MimeMessage mail = new MimeMessage(
                    null, new ByteArrayInputStream(smtp.messages().get(0)));
            assertThat(delivery("2026-1").reference()).isEqualTo(mail.getMessageID());
        }
    }

    @Test
    void aRelationGetsTheUblWithThePdfInsideAndTheArchiveACopy() throws Exception {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain()) {
            Files.writeString(
                    workshop.acme("relations.csv"),
                    "relatienummer;naam;verzendmethode;e-mail;bijlage\n"
                            + "10003;Hotel Zeezicht V.O.F.;e-mail;administratie@zeezicht.example;ubl-with-embedded-pdf\n");
            workshop.with("mail.bcc=archief@acme.example", "mail.reply-to=debiteuren@acme.example");
            startWith(smtp);
            String pdf = "%PDF-1.4\n% 2026-1\n%%EOF\n";
            Files.writeString(workshop.acme("export").resolve("2026-1.PDF"), pdf);
            exportMail("2026-1");

            workshop.awaitState("2026-1", InvoiceState.SENT);

            byte[] sent = smtp.messages().get(0);
            assertThat(sent).isEqualTo(archived("2026-1", "attempt-1-sent.eml"));
            MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(sent));
            assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("debiteuren@acme.example");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("2026-1.xml");
            byte[] ubl = parts.getBodyPart(1).getInputStream().readAllBytes();
            assertThat(ubl).isEqualTo(archived("2026-1", "-with-pdf.xml"));
            assertThat(new String(ubl, StandardCharsets.UTF_8))
                    .contains(Base64.getEncoder().encodeToString(pdf.getBytes(StandardCharsets.UTF_8)))
                    .contains("EmbeddedDocumentBinaryObject");
        }
    }

    @Test
    void aServerThatBreaksAfterTheFinalDotLeavesADoubtThatAPersonResolves() throws Exception {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain().answer("DOT", ScriptedSmtpServer.DROP, "250 taken")) {
            startWith(smtp);
            exportMail("2026-1");

            LedgerInvoice held = workshop.awaitState("2026-1", InvoiceState.HELD);

            assertThat(held.reason().orElseThrow().code()).isEqualTo("delivery.in-doubt");
            assertThat(delivery("2026-1").state()).isEqualTo(DeliveryState.IN_DOUBT);
            // the next one goes out, and this one still does not
            exportMail("2026-2");
            workshop.awaitState("2026-2", InvoiceState.SENT);
            assertThat(smtp.messages()).hasSize(2);
            assertThat(workshop.invoice("2026-1").orElseThrow().state()).isEqualTo(InvoiceState.HELD);
            assertThat(pauses()).isEmpty();
            assertThat(workshop.files("print-spool")).isEmpty();
            assertThat(workshop.simulator.journal().accepted()).isEmpty();
        }
    }

    @Test
    void oneRefusedRecipientOfSeveralMeansThatNobodyGetsIt() throws Exception {
        Files.writeString(
                workshop.acme("relations.csv"),
                Workshop.sample("relations.csv")
                        .replace("administratie@zeezicht.example", "een@zeezicht.example, twee@zeezicht.example"));
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain().answer("RCPT", "250 ok", "550 5.1.1 unknown")) {
            startWith(smtp);
            exportMail("2026-1");

            LedgerInvoice held = workshop.awaitState("2026-1", InvoiceState.HELD);

            assertThat(held.reason().orElseThrow().dutch()).contains("twee@zeezicht.example", "5.1.1");
            assertThat(smtp.messages()).isEmpty();
        }
    }

    @Test
    void aServerThatSaysNotNowGetsItLaterWithTheSameMessageId() throws Exception {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain()
                .answer("RCPT", "450 4.2.1 greylisted", "250 ok")
                .answer("DOT", "451 4.3.0 later", "250 taken")) {
            startWith(smtp);
            exportMail("2026-1");

            workshop.awaitState("2026-1", InvoiceState.SENT);

            assertThat(delivery("2026-1").attempts()).isEqualTo(3);
            // what the server said "later" to came in as well, and it is the same mail to whoever sees both
            assertThat(smtp.messages()).hasSize(2);
            for (byte[] message : smtp.messages()) {
                assertThat(new MimeMessage(null, new ByteArrayInputStream(message)).getMessageID())
                        .isEqualTo(delivery("2026-1").reference());
            }
            assertThat(archived("2026-1", "attempt-1-sent.eml")).isNotEmpty();
            assertThat(archived("2026-1", "attempt-3-sent.eml"))
                    .isEqualTo(smtp.messages().get(1));
        }
    }

    @Test
    void aRefusedLogInRestsTheMailUntilTheRightPasswordIsConfigured() throws Exception {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain().answer("AUTH", "535 5.7.8 wrong password")) {
            workshop.with("mail.smtp.username=acme", "mail.smtp.password=old-password");
            startWith(smtp);
            for (int n = 1; n <= 5; n++) {
                exportMail("2026-" + n);
            }
            await().atMost(Workshop.PATIENCE).until(() -> pauses().contains(Channel.EMAIL));
            workshop.export("PEPPOL.XML", Workshop.sample("verkoop-peppol.xml"));
            workshop.awaitState("F2026-0101", InvoiceState.SENT);
            assertThat(alarms()).containsExactly("blocked/acme/email");

            smtp.answer("AUTH", "235 welcome");
            Path configuration = workshop.home.resolve("application.properties");
            Files.writeString(configuration, Files.readString(configuration).replace("old-password", "new-password"));

            for (int n = 1; n <= 5; n++) {
                workshop.awaitState("2026-" + n, InvoiceState.SENT);
            }
            assertThat(smtp.messages()).hasSize(5);
            assertThat(pauses()).isEmpty();
            await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
        }
    }

    @Test
    void aSpoolFolderThatIsGoneRestsPrintingAndEachIsPrintedOnceWhenItIsBack() throws Exception {
        workshop.start();
        Path spool = workshop.acme("print-spool");
        Path away = spool.resolveSibling("print-spool-away");
        Files.move(spool, away);
        for (int n = 1; n <= 3; n++) {
            workshop.export(
                    "P" + n + ".XML",
                    Workshop.sample("verkoop-print-credit.xml").replace("C2026-0007", "P-" + n));
        }
        await().atMost(Workshop.PATIENCE).until(() -> pauses().contains(Channel.PRINT));
        assertThat(alarms()).containsExactly("folder/acme/print-spool");
        workshop.export("PEPPOL.XML", Workshop.sample("verkoop-peppol.xml"));
        workshop.awaitState("F2026-0101", InvoiceState.SENT);

        Files.move(away, spool);

        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.files("print-spool").size() == 3
                        && workshop.files("outbox").isEmpty());
        assertThat(workshop.files("print-spool")).allMatch(name -> name.endsWith(".pdf"));
        await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
    }
}
