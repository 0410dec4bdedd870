package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.simulator.BlockedFor;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.FaultRule;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PdfAvailability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Receiving while eConnect refuses, hangs or is late, over real sockets. */
class PurchaseTroubleTest extends PurchaseScene {
    @Test
    void anExpiredTokenInTheMiddleCostsNothing() throws Exception {
        FaultRule rule = workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENT)
                .times(2)
                .inject(Fault.refusal("DEFAULT_ERROR_CODE999", "The security token is expired."));
        for (int n = 1; n <= 5; n++) {
            workshop.simulator.deliver(ACME, purchase("2026-" + n));
        }
        workshop.start();
        awaitReceived(5);
        assertThat(rule.hits()).isEqualTo(2);

        workshop.simulator.expireTokens();
        workshop.simulator.deliver(ACME, purchase("2026-6"));
        finished(orderRefresh("acme"));

        awaitReceived(6);
        assertThat(openAlarms()).isEmpty();
    }

    @Test
    void newKeysCountWithoutARestart() throws Exception {
        workshop.with("company.acme.refresh=" + NEVER).start();
        finished(orderRefresh("acme"));
        workshop.simulator.changeKeys(Workshop.KEY, "app-key-new", "secret-new");
        workshop.simulator.expireTokens();
        workshop.simulator.deliver(ACME, purchase("2026-1"));

        WorkOrder refused = finished(orderRefresh("acme"));

        assertThat(refused.outcome()).isEqualTo(WorkOrder.Outcome.FAILED);
        assertThat(refused.answerDutch()).contains("company.acme.connection-key");
        assertThat(openAlarms()).hasSize(1);
        assertThat(openAlarms().get(0).reason().code()).isEqualTo("econnect.keys-refused");

        Path configuration = workshop.home.resolve("application.properties");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace(Workshop.KEY, "app-key-new")
                        .replace(Workshop.SECRET, "secret-new"));

        awaitReceived(1);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().isEmpty());
    }

    @Test
    void aBlockedBalanceIsOneAlarmAndEndsByItself() throws Exception {
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();
        finished(orderRefresh("acme"));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.simulator.block(Workshop.KEY, BlockedFor.NEGATIVE_BALANCE);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().size() == 1);
        int calls = workshop.simulator.journal().calls().size();
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().calls().size() > calls + 3);
        assertThat(openAlarms()).hasSize(1);
        assertThat(openAlarms().get(0).reason().code()).isEqualTo("econnect.balance-blocked");

        workshop.simulator.unblock(Workshop.KEY);

        awaitReceived(1);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().isEmpty());
    }

    @Test
    void documentsThatAreRefusedWhileTheListWorksRestWithOneAlarm() throws Exception {
        FaultRule rule = workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENT)
                .inject(Fault.refusal("ERRPRO1000003", "This account is blocked because of a negative balance."));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();
        await().atMost(Workshop.PATIENCE).until(() -> rule.hits() >= 4);

        List<Alarm> alarms = openAlarms();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).id()).as("the first and only alarm").isOne();
        Optional<Pause> sending =
                workshop.ledger().inTransaction(books -> books.pauses().find("acme", Channel.ECONNECT));
        assertThat(sending).isEmpty();
        rule.withdraw();

        awaitReceived(1);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().isEmpty());
    }

    @Test
    void aCompanyWhoseCallsHangDelaysNoOther() throws Exception {
        withBeta();
        Gate gate = new Gate();
        Set<String> hanging = new HashSet<>();
        for (int n = 1; n <= 12; n++) {
            hanging.add(workshop.simulator.deliver(BETA, purchase("BETA-" + n)));
        }
        workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENT)
                .when(call -> hanging.contains(call.externalId()))
                .inject(Fault.holdBeforeAcceptance(gate));
        workshop.with("http.response-timeout=60s").start();
        await().atMost(Workshop.PATIENCE).until(() -> gate.waiting() >= 3);
        for (int n = 1; n <= 8; n++) {
            workshop.simulator.deliver(ACME, purchase("ACME-" + n));
        }
        finished(orderRefresh("acme"));

        awaitReceived(8);
        assertThat(gate.waiting()).isEqualTo(3);
        gate.open();
        await().atMost(Workshop.PATIENCE).until(() -> count("beta", InvoiceState.RECEIVED) == 12);
    }

    @Test
    void latePdfsAndMissingPdfsHoldUpNobody() throws Exception {
        String late =
                workshop.simulator.deliver(ACME, withoutEmbedded("LATE").withPdf(PdfAvailability.afterRequests(3)));
        String never = workshop.simulator.deliver(ACME, withoutEmbedded("NEVER").withPdf(PdfAvailability.never()));
        String atOnce = workshop.simulator.deliver(ACME, withoutEmbedded("NOW"));
        workshop.start();

        awaitReceived(3);
        assertThat(workshop.files("import")).hasSize(5);
        assertThat(workshop.files("import"))
                .filteredOn(name -> name.contains(late))
                .hasSize(2);
        assertThat(workshop.files("import"))
                .filteredOn(name -> name.contains(atOnce))
                .hasSize(2);
        assertThat(workshop.files("import"))
                .filteredOn(name -> name.contains(never))
                .singleElement()
                .asString()
                .endsWith(".xml");
    }

    private static InboxDocument withoutEmbedded(String number) throws IOException {
        String sample = Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
        assertThat(sample).doesNotContain("EmbeddedDocumentBinaryObject");
        return InboxDocument.of(sample);
    }
}
