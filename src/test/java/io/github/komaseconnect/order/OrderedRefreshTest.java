package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.OrderedRefresh.UnderWay;
import io.github.komaseconnect.purchase.FakeEConnect;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import io.github.komaseconnect.purchase.Purchase;
import io.github.komaseconnect.purchase.ReceivingBench;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Komas's "Actualiseren" by command: its progress, its end, and what the person is told. */
class OrderedRefreshTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private ReceivingBench bench;
    private OrderedRefresh refresh;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        refresh = new OrderedRefresh(bench.inbox, bench.due, bench.ledger, bench.clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private WorkOrder order(String company) {
        long id = bench.ledger.inTransaction(
                books -> books.orders().place(WorkOrder.Kind.REFRESH, company, 0, "", "jan@kantoor"));
        return order(id);
    }

    private WorkOrder order(long id) {
        return bench.ledger.inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    private String progress(UnderWay underWay) {
        return order(underWay.order().id()).answerDutch();
    }

    @Test
    void tellsHowFarItIsAndWhatCame() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("F2"));
        bench.acme.deliver("XCNIN3", MORNING, Purchase.order());

        UnderWay underWay = refresh.begin(order("acme"));

        assertThat(refresh.isGoingOn(underWay)).isTrue();
        assertThat(progress(underWay)).isEqualTo("0 van 3 verwerkt…");

        bench.work();
        underWay = refresh.goOn(underWay);

        assertThat(progress(underWay)).isEqualTo("3 van 3 verwerkt…");
        assertThat(refresh.isGoingOn(underWay)).isFalse();
        Answer answer = refresh.answer(underWay);
        assertThat(answer.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(answer.dutch())
                .startsWith("3 nieuwe documenten; 2 in de importmap: ")
                .contains("Bouwmarkt B.V. F1")
                .contains("Bouwmarkt B.V. F2")
                .contains("1 overgeslagen (geen factuur)");
        assertThat(answer.english()).startsWith("3 new documents; 2 in the import folder: ");
        assertThat(bench.acme.calls(Call.LIST)).isOne();
    }

    @Test
    void nothingNewIsAnAnswerToo() {
        UnderWay underWay = refresh.begin(order("acme"));

        assertThat(refresh.isGoingOn(underWay)).isFalse();
        assertThat(refresh.answer(underWay).dutch()).isEqualTo("0 nieuwe documenten.");
    }

    @Test
    void whatIsInHandIsWaitedFor() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        UnderWay underWay = refresh.begin(order("acme"));
        Receipt inHand = bench.due.take().get(0);

        assertThat(refresh.isGoingOn(underWay)).isTrue();

        bench.due.release(inHand);
        bench.later(Duration.ofSeconds(1));
        assertThat(refresh.isGoingOn(underWay)).isFalse();
    }

    @Test
    void whatCannotComeNowIsNotWaitedForButSaid() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("F2"));
        bench.acme.answer(Call.DOCUMENT, "XCNIN1", FakeEConnect.temporary(), ALWAYS);
        UnderWay underWay = refresh.begin(order("acme"));
        bench.work();

        assertThat(refresh.isGoingOn(underWay)).isFalse();
        assertThat(refresh.answer(underWay).dutch())
                .contains("1 in de importmap")
                .contains("1 nog niet in de importmap (zie status)");
    }

    @Test
    void whatFailedBeforeIsTriedAtOnceAndCountsWhenItComes() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.DOCUMENT, "XCNIN1", FakeEConnect.temporary(), 1);
        bench.refresh();

        UnderWay underWay = refresh.begin(order("acme"));
        assertThat(refresh.isGoingOn(underWay)).isTrue();
        bench.work();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(refresh.answer(underWay).dutch()).startsWith("0 nieuwe documenten; 1 in de importmap");
    }

    @Test
    void anotherRefreshOfTheCompanyIsWaitedFor() {
        UnderWay waiting = new UnderWay(
                order("acme"),
                bench.clock.instant().plus(Duration.ofMinutes(10)),
                Optional.empty(),
                Set.of(),
                Set.of());

        assertThat(refresh.isGoingOn(waiting)).isTrue();

        UnderWay listed = refresh.goOn(waiting);

        assertThat(listed.listing()).isPresent();
        assertThat(refresh.answer(listed).outcome()).isEqualTo(WorkOrder.Outcome.DONE);
    }

    @Test
    void anotherRefreshThatDoesNotEndIsNotWaitedForForEver() {
        UnderWay waiting = new UnderWay(
                order("acme"),
                bench.clock.instant().plus(Duration.ofMinutes(10)),
                Optional.empty(),
                Set.of(),
                Set.of());
        bench.clock.advance(Duration.ofMinutes(11));

        assertThat(refresh.isGoingOn(waiting)).isFalse();
        assertThat(refresh.answer(waiting).outcome()).isEqualTo(WorkOrder.Outcome.FAILED);
    }

    @Test
    void aListThatFailsIsAFailure() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.temporary(), 1);

        UnderWay underWay = refresh.begin(order("acme"));

        assertThat(refresh.isGoingOn(underWay)).isFalse();
        assertThat(refresh.answer(underWay).outcome()).isEqualTo(WorkOrder.Outcome.FAILED);
        assertThat(refresh.answer(underWay).dutch()).contains("even niet");
    }

    @Test
    void aCompanyThatIsUnknownOrPausedIsSaidToBe() {
        bench.ledger.record(books ->
                books.pauses().set(new Pause("acme", Channel.ALL, "paused", "", "", "jan", MORNING, Optional.empty())));

        assertThat(refresh.answer(refresh.begin(order("acme"))).dutch()).contains("gepauzeerd");
        assertThat(refresh.answer(refresh.begin(order("nobody"))).dutch()).contains("nobody");
    }

    @Test
    void whatRestsIsNotWaitedFor() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked("econnect.balance-blocked"), ALWAYS);
        UnderWay underWay = refresh.begin(order("acme"));
        bench.work();

        assertThat(refresh.isGoingOn(underWay)).isFalse();
        assertThat(refresh.answer(underWay).dutch()).contains("1 nog niet in de importmap");
    }

    @Test
    void manyAreNotAllNamed() {
        for (int n = 1; n <= 25; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING, Purchase.invoice("F" + n));
        }
        UnderWay underWay = refresh.begin(order("acme"));
        bench.work();

        String dutch = refresh.answer(underWay).dutch();
        assertThat(dutch).startsWith("25 nieuwe documenten; 25 in de importmap").contains("…");
        assertThat(List.of(dutch.split("Bouwmarkt"))).hasSize(21);
    }
}
