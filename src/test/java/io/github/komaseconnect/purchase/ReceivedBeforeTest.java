package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same invoice twice, and another invoice with the same number. */
class ReceivedBeforeTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

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

    @Test
    void theSameContentUnderAnotherIdIsRecordedAndNotWrittenAgain() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.refresh();
        bench.acme.deliver("XCNIN2", MORNING.plusSeconds(1), Purchase.invoice("F1"));
        bench.refresh();

        assertThat(bench.invoice("XCNIN2").state()).isEqualTo(InvoiceState.DUPLICATE);
        assertThat(bench.invoice("XCNIN2").reason().orElseThrow().dutch()).contains("XCNIN1");
        assertThat(bench.visible()).hasSize(2).allMatch(name -> name.contains("XCNIN1"));
        assertThat(bench.acme.statuses).containsOnlyKeys("XCNIN1");
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void theSameInvoiceInOtherBytesByTheOtherGatewayIsNotWrittenAgain() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.refresh();
        String otherBytes = "\uFEFF" + Purchase.invoice("F1").replaceFirst("^<\\?xml[^>]*>\\s*", "");
        assertThat(otherBytes).isNotEqualTo(Purchase.invoice("F1"));
        bench.acme.deliver("6f0d3f5e-6e5f-4b55-9d3c", MORNING, otherBytes);
        bench.arrives("6f0d3f5e-6e5f-4b55-9d3c", Gateway.PSB);

        assertThat(bench.invoice("6f0d3f5e-6e5f-4b55-9d3c").state()).isEqualTo(InvoiceState.DUPLICATE);
        assertThat(bench.visible()).hasSize(2).allMatch(name -> name.contains("XCNIN1"));
        assertThat(bench.openAlarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneByHookAndByAMailWithoutItsIdIsOneFile(boolean hookFirst) throws Exception {
        String id = "6f0d3f5e-6e5f-4b55-9d3c-0d0e5bb1f7aa";
        bench.acme.deliver(id, MORNING, Purchase.invoice("F1"));
        if (hookFirst) {
            bench.arrives(id, Gateway.PSB);
        }
        Path mailed = Files.writeString(folder.resolve("mailed.xml"), Purchase.invoice("F1"));
        String unnamed = Arrivals.unnamed(UblDigest.sha256(mailed));
        for (int times = 0; times < 2; times++) {
            new Arrivals(
                            bench.ledger,
                            new Archive(folder.resolve("archive")),
                            new UblReader(new SafeXml()),
                            bench.clock)
                    .keep(
                            bench.companies.get("acme"),
                            Gateway.PSB,
                            new InboxEntry(unnamed, "F1", MORNING, MORNING, "Leverancier", "", 0, ""),
                            mailed,
                            Optional.empty());
            bench.work();
        }
        if (!hookFirst) {
            bench.arrives(id, Gateway.PSB);
        }

        assertThat(bench.invoice(hookFirst ? id : unnamed).state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.invoice(hookFirst ? unnamed : id).state()).isEqualTo(InvoiceState.DUPLICATE);
        assertThat(bench.visible().stream().filter(name -> name.endsWith(".xml")))
                .hasSize(1);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void ofThreeThatComeAtOnceOneIsWritten() throws Exception {
        for (int n = 1; n <= 3; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING, Purchase.invoice("F1"));
        }

        bench.refresh();

        assertThat(bench.visible()).hasSize(2);
        assertThat(bench.count(InvoiceState.RECEIVED)).isOne();
        assertThat(bench.count(InvoiceState.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void theSameContentForAnotherCompanyIsThatCompanysInvoice() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.beta.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.inbox.list("beta");
        bench.refresh();

        assertThat(bench.invoices("acme")).allMatch(invoice -> invoice.state() == InvoiceState.RECEIVED);
        assertThat(bench.invoices("beta")).allMatch(invoice -> invoice.state() == InvoiceState.RECEIVED);
    }

    @Test
    void theSameNumberWithOtherContentIsWrittenWithAnAlarm() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver(
                "XCNIN2", MORNING.plusSeconds(1), Purchase.invoice("Bouwmarkt B.V.", "F1", "<cbc:Note>2</cbc:Note>"));

        bench.refresh();

        assertThat(bench.visible()).hasSize(4);
        assertThat(bench.openAlarms()).hasSize(1);
        Alarm alarm = bench.openAlarms().get(0);
        assertThat(alarm.reason().code()).isEqualTo("purchase.same-number");
        assertThat(alarm.reason().dutch())
                .contains("F1")
                .contains("Bouwmarkt B.V.")
                .contains("XCNIN");
        assertThat(alarm.touches()).hasSize(1);
    }

    @Test
    void thatAlarmIsNotOpenForEver() {
        theSameNumber();

        bench.clock.advance(Duration.ofDays(7).plusSeconds(1));
        bench.refresh();

        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.allAlarms()).as("no mail about its end").isEmpty();
    }

    private void theSameNumber() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("Bouwmarkt B.V.", "F1", "<cbc:Note>2</cbc:Note>"));
        bench.refresh();
        assertThat(bench.openAlarms()).hasSize(1);
    }

    @Test
    void theSameNumberOfAnotherSupplierOrKindIsNothingSpecial() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("Elektro B.V.", "F1", ""));
        bench.acme.deliver("XCNIN3", MORNING, Purchase.creditNote("F1"));

        bench.refresh();

        assertThat(bench.visible()).hasSize(6);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aDuplicateOfTheFirstIsNotTakenForTheFirst() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.refresh();
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("F1"));
        bench.refresh();
        bench.acme.deliver("XCNIN3", MORNING, Purchase.invoice("Bouwmarkt B.V.", "F1", "<cbc:Note>2</cbc:Note>"));
        bench.refresh();

        assertThat(bench.openAlarms()).hasSize(1);
        assertThat(bench.openAlarms().get(0).reason().dutch()).contains("XCNIN1");
    }

    @Test
    void aHeldInvoiceIsNoFirst() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.DOCUMENT, "XCNIN1", FakeEConnect.refused(), 1);
        bench.refresh();
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("F1"));

        bench.refresh();

        assertThat(bench.invoice("XCNIN2").state()).isEqualTo(InvoiceState.RECEIVED);
    }
}
