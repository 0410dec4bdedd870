package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.purchase.FakeEConnect;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import io.github.komaseconnect.purchase.Purchase;
import io.github.komaseconnect.purchase.ReceivingBench;
import io.github.komaseconnect.sales.ClaimTrouble;
import io.github.komaseconnect.sales.Claims;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person orders a purchase invoice to be tried again. */
class RetryPurchaseTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final String BROKEN = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>";

    @TempDir
    Path folder;

    private ReceivingBench bench;
    private RetryOrder retry;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        Archive archive = new Archive(folder.resolve("archive"));
        PickupSettings pickup = new PickupSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO, 1000);
        retry = new RetryOrder(
                bench.ledger,
                archive,
                new Claims(
                        bench.companies,
                        new ExportWatch(pickup, bench.clock),
                        new ClaimTrouble(new AlarmBell(bench.ledger), bench.clock),
                        bench.clock),
                new Placement(bench.companies, bench.ledger, archive, new AlarmBell(bench.ledger), bench.clock),
                bench.clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Answer order(String externalId) throws IOException {
        LedgerInvoice invoice = bench.invoice(externalId);
        WorkOrder order = bench.ledger.inTransaction(books -> {
            long id = books.orders().place(WorkOrder.Kind.RETRY, "acme", invoice.id(), "", "jan@kantoor");
            return books.orders().find(id).orElseThrow();
        });
        return retry.retry(order, invoice).answer();
    }

    @Test
    void whatEConnectRefusedIsFetchedAgainAndItsAlarmEnds() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.refused(), 1);
        bench.refresh();
        assertThat(bench.openAlarms()).hasSize(1);

        Answer answer = order("XCNIN1");
        bench.later(Duration.ofSeconds(1));

        assertThat(answer.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.visible()).hasSize(2);
        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.events("XCNIN1")).contains("order: Opdracht: opnieuw proberen.");
    }

    @Test
    void whatWasOfNoUseIsFetchedAnewAndTheArchiveKeepsBoth() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, BROKEN);
        bench.refresh();
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.HELD);
        bench.acme.withdraw("XCNIN1");
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));

        order("XCNIN1");
        bench.later(Duration.ofSeconds(1));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        Path archive = folder.resolve("archive/acme/purchase/2026/11");
        assertThat(archive.resolve("XCNIN1/document.xml")).hasContent(BROKEN);
        assertThat(archive.resolve("XCNIN1~~2/document.xml")).hasContent(Purchase.invoice("F1"));
    }

    @Test
    void whatIsStillOfNoUseIsHeldAgain() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, BROKEN);
        bench.refresh();

        order("XCNIN1");
        bench.later(Duration.ofSeconds(1));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.HELD);
        assertThat(bench.acme.calls(Call.DOCUMENT)).isEqualTo(2);
        assertThat(bench.openAlarms()).hasSize(1);
    }

    @Test
    void whatWasDownloadedBeforeTheFirstRunComesInWhenAPersonWantsIt() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, 30, Purchase.invoice("F1"));
        bench.refresh();
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.SKIPPED);

        order("XCNIN1");
        bench.later(Duration.ofSeconds(1));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
    }

    @Test
    void whatWaitsForItsNextTryIsTriedAtOnce() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.temporary(), 1);
        bench.refresh();

        assertThat(order("XCNIN1").outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        bench.later(Duration.ofSeconds(1));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
    }

    @Test
    void whatIsInIsNotReceivedAgain() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.refresh();

        assertThat(order("XCNIN1").outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);

        bench.later(Duration.ofSeconds(1));
        assertThat(bench.acme.calls(Call.DOCUMENT)).isOne();
    }
}
