package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.NotSetUp;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that a gateway told of which the company has left, with its settings gone. */
class FormerGatewayTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final String AT_PSB = "6f0d3f5e-6e5f-4b55-9d3c-000000000001";

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        bench.psb = Optional.of(new NotSetUp(bench.companies.get("acme"), Gateway.PSB));
        bench.restart();
        bench.acme.deliver(AT_PSB, MORNING, Purchase.invoice("F1"));
        bench.arrives(AT_PSB, Gateway.PSB);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isHeldAndSaysWhichSettingsAreToComeBack() {
        Reason reason = bench.invoice(AT_PSB).reason().orElseThrow();

        assertThat(bench.invoice(AT_PSB).state()).isEqualTo(InvoiceState.HELD);
        assertThat(reason.code()).isEqualTo("purchase.former-gateway");
        assertThat(reason.dutch()).contains("PSB", "ontbreken");
        assertThat(reason.dutchLine()).contains("komas-econnect retry");
    }

    @Test
    void stopsNothingThatComesByTheGatewayInUse() throws Exception {
        bench.acme.deliver("XCNIN2", MORNING.plusSeconds(1), Purchase.invoice("F2"));
        bench.refresh();

        assertThat(bench.invoice("XCNIN2").state()).isEqualTo(InvoiceState.RECEIVED);
        List<Pause> pauses = bench.ledger.reading(books -> books.pauses().all());
        assertThat(pauses).isEmpty();
    }
}
