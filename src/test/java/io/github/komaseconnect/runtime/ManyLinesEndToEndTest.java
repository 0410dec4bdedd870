package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invoice of more lines than a PDF is made of, and than are looked at by the rules, finds its way all the same. */
class ManyLinesEndToEndTest {
    private static final int LINES = 5001;
    private static final byte[] PDF = "%PDF-1.7 of Komas".getBytes(StandardCharsets.US_ASCII);

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

    private static String large(String sample, String usual, String number) throws IOException {
        String text = Workshop.sample(sample).replace(usual, number);
        int first = text.indexOf("<cac:InvoiceLine>");
        int end = text.indexOf("</cac:InvoiceLine>") + "</cac:InvoiceLine>".length();
        return text.substring(0, first) + text.substring(first, end).repeat(LINES) + text.substring(end);
    }

    @Test
    void onPaperItIsHeldUntilItComesWithItsPdf() throws Exception {
        Files.writeString(
                workshop.acme("relations.csv"),
                "relatienummer;naam;verzendmethode\n10003;Hotel Zeezicht V.O.F.;print\n");
        workshop.start();
        String text = large("verkoop-email.xml", "F2026-0103", "L-1");
        workshop.export("L-1.XML", text);

        Reason reason = workshop.awaitState("L-1", InvoiceState.HELD).reason().orElseThrow();
        assertThat(reason.code()).isEqualTo("rendering.too-many-lines");
        assertThat(reason.dutch()).contains("deze factuur", "meer dan 5000 regels");
        assertThat(reason.adviceDutch()).contains("XML en PDF samen", "--by peppol");

        Files.write(workshop.acme("export").resolve("L-1.PDF"), PDF);
        workshop.export("L-1.XML", text);

        workshop.awaitState("L-1", InvoiceState.SENT);
        List<String> printed = workshop.files("print-spool");
        assertThat(printed).hasSize(1);
        assertThat(workshop.acme("print-spool").resolve(printed.get(0))).hasBinaryContent(PDF);
    }

    @Test
    void overPeppolItGoesUnseenByTheRulesAndThatIsTold() throws Exception {
        workshop.with("company.acme.validation=block").start();
        workshop.export("L-2.XML", large("verkoop-onbekende-relatie.xml", "F2026-0104", "L-2"));
        LedgerInvoice held = workshop.awaitState("L-2", InvoiceState.HELD);

        long order = workshop.ledger()
                .inTransaction(books -> books.orders().place(Kind.REROUTE, "acme", held.id(), "PEPPOL", "els@kantoor"));
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.ledger()
                                .reading(books -> books.orders().find(order))
                                .orElseThrow()
                                .outcome()
                        == Outcome.DONE);

        workshop.awaitState("L-2", InvoiceState.SENT);
        List<LedgerEvent> events =
                workshop.ledger().reading(books -> books.events().of(held.id()));
        assertThat(events)
                .anySatisfy(event -> assertThat(event.dutch()).contains("Niet gecontroleerd", "ongeveer 2.500 regels"));
    }
}
