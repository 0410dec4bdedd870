package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of this machine is wrong by hours: nothing is sent twice, all comes in, and people are told once. */
class WrongClockEndToEndTest {
    private static final String ACME = "XCNL10019";

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

    private void send(String number, Fault fault) throws Exception {
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forInvoices(number)
                .times(1)
                .inject(fault);
        workshop.export(number + ".XML", numbered(number));
    }

    private static String numbered(String number) throws Exception {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private void awaitReceived(int count) {
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.ledger()
                                .inTransaction(books -> books.invoices()
                                        .list(new InvoiceQuery(
                                                Optional.of("acme"),
                                                Set.of(InvoiceState.RECEIVED),
                                                Optional.empty(),
                                                100)))
                                .size()
                        == count);
    }

    @ParameterizedTest
    @ValueSource(longs = {-7, 5, 24 * 400})
    void doubtsAreClearedUpByTheTimeAtEConnect(long hours) throws Exception {
        workshop.clock = new WrongClock(Duration.ofHours(hours));
        workshop.simulator.deliver(ACME, InboxDocument.of(numbered("IN-1")));
        // by a clock that is a year ahead, what lies in import/ has been there for a year
        workshop.with("http.response-timeout=1s", "company.acme.refresh=0/1 * * * * ?", "watch.import=off")
                .start();
        send("ARRIVED", Fault.silenceAfterAcceptance());
        send("NEVER-CAME", Fault.silenceBeforeAcceptance());
        send("CUT-OFF", Fault.resetAfterAcceptance());

        for (String number : List.of("ARRIVED", "NEVER-CAME", "CUT-OFF")) {
            workshop.awaitState(number, InvoiceState.SENT);
            assertThat(workshop.simulator.journal().accepted(number)).as(number).hasSize(1);
        }
        awaitReceived(1);
        workshop.simulator.expireTokens();
        workshop.simulator.deliver(ACME, InboxDocument.of(numbered("IN-2")));
        awaitReceived(2);
        workshop.export("LAST.XML", numbered("LAST"));
        workshop.awaitState("LAST", InvoiceState.SENT);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().equals(List.of("clock")));
        assertThat(workshop.files("held")).isEmpty();
        System.out.println("COUNT faults=3 clock-off-hours=" + hours + " invoices=6 delivered-once=6 lost=0 twice=0");
    }

    @Test
    void aClockThatIsSetRightBetweenAttemptAndLookUpSendsNothingTwice() throws Exception {
        WrongClock clock = new WrongClock(Duration.ofHours(-5));
        workshop.clock = clock;
        workshop.with("http.response-timeout=1s", "delivery.in-doubt-wait=2s").start();
        send("ARRIVED", Fault.silenceAfterAcceptance());
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().accepted("ARRIVED").size() == 1);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().equals(List.of("clock")));

        clock.set(Duration.ZERO);

        workshop.awaitState("ARRIVED", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted("ARRIVED")).hasSize(1);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
    }
}
