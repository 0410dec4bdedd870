package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderCommandsTest {
    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;
    private SampleBooks books;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        ledger = desk.ledger();
        books = new SampleBooks(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anOrderWithoutARunStaysForTheNextStart() {
        long id = held("A-1");

        Said said = desk.at("retry", Long.toString(id));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("bij de volgende start").contains("at the next start");
        assertThat(waiting()).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(WorkOrder.Kind.RETRY);
            assertThat(order.company()).isEqualTo("acme");
            assertThat(order.invoiceId()).isEqualTo(id);
            assertThat(order.who()).isEqualTo("anna@kantoor");
        });
    }

    @Test
    void theSameOrderIsNotPlacedTwice() {
        long id = held("A-1");

        desk.at("retry", Long.toString(id));
        desk.at("retry", Long.toString(id));
        desk.at("cancel", Long.toString(id));

        assertThat(waiting()).extracting(WorkOrder::kind).containsExactly(WorkOrder.Kind.RETRY, WorkOrder.Kind.CANCEL);
    }

    @Test
    void printsTheAnswerOfTheRun() throws Exception {
        long id = held("A-1");
        try (OrderTaker taker = taker(WorkOrder.Outcome.DONE, "Wordt opnieuw geprobeerd.", "Is tried again.")) {
            Said said = desk.at("retry", Long.toString(id));

            assertThat(taker).isNotNull();
            assertThat(said.exitCode()).isZero();
            assertThat(said.out())
                    .containsSubsequence(id + " A-1: Wordt opnieuw geprobeerd.", id + " A-1: Is tried again.");
            assertThat(said.err()).isEmpty();
        }
    }

    @Test
    void aRefusalIsAFailure() throws Exception {
        long id = held("A-1");
        try (OrderTaker taker = taker(WorkOrder.Outcome.REFUSED, "Kan niet.", "Not possible.")) {
            Said said = desk.at("cancel", Long.toString(id));

            assertThat(taker).isNotNull();
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("Kan niet.").contains("Not possible.");
        }
    }

    @Test
    void oneFailureAmongManyCounts() throws Exception {
        long first = held("A-1");
        long second = held("A-2");
        try (OrderTaker taker = new OrderTaker(
                desk,
                (books, order) -> books.record(open -> open.orders()
                        .finish(
                                order.id(),
                                order.invoiceId() == first ? WorkOrder.Outcome.FAILED : WorkOrder.Outcome.DONE,
                                "Klaar " + order.invoiceId(),
                                "Done")))) {
            Said said = desk.at("retry", Long.toString(first), Long.toString(second));

            assertThat(taker).isNotNull();
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.out()).contains("Klaar " + second);
            assertThat(said.err()).contains("Klaar " + first);
        }
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        desk.patience = Duration.ofMillis(300);
        long id = held("A-1");
        try (OrderTaker taker = new OrderTaker(desk, (books, order) -> {})) {
            Said said = desk.at("retry", Long.toString(id));

            assertThat(taker).isNotNull();
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("1 opdracht(en) nog niet uitgevoerd");
        }
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void retriesAllThatIsHeldExceptWhatIsInDoubt() {
        long first = held("A-1");
        long doubtful = held("A-2");
        books.delivery(doubtful, "acme", SendingMethod.EMAIL, DeliveryState.IN_DOUBT, "IN_DOUBT");
        long ofBeta = books.sales("beta", "B-1", "Hotel", InvoiceState.HELD);
        books.sales("acme", "A-3", "Hotel", InvoiceState.SENT);

        Said said = desk.at("retry", "--held");

        assertThat(said.out()).contains(doubtful + " A-2: overgeslagen, want in twijfel");
        assertThat(waiting()).extracting(WorkOrder::invoiceId).containsExactly(first, ofBeta);
    }

    @Test
    void retriesWhatIsHeldOfOneCompany() {
        held("A-1");
        long ofBeta = books.sales("beta", "B-1", "Hotel", InvoiceState.HELD);

        desk.at("retry", "--held", "--company", "beta");

        assertThat(waiting()).extracting(WorkOrder::invoiceId).containsExactly(ofBeta);
        assertThat(desk.at("retry", "--held", "--company", "gamma").exitCode()).isEqualTo(2);
    }

    @Test
    void anUnknownInvoiceLeavesNoOrdersAtAll() {
        long id = held("A-1");

        Said said = desk.at("retry", Long.toString(id), "4711");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void reroutesByTheWordsThatPeopleType() {
        long id = held("A-1");

        assertThat(desk.at("reroute", "A-1", "--company", "acme", "--by", "post")
                        .exitCode())
                .isZero();

        assertThat(waiting()).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(WorkOrder.Kind.REROUTE);
            assertThat(order.invoiceId()).isEqualTo(id);
            assertThat(order.argument()).isEqualTo("PRINT");
        });
        Said wrong = desk.at("reroute", Long.toString(id), "--by", "duif");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("kies peppol, email of print");
    }

    @Test
    void resolvesOnlyAfterConfirmation() {
        long id = held("A-1");
        desk.answer = Optional.of("nee");
        Said no = desk.at("resolve", Long.toString(id), "--sent");
        assertThat(no.exitCode()).isEqualTo(1);
        assertThat(no.err()).contains("Er is niets gedaan");
        assertThat(waiting()).isEmpty();

        desk.answer = Optional.of(" Ja ");
        Said yes = desk.at("resolve", Long.toString(id), "--send-again");

        assertThat(yes.exitCode()).isZero();
        assertThat(yes.out()).contains("dan krijgt de klant hem twee keer");
        assertThat(waiting()).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(WorkOrder.Kind.RESOLVE);
            assertThat(order.argument()).isEqualTo("send-again");
        });
    }

    @Test
    void resolvesWithoutAPersonOnlyWithYes() {
        long id = held("A-1");

        Said nobody = desk.at("resolve", Long.toString(id), "--sent");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("geef --yes");
        assertThat(waiting()).isEmpty();

        assertThat(desk.at("resolve", Long.toString(id), "--sent", "--yes").exitCode())
                .isZero();
        assertThat(waiting()).extracting(WorkOrder::argument).containsExactly("sent");
    }

    @Test
    void pausesAndResumesACompany() {
        desk.at("pause", "acme");
        desk.at("resume", "acme");

        assertThat(waiting())
                .extracting(WorkOrder::kind, WorkOrder::company)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(WorkOrder.Kind.PAUSE, "acme"),
                        org.assertj.core.groups.Tuple.tuple(WorkOrder.Kind.RESUME, "acme"));
        assertThat(desk.at("pause", "gamma").exitCode()).isEqualTo(2);
    }

    @Test
    void beforeTheFirstRunThereIsNothingToOrder() {
        CommandDesk fresh = new CommandDesk(folder.resolve("fresh")).configure(CommandDesk.ACME);

        Said said = fresh.at("pause", "acme");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("nog nooit iets gedraaid");
        assertThat(fresh.data()).doesNotExist();
    }

    private long held(String number) {
        long id = books.sales("acme", number, "Bakkerij", InvoiceState.ACCEPTED);
        books.hold(id, "relation.unknown");
        return id;
    }

    private OrderTaker taker(WorkOrder.Outcome outcome, String dutch, String english) throws Exception {
        return new OrderTaker(desk, OrderTaker.answering(outcome, dutch, english));
    }

    private List<WorkOrder> waiting() {
        return ledger.inTransaction(open -> open.orders().open());
    }
}
