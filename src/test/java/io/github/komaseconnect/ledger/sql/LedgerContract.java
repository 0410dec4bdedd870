package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database behind the ledger must do; run against SQLite and PostgreSQL. */
abstract class LedgerContract extends LedgerRaces {
    @Test
    void keepsWhatIsKnownOfAnInvoice() {
        long id = add("2026-1", "FACTUUR_2026-1");

        var invoice = ledger().inTransaction(books -> books.invoices().find(id)).orElseThrow();

        assertThat(invoice.number()).isEqualTo("2026-1");
        assertThat(invoice.party()).isEqualTo("Café d'Or");
        assertThat(invoice.amount()).isEqualTo("121.00");
        assertThat(invoice.state()).isEqualTo(InvoiceState.ACCEPTED);
        assertThat(invoice.where().place()).isEqualTo(Place.OUTBOX);
        assertThat(invoice.where().placed()).isFalse();
        assertThat(invoice.reason()).isEmpty();
    }

    @Test
    void hasOneLiveSalesInvoiceForANumber() {
        long first = add("2026-2", "A_2026-2");

        assertThatThrownBy(() -> add("2026-2", "B_2026-2")).isInstanceOf(LedgerUnavailableException.class);

        ledger().record(books -> books.invoices().retire(first));
        long second = add("2026-2", "B_2026-2");
        assertThat(optional(books -> books.invoices().live("acme", DocumentType.INVOICE, "2026-2"))
                        .orElseThrow()
                        .id())
                .isEqualTo(second);
    }

    @Test
    void givesSeveralInvoicesInTheOrderAskedFor() {
        long first = add("SEVERAL-1", "A_SEVERAL-1");
        long second = add("SEVERAL-2", "A_SEVERAL-2");
        long none = second + 100_000;

        assertThat(list(books -> books.invoices().find(List.of(second, none, first, second))))
                .extracting(LedgerInvoice::id)
                .containsExactly(second, first, second);
        assertThat(list(books -> books.invoices().find(List.of(first))))
                .isEqualTo(list(books -> books.invoices().find(first).stream().toList()));
        assertThat(list(books -> books.invoices().find(List.of(none)))).isEmpty();
        assertThat(list(books -> books.invoices().find(List.of()))).isEmpty();
    }

    @Test
    void rollsBackAllOfAFailedTransaction() {
        assertThatThrownBy(() -> ledger().record(books -> {
                    books.invoices().add(sales("2026-3", "A_2026-3"));
                    throw new IllegalStateException("power cut");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(list(books -> books.invoices().withNumber("acme", "2026-3"))).isEmpty();
    }

    @Test
    void remembersWhereAFileComesFromUntilItIsPlaced() {
        long id = add("2026-4", "A_2026-4");
        ledger().record(books -> books.invoices().placed(id));

        ledger().record(books -> {
            books.invoices().state(id, InvoiceState.HELD, Optional.of(REASON));
            books.invoices().place(id, Place.HELD, "A_2026-4");
        });

        var invoice = ledger().inTransaction(books -> books.invoices().find(id)).orElseThrow();
        assertThat(invoice.where().fromPlace()).isEqualTo(Place.OUTBOX);
        assertThat(invoice.where().placed()).isFalse();
        assertThat(invoice.reason()).contains(REASON);
        assertThat(list(books -> books.invoices().unplaced())).anyMatch(unplaced -> unplaced.id() == id);
    }

    @Test
    void givesDueDeliveriesOldestFirstWithoutThoseInHand() {
        long id = add("2026-5", "A_2026-5");
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        long late = ledger().inTransaction(books -> books.deliveries().add(id, "due", byPeppol(), now.minusSeconds(1)));
        long early =
                ledger().inTransaction(books -> books.deliveries().add(id, "due", byPeppol(), now.minusSeconds(9)));
        ledger().record(books -> books.deliveries().add(id, "due", byPeppol(), now.plusSeconds(9)));

        assertThat(list(books -> books.deliveries().companiesDue(now))).contains("due");
        assertThat(list(books -> books.deliveries().due("due", now, EnumSet.allOf(SendingMethod.class), Set.of(), 10)))
                .extracting(Delivery::id)
                .containsExactly(early, late);
        assertThat(list(books ->
                        books.deliveries().due("due", now, EnumSet.allOf(SendingMethod.class), Set.of(early), 1)))
                .extracting(Delivery::id)
                .containsExactly(late);
    }

    @Test
    void thePassageIsFixedWithTheFirstAttempt() {
        long id = add("2026-61", "A_2026-61");
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        long delivery = ledger().inTransaction(books -> books.deliveries().add(id, "acme", byPeppol(), now));
        assertThat(optional(books -> books.deliveries().find(delivery))
                        .orElseThrow()
                        .passage())
                .isEmpty();

        begin(delivery, Gateway.PSB, "doc-61");
        ledger().record(books ->
                books.deliveries().state(delivery, DeliveryState.IN_DOUBT, Optional.of(now), Optional.of(now)));

        assertThat(begin(delivery, Gateway.PLATFORM, "another")).isPresent();
        assertThat(optional(books -> books.deliveries().find(delivery))
                        .orElseThrow()
                        .passage())
                .contains(new Delivery.Passage(Gateway.PSB, "doc-61"));
        assertThat(optional(books -> books.deliveries().withReference("acme", "doc-61")))
                .map(Delivery::id)
                .contains(delivery);
    }

    @Test
    void onlyWhatIsRecognisedIsBegunWhileItIsInDoubtAndNotWhenAPersonHasIt() {
        long id = add("2026-62", "A_2026-62");
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        for (Gateway gateway : Gateway.values()) {
            long delivery = ledger().inTransaction(books -> books.deliveries().add(id, "acme", byPeppol(), now));
            begin(delivery, gateway, "doc-62-" + gateway);
            inDoubt(delivery, Optional.empty());
            assertThat(begin(delivery, gateway, "doc")).as("held in doubt").isEmpty();
            inDoubt(delivery, Optional.of(now));
            assertThat(begin(delivery, gateway, "doc").isPresent()).isEqualTo(gateway.recognisesRepeats());
        }
    }

    private void inDoubt(long delivery, Optional<Instant> dueAt) {
        ledger().record(books -> books.deliveries().state(delivery, DeliveryState.IN_DOUBT, dueAt, Optional.empty()));
    }

    private Optional<Attempt> begin(long delivery, Gateway gateway, String documentId) {
        return ledger().inTransaction(books -> books.deliveries()
                .begin(delivery, Optional.of(new Delivery.Passage(gateway, documentId)), Instant.EPOCH));
    }

    @Test
    void writesAnAttemptBeforeAndItsOutcomeAfter() {
        long id = add("2026-6", "A_2026-6");
        long delivery = ledger().inTransaction(books -> books.deliveries().add(id, "acme", byPeppol(), Instant.now()));

        var attempt = ledger().inTransaction(books -> books.deliveries().open(delivery));

        assertThat(attempt.number()).isEqualTo(1);
        assertThat(list(books -> books.deliveries().attempting())).anyMatch(open -> open.id() == delivery);
        ledger().record(books -> {
            assertThat(books.deliveries().close(attempt.id(), "DELIVERED", "XCNLOUT1", "", "", ""))
                    .isTrue();
            books.deliveries().delivered(delivery, "XCNLOUT1");
        });
        ledger().record(books -> assertThat(books.deliveries().close(attempt.id(), "IN_DOUBT", "", "x", "x", "x"))
                .as("what is recorded stays")
                .isFalse());
        assertThat(list(books -> books.deliveries().attempts(delivery)))
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.outcome()).isEqualTo("DELIVERED");
                    assertThat(closed.endedAt()).isPresent();
                });
        assertThat(optional(books -> books.deliveries().withReference("acme", "XCNLOUT1")))
                .map(Delivery::state)
                .contains(DeliveryState.DELIVERED);
        assertThat(optional(books -> books.deliveries().openAttempt(delivery))).isEmpty();
    }

    @Test
    void bringsForwardOnlyWhatWaitsOnThePausedChannel() {
        long id = add("2026-7", "A_2026-7");
        Instant now = Instant.now();
        long waiting =
                ledger().inTransaction(books -> books.deliveries().add(id, "pz", byPeppol(), now.plusSeconds(3600)));
        long doubtful =
                ledger().inTransaction(books -> books.deliveries().add(id, "pz", byPeppol(), now.plusSeconds(3600)));
        ledger().record(books -> {
            books.deliveries().open(waiting);
            books.deliveries()
                    .state(waiting, DeliveryState.WAITING, Optional.of(now.plusSeconds(3600)), Optional.empty());
            books.deliveries().open(doubtful);
            books.deliveries()
                    .state(doubtful, DeliveryState.IN_DOUBT, Optional.of(now.plusSeconds(3600)), Optional.empty());
            books.deliveries().dueNow("pz", Channel.ECONNECT, now);
        });

        assertThat(list(books -> books.deliveries().due("pz", now, EnumSet.allOf(SendingMethod.class), Set.of(), 9)))
                .extracting(Delivery::id)
                .containsExactly(waiting);
    }

    @Test
    void keepsReceiptsAndTheWatermark() {
        NewInvoice listed = new NewInvoice(
                "acme",
                Direction.PURCHASE,
                Optional.empty(),
                "XCNIN1",
                "",
                "",
                "",
                "",
                false,
                false,
                Place.NOWHERE,
                "",
                "",
                InvoiceState.LISTED,
                false);
        Instant created = Instant.parse("2026-11-22T08:39:35.415Z");
        long id = ledger().inTransaction(books -> {
            long added = books.invoices().add(listed);
            books.receipts().add(added, "acme", "XCNIN1", Gateway.PSB, created, Optional.of(created));
            books.receipts().watermark("acme", created, created.plusSeconds(60));
            return added;
        });

        assertThat(list(books -> books.receipts().known("acme", List.of("XCNIN1", "XCNIN2"))))
                .containsExactly("XCNIN1");
        assertThat(list(books -> books.receipts().due("acme", created, Set.of(), 5)))
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.state()).isEqualTo(InvoiceState.LISTED);
                    assertThat(receipt.gateway()).isEqualTo(Gateway.PSB);
                });
        ledger().record(books -> {
            books.invoices().fetched(id, Optional.of(header("F-1")), "kvk-1", "sha", "acme/purchase");
            books.receipts().named(id, "20261122_x", "/import");
            books.receipts().next(id, Optional.empty(), 2);
        });
        assertThat(count(books -> books.receipts().countDue("acme", Instant.now())))
                .isZero();
        assertThat(list(books -> books.invoices().alike("acme", "other", "kvk-1", "F-1")))
                .hasSize(1);
        assertThat(list(books -> books.invoices().alike("acme", "sha", "kvk-1", "F-1")))
                .hasSize(1);
        assertThat(list(books -> books.invoices().alike("acme", "sha", "kvk-2", "F-1")))
                .hasSize(1);
        assertThat(list(books -> books.invoices().alike("acme", "other", "kvk-1", "F-2")))
                .isEmpty();
        ledger().record(books -> books.events()
                .add(
                        id,
                        List.of(
                                new Events.Note("imported", "een", "one"),
                                new Events.Note("received", "twee", "two"))));
        assertThat(list(books -> books.events().of(id)))
                .extracting(LedgerEvent::kind, LedgerEvent::dutch, LedgerEvent::english, LedgerEvent::who)
                .containsExactly(
                        tuple("imported", "een", "one", LedgerEvent.RUNTIME),
                        tuple("received", "twee", "two", LedgerEvent.RUNTIME));
        assertThat(optional(books -> books.receipts().watermark("acme"))
                        .orElseThrow()
                        .createdOn())
                .isEqualTo(created);
    }

    @Test
    void pausesAreSetAndEnded() {
        Pause pause = new Pause(
                "acme", Channel.EMAIL, "mail.refused", "nl", "en", "komas-econnect", Instant.now(), Optional.empty());

        ledger().record(books -> books.pauses().set(pause));
        ledger().record(books -> books.pauses().set(pause));

        assertThat(list(books -> books.pauses().all()))
                .filteredOn(found -> found.channel() == Channel.EMAIL)
                .hasSize(1);
        assertThat(yes(books -> books.pauses().end("acme", Channel.EMAIL))).isTrue();
        assertThat(yes(books -> books.pauses().end("acme", Channel.EMAIL))).isFalse();
    }

    @Test
    void ordersAreCarriedOutOnce() {
        long id = ledger().inTransaction(
                        books -> books.orders().place(WorkOrder.Kind.RETRY, "acme", 7, "", "els@kantoor"));

        assertThat(list(books -> books.orders().open())).anyMatch(order -> order.id() == id);
        ledger().record(books -> books.orders().finish(id, WorkOrder.Outcome.DONE, "gedaan", "done"));
        ledger().record(books -> books.orders().finish(id, WorkOrder.Outcome.FAILED, "x", "x"));

        WorkOrder order =
                ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
        assertThat(order.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(order.who()).isEqualTo("els@kantoor");
    }

    @Test
    void anAlarmIsOpenOnceForACauseAndCanComeBack() {
        ledger().record(books -> {
            assertThat(books.alarms().raise("folder/x", "acme", REASON, Optional.of("a")))
                    .isTrue();
            assertThat(books.alarms().raise("folder/x", "acme", REASON, Optional.of("b")))
                    .isFalse();
            assertThat(books.alarms().raise("folder/x", "acme", REASON, Optional.of("b")))
                    .isFalse();
        });
        Alarm alarm = only("folder/x");
        assertThat(alarm.touches()).extracting(Alarm.Touch::label).containsExactly("a", "b");

        ledger().record(books -> books.alarms().mailed(alarm.id(), 2));
        assertThat(toMail("folder/x")).isEmpty();
        ledger().record(books -> books.alarms().raise("folder/x", "acme", REASON, Optional.of("c")));
        assertThat(toMail("folder/x")).hasSize(1);

        ledger().record(books -> assertThat(books.alarms().clear("folder/x")).isTrue());
        assertThat(toMail("folder/x")).singleElement().satisfies(cleared -> assertThat(cleared.clearedAt())
                .isPresent());
        ledger().record(books -> books.alarms().clearMailed(alarm.id()));
        assertThat(toMail("folder/x")).isEmpty();
        ledger().record(books -> assertThat(books.alarms().raise("folder/x", "acme", REASON, Optional.empty()))
                .isTrue());
    }

    @Test
    void listsForStatus() {
        long id = add("2026-8", "A_2026-8");

        assertThat(list(books -> books.invoices()
                        .list(new InvoiceQuery(
                                Optional.of("acme"), Set.of(InvoiceState.ACCEPTED), Optional.of(Instant.EPOCH), 500))))
                .anyMatch(invoice -> invoice.id() == id);
        assertThat(list(books ->
                        books.invoices().list(new InvoiceQuery(Optional.of("other"), Set.of(), Optional.empty(), 500))))
                .isEmpty();
    }
}
