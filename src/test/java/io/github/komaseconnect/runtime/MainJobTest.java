package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.simulator.InboxDocument;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end over real sockets and folders. */
class MainJobTest {
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
    void sendsByPeppolByEmailAndByPrintAndHoldsTheUnknown() throws Exception {
        workshop.start();
        workshop.export("FACTUUR1.XML", Workshop.sample("verkoop-peppol.xml"));
        workshop.export("FACTUUR2.XML", Workshop.sample("verkoop-email.xml"));
        workshop.export("FACTUUR3.xml", Workshop.sample("verkoop-print-credit.xml"));
        workshop.export("FACTUUR4.xml", Workshop.sample("verkoop-onbekende-relatie.xml"));
        workshop.export("FACTUUR5.xml", Workshop.sample("verkoop-overheid.xml"));

        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.files("outbox").isEmpty()
                        && workshop.files("export").isEmpty()
                        && workshop.files("sent").size() == 4);
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);

        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.to())
                .containsExactlyInAnyOrder("0106:87654321", "0190:00000001812345678000");
        MimeMessage[] mails = workshop.mail.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(((MimeMultipart) mails[0].getContent()).getCount()).isEqualTo(3);
        assertThat(workshop.files("print-spool")).singleElement().asString().endsWith(".pdf");
        assertThat(Files.readString(workshop.acme("held")
                        .resolve(workshop.files("held").stream()
                                .filter(name -> name.endsWith(".reason.txt"))
                                .findFirst()
                                .orElseThrow())))
                .startsWith("NEDERLANDS")
                .contains("ENGLISH");
    }

    @Test
    void receivesAPurchaseInvoiceWithItsPdf() throws Exception {
        String id = workshop.simulator.deliver("XCNL10019", InboxDocument.of(Workshop.sample("verkoop-peppol.xml")));
        workshop.start();

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("import").size() == 2);

        List<String> files = workshop.files("import");
        assertThat(files).allMatch(name -> name.contains(id));
        assertThat(files.get(0)).endsWith(".pdf");
        assertThat(files.get(1)).endsWith(".xml");
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.ledger()
                                .inTransaction(books -> books.invoices()
                                        .inState(
                                                io.github.komaseconnect.ledger.Direction.PURCHASE,
                                                List.of(InvoiceState.RECEIVED)))
                                .size()
                        == 1);
    }

    @Test
    void sendsNothingTwiceAcrossARestart() throws Exception {
        workshop.start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("sent").size() == 1);
        workshop.stop();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        workshop.start();

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("sent").size() == 3);

        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(workshop.files("sent")).anyMatch(name -> name.endsWith(".note.txt"));
    }

    @Test
    void findsOutWhetherADoubtfulDeliveryArrived() throws Exception {
        workshop.simulator
                .faults()
                .on(io.github.komaseconnect.simulator.Operation.SEND_DOCUMENT)
                .times(1)
                .inject(io.github.komaseconnect.simulator.Fault.resetAfterAcceptance());
        workshop.start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("sent").size() == 1);

        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        LedgerInvoice invoice = workshop.ledger()
                .inTransaction(books -> books.invoices()
                        .inState(io.github.komaseconnect.ledger.Direction.SALES, List.of(InvoiceState.SENT)))
                .get(0);
        assertThat(invoice.externalId())
                .isEqualTo(workshop.simulator.journal().accepted().get(0).externalId());
    }
}
