package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Documents;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.PostRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person says what became of a delivery in doubt, or what is to be done with a second invoice of a number. */
class ResolveTest {
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

    private LedgerInvoice mailInDoubt() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.deliver(PostRoom.inDoubt());
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.alarmCauses()).hasSize(1);
        return invoice;
    }

    private LedgerInvoice secondOfItsNumber() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));
        assertThat(room.reasonCode(second.id())).isEqualTo("sales.number-used");
        return second;
    }

    @Test
    void aMailThatArrivedCountsAsSent() throws IOException {
        LedgerInvoice invoice = mailInDoubt();

        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), ResolveOrder.SENT))
                .isEqualTo(Outcome.DONE);

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.SENT);
        assertThat(room.files("sent")).containsExactly("2026-11/FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(room.deliverAll()).isEmpty();
        assertThat(counter.ordersOf(invoice.id())).containsExactly("els@kantoor: Opdracht: geldt als verzonden.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.bounced", "printer.completed-with-errors", "printer.gave-up"})
    void whatWasHeldAndArrivedAllTheSameCountsAsSent(String code) throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.deliver(new AttemptOutcome.Rejected(Reason.of(code, "Kwam terug.", "Came back.")));
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);

        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), ResolveOrder.SEND_AGAIN))
                .isEqualTo(Outcome.REFUSED);
        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), ResolveOrder.SENT))
                .isEqualTo(Outcome.DONE);

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.SENT);
        assertThat(room.files("sent")).containsExactly("2026-11/FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void whatWasRefusedForCertainIsNotCalledSent() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.deliver(PostRoom.rejected());

        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), ResolveOrder.SENT))
                .isEqualTo(Outcome.REFUSED);
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void whatWasSaidOfOneDoubtDoesNotCountForTheNext() throws IOException {
        LedgerInvoice invoice = mailInDoubt();
        long order = counter.place(Kind.RESOLVE, invoice.id(), ResolveOrder.SEND_AGAIN);
        // the program dies when it has carried out the order and before anything else; the new attempt is in doubt too
        new ResolveOrder(room.ledger, room.placement, room.clock).resolve(counter.find(order), invoice);
        room.deliver(PostRoom.inDoubt());

        assertThat(counter.desk().take()).isEmpty();
        assertThat(counter.find(order).outcome()).isEqualTo(Outcome.DONE);
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void aMailThatDidNotArriveIsSentAgainOnce() throws IOException {
        LedgerInvoice invoice = mailInDoubt();

        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), ResolveOrder.SEND_AGAIN))
                .isEqualTo(Outcome.DONE);

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(room.deliverAll()).hasSize(1);
        assertThat(room.deliverAll()).isEmpty();
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void aPeppolDeliveryThatIsStillLookedUpCanBeResolvedToo() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        room.deliver(PostRoom.inDoubt());

        counter.order(Kind.RESOLVE, invoice.id(), ResolveOrder.SENT);

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.SENT);
        assertThat(room.deliveries(invoice.id())).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
    }

    /** The same document to the same receiver by the same gateway would be refused without end. */
    @ParameterizedTest
    @ValueSource(strings = {"econnect.unknown-receiver", "delivery.former-gateway"})
    void aDoubtThatARepeatCannotClearUpIsLookedUpAnew(String refusal) throws IOException {
        LedgerInvoice invoice = repeated(refusal);

        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), ResolveOrder.SEND_AGAIN))
                .isEqualTo(Outcome.DONE);

        assertThat(room.deliveries(invoice.id()))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.WAITING, DeliveryState.REJECTED);
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
    }

    @Test
    void aDoubtThatARepeatMayClearUpKeepsItsDocumentId() throws IOException {
        LedgerInvoice invoice = repeated("econnect.overloaded");

        counter.order(Kind.RESOLVE, invoice.id(), ResolveOrder.SEND_AGAIN);

        assertThat(room.deliveries(invoice.id())).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.IN_DOUBT);
            assertThat(delivery.passage().orElseThrow().documentId()).isEqualTo("id-1001");
        });
    }

    /** In doubt at the PSB; the last repeat under the same document id was answered like this. */
    private LedgerInvoice repeated(String refusal) throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        long delivery = room.deliveries(invoice.id()).get(0).id();
        room.ledger.record(books -> {
            Attempt attempt = books.deliveries()
                    .begin(delivery, Optional.of(new Passage(Gateway.PSB, "id-1001")), room.clock.instant())
                    .orElseThrow();
            books.deliveries().close(attempt.id(), "REJECTED", "", refusal, "geweigerd", "refused");
            books.deliveries().state(delivery, DeliveryState.IN_DOUBT, Optional.empty(), Optional.empty());
            HeldInvoices.hold(books, invoice.id(), Reason.of(refusal, "geweigerd", "refused"));
        });
        room.placement.carryOut(invoice.id());
        return invoice;
    }

    @Test
    void oneThatWasClearedUpMeanwhileIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        room.deliver(PostRoom.inDoubt());
        long delivery = room.deliveries(invoice.id()).get(0).id();
        counter.place(Kind.RESOLVE, invoice.id(), ResolveOrder.SEND_AGAIN);
        OrderDesk desk = counter.desk();
        var order = desk.take().get(0);
        // the look-up found nothing, and the next attempt has begun
        room.ledger.record(books -> {
            books.deliveries()
                    .state(delivery, DeliveryState.WAITING, Optional.of(room.clock.instant()), Optional.empty());
            books.deliveries().open(delivery);
        });

        desk.resolve(order);

        assertThat(counter.find(order.id()).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(room.deliveries(invoice.id()).get(0).state()).isEqualTo(DeliveryState.ATTEMPTING);
    }

    @Test
    void aSecondInvoiceOfANumberIsSentAllTheSame() throws IOException {
        LedgerInvoice second = secondOfItsNumber();

        assertThat(counter.outcome(Kind.RESOLVE, second.id(), ResolveOrder.SEND_AGAIN))
                .isEqualTo(Outcome.DONE);

        assertThat(room.deliverAll())
                .singleElement()
                .satisfies(sent -> assertThat(sent.invoice().id()).isEqualTo(second.id()));
        assertThat(room.files("sent")).containsExactly("2026-11/FACTUUR_1001-2.xml", "2026-11/FACTUUR_1001.xml");
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(counter.ordersOf(second.id())).singleElement().asString().contains("toch verzenden");
    }

    @Test
    void afterThatNeitherContentIsSentOnceMore() throws IOException {
        LedgerInvoice second = secondOfItsNumber();
        counter.order(Kind.RESOLVE, second.id(), ResolveOrder.SEND_AGAIN);
        room.deliverAll();

        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.send("FACTUUR.XML", Documents.changed("1001"));

        assertThat(room.deliverAll()).isEmpty();
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void aSecondInvoiceOfANumberThatWasSentSomeOtherWayCountsAsSent() throws IOException {
        LedgerInvoice second = secondOfItsNumber();

        counter.order(Kind.RESOLVE, second.id(), ResolveOrder.SENT);

        assertThat(room.invoice(second.id()).state()).isEqualTo(InvoiceState.SENT);
        assertThat(room.deliverAll()).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void withoutDoubtThereIsNothingToResolve() throws IOException {
        LedgerInvoice unknown = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(counter.outcome(Kind.RESOLVE, unknown.id(), ResolveOrder.SENT))
                .isEqualTo(Outcome.REFUSED);
        assertThat(room.invoice(unknown.id()).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void anUnknownChoiceIsRefused() throws IOException {
        LedgerInvoice invoice = mailInDoubt();

        assertThat(counter.outcome(Kind.RESOLVE, invoice.id(), "weet niet")).isEqualTo(Outcome.REFUSED);
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
    }
}
