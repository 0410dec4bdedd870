package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices by e-mail in a rehearsal: nobody is mailed unnoticed. */
class RehearsalEndToEndTest {
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

    @Test
    void withoutAnAddressNobodyIsMailedAndTheInvoiceIsHeld() throws Exception {
        workshop.with("rehearsal.email=").start();

        workshop.export("a.XML", Workshop.sample("verkoop-email.xml"));

        assertThat(workshop.awaitState(MAIL, InvoiceState.HELD).reason())
                .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("mail.rehearsal"));
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void anAddressOfOnesOwnGetsItInTheCustomersPlaceMarked() throws Exception {
        workshop.with("rehearsal.email=ik@acme.example").start();

        workshop.export("a.XML", Workshop.sample("verkoop-email.xml"));

        workshop.awaitState(MAIL, InvoiceState.SENT);
        await().atMost(Workshop.PATIENCE).until(() -> workshop.mail.getReceivedMessages().length == 1);
        MimeMessage mail = workshop.mail.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ik@acme.example");
        assertThat(mail.getSubject()).startsWith("[SIMULATOR] ").contains(MAIL);
        MimeMultipart body = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat(String.valueOf(body.getBodyPart(0).getContent()))
                .startsWith("*** OEFENING (SIMULATOR)")
                .containsPattern("Bedoeld voor \\(meant for\\): \\S+@\\S+");
        assertThat(String.valueOf(body.getBodyPart(1).getContent())).contains("*** OEFENING (SIMULATOR)");
    }
}
