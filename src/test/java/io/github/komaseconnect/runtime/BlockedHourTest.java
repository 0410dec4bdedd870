package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.simulator.BlockedFor;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The balance at eConnect is used up for an hour while 300 invoices wait; the hour is the clock's. */
@Tag("crash")
class BlockedHourTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int INVOICES = 300;

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

    private int calls() {
        return workshop.simulator.journal().calls(Operation.SEND_DOCUMENT).size();
    }

    private List<Alarm> told() {
        return workshop.ledger().inTransaction(books -> books.alarms().toMail());
    }

    private List<Pause> pauses() {
        return workshop.ledger().inTransaction(books -> books.pauses().all());
    }

    private long delivered() throws Exception {
        return workshop.files("sent").stream()
                .filter(name -> name.endsWith(".xml"))
                .count();
    }

    @Test
    void isOneAlarmAFewProbesAndThenEachInvoiceOnce() throws Exception {
        WrongClock clock = new WrongClock(Duration.ZERO);
        workshop.clock = clock;
        workshop.simulator.block(Workshop.KEY, BlockedFor.NEGATIVE_BALANCE);
        workshop.with("delivery.probe=5m", "company.acme.refresh=0 0 3 1 1 ?").start();
        String sample = Workshop.sample("verkoop-peppol.xml");
        for (int n = 1; n <= INVOICES; n++) {
            workshop.export("F" + n + ".XML", sample.replace("F2026-0101", "2026-" + n));
        }
        await().atMost(LONG).until(() -> workshop.files("outbox").size() == INVOICES && pauses().size() == 1);
        int atFirst = calls();
        assertThat(atFirst).isLessThanOrEqualTo(8);

        for (int minutes = 0; minutes < 60; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        }
        int probes = calls() - atFirst;
        assertThat(probes).as("one invoice tries every five minutes").isBetween(4, 13);
        // the other one tells, rightly, that the clock of this test is not eConnect's
        assertThat(told())
                .extracting(Alarm::cause)
                .filteredOn(cause -> !cause.equals("clock"))
                .containsExactly("blocked/acme/econnect");
        assertThat(workshop.simulator.journal().accepted()).isEmpty();

        workshop.simulator.unblock(Workshop.KEY);
        clock.advance(Duration.ofMinutes(6));

        await().atMost(LONG).until(() -> delivered() == INVOICES);
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.invoiceNumber())
                .doesNotHaveDuplicates()
                .hasSize(INVOICES);
        assertThat(pauses()).isEmpty();
        assertThat(workshop.files("held")).isEmpty();
        clock.set(Duration.ZERO);
        await().atMost(LONG).until(() -> workshop.ledger()
                .inTransaction(books -> books.alarms().open())
                .isEmpty());
        System.out.println("COUNT faults=1 (balance blocked for an hour) invoices=" + INVOICES + " delivered-once="
                + INVOICES + " lost=0 twice=0 probes=" + probes + " alarms=1");
    }
}
