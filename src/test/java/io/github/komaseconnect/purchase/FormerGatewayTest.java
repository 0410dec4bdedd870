package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.NotSetUp;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
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

    @Test
    void isLeftAloneAsItAsksAndNothingElseRests() throws Exception {
        Duration rest = Duration.ofMinutes(10);
        FakeEConnect psb = new FakeEConnect();
        bench.psb = Optional.of(psb);
        bench.restart();
        String second = "6f0d3f5e-6e5f-4b55-9d3c-000000000002";
        psb.deliver(second, MORNING, Purchase.invoice("F3"));
        psb.answer(
                FakeEConnect.Call.DOCUMENT,
                "",
                new Reply.Temporary<>(Reason.of("econnect.overloaded", "te druk", "too busy"), Optional.of(rest)),
                1);
        bench.arrives(second, Gateway.PSB);

        List<Pause> pauses = bench.ledger.reading(books -> books.pauses().all());
        assertThat(pauses).isEmpty();
        assertThat(bench.invoice(second).state()).isEqualTo(InvoiceState.LISTED);
        bench.later(rest.minusSeconds(1));
        assertThat(psb.calls(FakeEConnect.Call.DOCUMENT)).isEqualTo(1);
        bench.later(Duration.ofSeconds(1));
        assertThat(bench.invoice(second).state()).isEqualTo(InvoiceState.RECEIVED);
    }
}
