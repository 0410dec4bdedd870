package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDF of a purchase invoice: embedded, made by eConnect, late, or never. */
class PdfOfPurchaseTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Path pdf() throws Exception {
        return bench.imports("acme")
                .resolve(bench.visible().stream()
                        .filter(name -> name.endsWith(".pdf"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void theEmbeddedOneIsUsedAndEConnectIsNotAsked() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.withPdf("F1", "%PDF-1.4 by the supplier"));

        bench.refresh();

        assertThat(pdf()).hasContent("%PDF-1.4 by the supplier");
        assertThat(bench.acme.calls(Call.PDF)).isZero();
    }

    @Test
    void withoutAnEmbeddedOneItIsEConnects() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));

        bench.refresh();

        assertThat(pdf()).hasBinaryContent(FakeEConnect.PDF);
    }

    @Test
    void anEmbeddedFileThatIsNoPdfIsNotUsed() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.withPdf("F1", "<html>sorry</html>"));

        bench.refresh();

        assertThat(pdf()).hasBinaryContent(FakeEConnect.PDF);
    }

    @Test
    void aLatePdfIsWaitedForAndDelaysNoOther() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("XCNIN2", MORNING.plusSeconds(1), Purchase.invoice("F2"));
        bench.acme.answer(Call.PDF, "XCNIN1", FakeEConnect.beingMade(), 3);

        bench.refresh();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.FETCHED);
        assertThat(bench.invoice("XCNIN2").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.visible()).hasSize(2);

        for (int again = 0; again < 3; again++) {
            bench.later(Duration.ofSeconds(5));
        }

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.acme.calls(Call.PDF, "XCNIN1")).isEqualTo(4);
        assertThat(bench.acme.calls(Call.DOCUMENT, "XCNIN1")).isOne();
        assertThat(bench.visible()).hasSize(4);
    }

    @Test
    void aPdfThatNeverComesLetsTheXmlInAloneAfterTheWaitAndNotBefore() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.PDF, "", FakeEConnect.beingMade(), ALWAYS);
        bench.refresh();
        bench.later(Duration.ofMinutes(14).plusSeconds(57));
        assertThat(bench.visible()).isEmpty();
        // the waiting goes on across a restart
        bench.restart();

        bench.later(Duration.ofSeconds(3));

        assertThat(bench.visible()).hasSize(1).allMatch(name -> name.endsWith(".xml"));
        assertThat(bench.events("XCNIN1")).anyMatch(event -> event.startsWith("warning: De XML is zonder PDF"));
        assertThat(bench.acme.statuses).containsEntry("XCNIN1", 35);
    }

    @Test
    void aPdfThatKeepsFailingDelaysTheXmlNoLongerThanOneBeingMade() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.PDF, "", FakeEConnect.temporary(), ALWAYS);
        bench.refresh();
        for (int minute = 0; minute < 14; minute++) {
            bench.later(Duration.ofMinutes(1));
        }
        assertThat(bench.visible()).isEmpty();

        bench.later(Duration.ofMinutes(1));

        assertThat(bench.visible()).hasSize(1);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aPdfThatIsRefusedForGoodIsNotWaitedFor() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.PDF, "", FakeEConnect.refused(), ALWAYS);

        bench.refresh();

        assertThat(bench.visible()).hasSize(1);
        assertThat(bench.events("XCNIN1")).anyMatch(event -> event.contains("geweigerd"));
    }
}
