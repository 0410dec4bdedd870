package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.simulator.Call;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** eConnect asks to be left alone for some seconds, over real sockets: no call of the company comes before. */
class RetryAfterEndToEndTest {
    private static final Duration REST = Duration.ofSeconds(3);

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

    private static String numbered(String number) throws Exception {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private List<Call> calls() {
        return workshop.simulator.journal().calls();
    }

    private static boolean isInjected(Call call) {
        return call.outcome() == Call.Outcome.INJECTED;
    }

    private void noCallDuringTheRest() {
        List<Call> all = calls();
        Instant asked = all.stream()
                .filter(RetryAfterEndToEndTest::isInjected)
                .findFirst()
                .orElseThrow()
                .at();
        assertThat(all.stream()
                        .map(Call::at)
                        .filter(at -> at.isAfter(asked)
                                && at.isBefore(asked.plus(REST).minusMillis(200))))
                .as("calls while eConnect wanted to be left alone")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void sendingAndReceivingRestAndThenGoOn(int status) throws Exception {
        // one worker: nothing else is on its way when the answer comes
        workshop.with("delivery.parallel=1", "company.acme.refresh=0 0 3 1 1 ?").start();
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator
                                .journal()
                                .calls(Operation.GET_INBOX_DOCUMENTS)
                                .size()
                        == 1);
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .times(1)
                .inject(Fault.statusBeforeAcceptance(status, REST));
        for (int n = 1; n <= 5; n++) {
            workshop.export("N" + n + ".XML", numbered("2026-" + n));
        }

        for (int n = 1; n <= 5; n++) {
            workshop.awaitState("2026-" + n, InvoiceState.SENT);
        }
        noCallDuringTheRest();
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.invoiceNumber())
                .containsExactlyInAnyOrder("2026-1", "2026-2", "2026-3", "2026-4", "2026-5");
        List<Alarm> told =
                workshop.ledger().inTransaction(books -> books.alarms().toMail());
        assertThat(told).as("nobody is told of a moment's crowd").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aListThatIsPutOffIsReadWhenTheTimeIsOver(int status) throws Exception {
        workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENTS)
                .times(1)
                .inject(Fault.statusBeforeAcceptance(status, REST));
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(numbered("IN-1")));
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("import").size() == 2);
        noCallDuringTheRest();
    }
}
