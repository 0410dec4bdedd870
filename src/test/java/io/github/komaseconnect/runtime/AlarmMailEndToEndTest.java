package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.mail.ScriptedSmtpServer;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are told of troubles by mail, once for a cause, and once more when it is over. */
class AlarmMailEndToEndTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
        workshop.with("alert.email=beheer@example.com", "company.acme.alert-email=boekhouding@example.com");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    /** Subjects of what came to the administrator. */
    private List<String> subjects() throws Exception {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : workshop.mail.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals("beheer@example.com")) {
                subjects.add(mail.getSubject());
            }
        }
        return subjects;
    }

    private String text(int number) throws Exception {
        return String.valueOf(workshop.mail.getReceivedMessages()[number].getContent());
    }

    private String allTexts() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int n = 0; n < workshop.mail.getReceivedMessages().length; n++) {
            all.append(text(n));
        }
        return all.toString();
    }

    @Test
    void manyInvoicesHeldForOneReasonAreMailedTogether() throws Exception {
        workshop.start();
        for (int n = 1; n <= 40; n++) {
            workshop.export(
                    "F" + n + ".XML",
                    Workshop.sample("verkoop-onbekende-relatie.xml").replace("F2026-0104", "U-" + n));
        }
        for (int n = 1; n <= 40; n++) {
            workshop.awaitState("U-" + n, InvoiceState.HELD);
        }
        await().atMost(Workshop.PATIENCE).untilAsserted(() -> {
            String all = allTexts();
            for (int n = 1; n <= 40; n++) {
                assertThat(all).contains("- U-" + n + " (");
            }
        });

        assertThat(text(0)).contains("--- English ---");
        // on a slow machine some come in after the first mail has gone, which the next one tells
        assertThat(workshop.mail.getReceivedMessages())
                .as("to the company and the administrator, some invoices in each")
                .hasSizeLessThan(20);
    }

    @Test
    void aTroubleOfTheMailOfACompanyIsToldByTheGeneralMailServer() throws Exception {
        try (ScriptedSmtpServer refusing = ScriptedSmtpServer.plain().answer("AUTH", "535 5.7.8 wrong password")) {
            workshop.with(
                            "company.acme.mail.smtp.host=127.0.0.1",
                            "company.acme.mail.smtp.port=" + refusing.port(),
                            "company.acme.mail.smtp.security=none",
                            "company.acme.mail.smtp.username=acme",
                            "company.acme.mail.smtp.password=geh3im")
                    .start();
            workshop.export("F.XML", Workshop.sample("verkoop-email.xml"));

            await().atMost(Workshop.PATIENCE).until(() -> subjects().size() == 1);
            assertThat(workshop.ledger()
                            .inTransaction(books -> books.pauses().find("acme", Channel.EMAIL))
                            .isPresent())
                    .isTrue();
            assertThat(text(0)).contains("F2026-0103").doesNotContain("geh3im");

            refusing.answer("AUTH", "235 welcome");
            workshop.awaitState("F2026-0103", InvoiceState.SENT);
            await().atMost(Workshop.PATIENCE).until(() -> subjects().size() == 2);
            assertThat(subjects().get(1)).contains("Opgelost");
        }
    }

    @Test
    void aFolderThatIsGoneIsToldOnceAndItsReturnToo() throws Exception {
        workshop.start();
        Path imports = workshop.acme("import");
        Files.move(imports, imports.resolveSibling("import-away"));
        await().atMost(Workshop.PATIENCE).until(() -> subjects().size() == 1);

        Files.move(imports.resolveSibling("import-away"), imports);

        await().atMost(Workshop.PATIENCE).until(() -> subjects().size() == 2);
        assertThat(subjects().get(0)).contains("Let op", "import");
        assertThat(subjects().get(1)).contains("Opgelost", "import");
    }

    @Test
    void whileThereIsNoMailServerEverythingElseGoesOn() throws Exception {
        try (ScriptedSmtpServer dropping = ScriptedSmtpServer.plain().answer("GREETING", ScriptedSmtpServer.DROP)) {
            workshop.with("mail.smtp.port=" + dropping.port()).start();
            workshop.export("U.XML", Workshop.sample("verkoop-onbekende-relatie.xml"));
            workshop.export("P.XML", Workshop.sample("verkoop-peppol.xml"));

            workshop.awaitState("F2026-0101", InvoiceState.SENT);
            await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);
            assertThat(workshop.ledger()
                            .inTransaction(books -> books.alarms().toMail())
                            .size())
                    .isEqualTo(1);
        }
    }
}
