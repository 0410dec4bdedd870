package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.NumberBook;
import io.github.komaseconnect.ledger.NumberBook.Series;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Documents;
import io.github.komaseconnect.sales.PostRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking orders up, failing at them, pause and resume. */
class OrderDeskTest {
    @TempDir
    Path root;

    private PostRoom room;
    private Counter counter;

    @BeforeEach
    void open() throws IOException {
        room = PostRoom.open(root);
        counter = new Counter(room);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anOrderIsTakenUpOnce() {
        counter.place(Kind.PAUSE, 0, "");
        OrderDesk desk = counter.desk();

        assertThat(desk.take()).hasSize(1);
        assertThat(desk.take()).isEmpty();
    }

    @Test
    void anOrderThatFailsEndsAsFailedAndIsNotRepeatedAfterARestart() {
        long id = counter.place(Kind.RETRY, 4711, "");
        OrderDesk desk = counter.desk();
        WorkOrder order = desk.take().get(0);
        assertThatThrownBy(() -> desk.retry(order)).satisfies(failure -> desk.failed(order, (Exception) failure));

        assertThat(counter.find(id).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(counter.find(id).answerDutch()).contains("4711", "logbestand");
        assertThat(counter.desk().take()).isEmpty();
    }

    @Test
    void anUnknownMethodFails() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        long id = counter.place(Kind.REROUTE, invoice.id(), "DUIF");
        OrderDesk desk = counter.desk();
        WorkOrder order = desk.take().get(0);

        assertThatThrownBy(() -> desk.reroute(order)).satisfies(failure -> desk.failed(order, (Exception) failure));

        assertThat(counter.find(id).answerEnglish()).contains("DUIF");
        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void aFailureWithoutWordsIsNamed() {
        long id = counter.place(Kind.PAUSE, 0, "");
        OrderDesk desk = counter.desk();

        desk.failed(desk.take().get(0), new IllegalStateException());

        assertThat(counter.find(id).answerDutch()).contains("IllegalStateException");
    }

    @Test
    void whileTheLedgerIsGoneAnOrderWaits() {
        long id = counter.place(Kind.PAUSE, 0, "");
        OrderDesk desk = counter.desk();
        WorkOrder order = desk.take().get(0);

        desk.failed(order, new LedgerUnavailableException("geen verbinding", new IOException("x")));

        assertThat(counter.find(id).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(desk.take()).extracting(WorkOrder::id).containsExactly(id);
    }

    @Test
    void anAnswerThatWasGivenIsNotOverwrittenByALaterFailure() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        WorkOrder done = counter.order(Kind.CANCEL, invoice.id(), "");

        counter.desk().failed(done, new IOException("later"));

        assertThat(counter.find(done.id()).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aPausedCompanyTakesAndSendsNothingUntilItIsResumed() throws IOException {
        room.send("EEN.XML", Documents.invoice("1001"));
        WorkOrder pause = counter.order(Kind.PAUSE, 0, "");
        assertThat(pause.outcome()).isEqualTo(Outcome.DONE);
        room.export("TWEE.XML", Documents.invoice("1002"));
        room.settle();

        assertThat(room.files("export")).containsExactly("TWEE.XML");
        assertThat(room.deliverAll()).isEmpty();
        Optional<Pause> rest = room.ledger.inTransaction(books -> books.pauses().find("acme", Channel.ALL));
        assertThat(rest).hasValueSatisfying(at -> assertThat(at.who()).isEqualTo(Counter.WHO));

        assertThat(counter.outcome(Kind.RESUME, 0, "")).isEqualTo(Outcome.DONE);
        room.settle();
        assertThat(room.deliverAll()).hasSize(2);
    }

    @Test
    void resumeLetsWhatRestsForATroubleTryAtOnce() throws IOException {
        room.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme",
                        Channel.PRINT,
                        "spool",
                        "Map weg",
                        "Folder gone",
                        "komas-econnect",
                        room.clock.instant(),
                        Optional.of(room.clock.instant().plus(Duration.ofHours(1))))));
        room.send("EEN.XML", Documents.invoice("1001"));
        assertThat(room.deliverAll()).isEmpty();

        counter.order(Kind.RESUME, 0, "");

        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void anOrderForACompanyThatIsNotInHandWaitsUntilItIs() throws IOException {
        Company acme = room.companies.get("acme");
        room.companies.release("acme");
        long id = counter.place(Kind.PAUSE, 0, "");
        OrderDesk desk = counter.desk();
        assertThat(desk.take()).isEmpty();

        room.companies.attend(acme);
        assertThat(desk.take()).isEmpty();
        room.companies.takeInHand(acme);

        desk.carryOut(desk.take().get(0));
        assertThat(counter.find(id).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void missingNumbersAreAcceptedByAPerson() throws Exception {
        room.ledger.record(books -> {
            NumberBook numbers = books.watching().numbers();
            Series series = new Series(0, "acme", "INVOICE", "F", "", 0, 9);
            long id = numbers.addSeries(series);
            Series row = new Series(id, "acme", "INVOICE", "F", "", 0, 9);
            numbers.missing(row, 3, "F3", room.clock.instant());
            numbers.missing(row, 4, "F4", room.clock.instant());
            books.alarms().raise("gaps/acme", "acme", Reason.of("x", "x", "x"), Optional.empty());
        });

        WorkOrder one = counter.order(WorkOrder.Kind.ACCEPT_GAPS, 0, "F3");
        WorkOrder again = counter.order(WorkOrder.Kind.ACCEPT_GAPS, 0, "F3");
        assertThat(one.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(again.outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);
        assertThat(room.alarmCauses()).containsExactly("gaps/acme");

        WorkOrder rest = counter.order(WorkOrder.Kind.ACCEPT_GAPS, 0, "");
        assertThat(rest.answerDutch()).contains("F4");
        assertThat(room.alarmCauses()).isEmpty();
    }
}
