package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshCommandTest {
    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        ledger = desk.ledger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void withoutARunItFailsAndLeavesNoOrder() {
        Said said = desk.at("refresh");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("Er draait nu geen run").contains("No run is going on");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void ordersEveryCompanyAndTellsWhatCame() throws Exception {
        try (OrderTaker taker = new OrderTaker(desk, (books, order) -> {
            new SampleBooks(books)
                    .purchase(order.company(), "INK-" + order.company(), "Groothandel", InvoiceState.IMPORTED);
            OrderTaker.answering(WorkOrder.Outcome.DONE, "1 nieuwe documenten.", "1 new documents.")
                    .accept(books, order);
        })) {
            Said said = desk.at("refresh");

            assertThat(taker).isNotNull();
            assertThat(said.exitCode()).isZero();
            assertThat(said.out())
                    .contains("acme: 1 nieuwe documenten.", "acme: 1 new documents.", "beta: 1 nieuwe documenten.")
                    .containsPattern("acme +Groothandel +INK-acme +1\\.210,00 EUR +in importmap")
                    .containsPattern("beta +Groothandel +INK-beta");
        }
    }

    @Test
    void showsHowFarItIs() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        try (OrderTaker taker = new OrderTaker(desk, (books, order) -> {
            int look = looks.incrementAndGet();
            if (look < 30) {
                books.record(open -> open.orders().progress(order.id(), "Lijst ophalen…", "Reading the list…"));
            } else {
                OrderTaker.answering(WorkOrder.Outcome.DONE, "Niets nieuws.", "Nothing new.")
                        .accept(books, order);
            }
        })) {
            Said said = desk.at("refresh", "acme");

            assertThat(taker).isNotNull();
            assertThat(said.out())
                    .containsSubsequence("acme: Lijst ophalen… (Reading the list…)", "acme: Niets nieuws.")
                    .containsOnlyOnce("Lijst ophalen…")
                    .doesNotContain("beta");
        }
    }

    @Test
    void oneThatFailedMakesItFail() throws Exception {
        try (OrderTaker taker = new OrderTaker(desk, (books, order) -> OrderTaker.answering(
                        order.company().equals("acme") ? WorkOrder.Outcome.FAILED : WorkOrder.Outcome.DONE,
                        "Sleutels geweigerd.",
                        "Keys refused.")
                .accept(books, order))) {
            Said said = desk.at("refresh");

            assertThat(taker).isNotNull();
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("acme: Sleutels geweigerd.").doesNotContain("beta");
        }
    }

    @Test
    void aRunThatStopsMeanwhileLeavesNoOrderBehind() throws Exception {
        try (OrderTaker taker = new OrderTaker(desk, (books, order) -> {})) {
            taker.leave();
            assertThat(desk.at("refresh", "acme").err()).contains("geen run");
        }
        OrderTaker[] leaving = new OrderTaker[1];
        try (OrderTaker taker = new OrderTaker(desk, (books, order) -> leaving[0].leave())) {
            leaving[0] = taker;
            Said said = desk.at("refresh", "acme");

            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("Run is intussen gestopt");
        }
        assertThat(waiting()).isEmpty();
    }

    @Test
    void refusesACompanyThatIsNotThereOrCannotRun() {
        desk.configure(CommandDesk.ACME, CommandDesk.BETA, "company.beta.enabled=false", "company.gamma.name=Gamma");

        assertThat(desk.at("refresh", "delta").exitCode()).isEqualTo(2);
        assertThat(desk.at("refresh", "beta").err()).contains("staat uit");
        assertThat(desk.at("refresh", "gamma").err()).contains("heeft fouten");
    }

    private List<WorkOrder> waiting() {
        return ledger.inTransaction(open -> open.orders().open());
    }
}
