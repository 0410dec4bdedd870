package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.company.PrintWishes.Colour;
import io.github.komaseconnect.company.PrintWishes.Sides;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Item;
import io.github.komaseconnect.ledger.PrintJob.Kind;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.ledger.PrintJobs.Gathered;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What printing asks of any ledger. */
abstract class PrintContract extends PayloadContract {
    private static final Instant SOON = Instant.parse("2026-11-27T14:30:00Z");
    private static final Reason EMPTY = Reason.of("printer.stopped", "papier op", "out of paper");

    private long toPrint(String number, PrintWishes wishes) {
        long invoice = add(number, number);
        return ledger().inTransaction(books -> books.deliveries()
                .add(
                        invoice,
                        "acme",
                        new Destination(
                                SendingMethod.PRINT,
                                List.of(),
                                Language.NL,
                                "1",
                                "Klant",
                                "",
                                "w",
                                "w",
                                wishes,
                                Attachments.PDF_AND_UBL),
                        SOON));
    }

    private PrintJob job(long id) {
        return optional(books -> books.printJobs().find(id)).orElseThrow();
    }

    @Test
    void wishesOfARelationAreKeptWithTheDelivery() {
        PrintWishes all = new PrintWishes(
                Optional.of(2), Optional.of(Sides.SHORT_EDGE), Optional.of("tray-2"), Optional.of(Colour.GREY));
        long some = toPrint("print-1", all);
        long none = toPrint("print-2", PrintWishes.none());

        assertThat(optional(books -> books.deliveries().find(some))
                        .orElseThrow()
                        .destination()
                        .print())
                .isEqualTo(all);
        assertThat(optional(books -> books.deliveries().find(none))
                        .orElseThrow()
                        .destination()
                        .print()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aJobIsFoundByItsAttemptAndFollowedWhenItIsDue() {
        long delivery = toPrint("print-3", PrintWishes.none());
        long id = ledger().inTransaction(books -> books.printJobs()
                .plan("acme", "ipp://p/", "ke-3", "3 ke-3", Kind.SINGLE, List.of(new Item(delivery, 1, 1))));
        // only what its delivery still waits for is followed
        ledger().record(books -> {
            books.deliveries().open(delivery);
            books.deliveries().state(delivery, DeliveryState.PRINTING, Optional.empty(), Optional.empty());
        });
        assertThat(job(id).stage()).isEqualTo(Stage.PLANNED);

        ledger().record(books -> books.printJobs().created(id, 17));
        assertThat(job(id)).extracting(PrintJob::stage, PrintJob::jobId).containsExactly(Stage.CREATED, 17L);
        ledger().record(books -> books.printJobs().sending(id));
        assertThat(list(books -> books.printJobs().toFollow("acme", SOON, 10))).isEmpty();
        ledger().record(books ->
                books.printJobs().update(id, Stage.PRINTING, 17, "processing", Optional.of(EMPTY), Optional.of(SOON)));

        assertThat(list(books -> books.printJobs().toFollow("acme", SOON.minusMillis(1), 10)))
                .isEmpty();
        assertThat(list(books -> books.printJobs().toFollow("acme", SOON, 10)))
                .extracting(PrintJob::id)
                .containsExactly(id);
        assertThat(list(books -> books.printJobs().companiesFollowed(SOON))).containsExactly("acme");
        assertThat(count(books -> books.printJobs().stuck("acme"))).isEqualTo(1);
        assertThat(optional(books -> books.printJobs().ofAttempt(delivery, 1)))
                .hasValueSatisfying(job -> assertThat(job.reason()).contains(EMPTY));
        assertThat(optional(books -> books.printJobs().ofAttempt(delivery, 2))).isEmpty();

        ledger().record(books ->
                books.printJobs().update(id, Stage.DONE, 17, "completed", Optional.empty(), Optional.empty()));
        assertThat(count(books -> books.printJobs().stuck("acme"))).isZero();
        assertThat(list(books -> books.printJobs().companiesFollowed(SOON))).isEmpty();
        assertThat(job(id).reference()).isEqualTo("job 17 ipp://p/");
        // a number that comes late changes nothing
        ledger().record(books -> books.printJobs().created(id, 18));
        assertThat(job(id).jobId()).isEqualTo(17);
    }

    @Test
    void whatIsGatheredWaitsUntilItGoesInAJob() {
        long first = toPrint("print-4", PrintWishes.none());
        long second = toPrint("print-5", PrintWishes.none());
        ledger().record(books -> {
            books.printJobs().gather(first, "acme", SOON);
            books.printJobs().gather(second, "acme", SOON);
            books.printJobs().gather(second, "acme", SOON.plusSeconds(1));
        });
        assertThat(list(books -> books.printJobs().gathered("acme")))
                .extracting(Gathered::deliveryId, Gathered::readyAt)
                .containsExactly(tuple(first, SOON), tuple(second, SOON.plusSeconds(1)));

        long id = ledger().inTransaction(books -> books.printJobs()
                .plan(
                        "acme",
                        "",
                        "ke-4",
                        "dagafdruk.pdf",
                        Kind.BATCH,
                        List.of(new Item(second, 1, 2), new Item(first, 1, 4))));
        assertThat(list(books -> books.printJobs().gathered("acme"))).hasSize(2);
        ledger().record(books -> books.printJobs().sending(id));

        assertThat(list(books -> books.printJobs().companiesGathering())).isEmpty();
        assertThat(job(id).items()).extracting(Item::deliveryId).containsExactly(second, first);
        assertThat(job(id).reference()).isEqualTo("dagafdruk.pdf");
        ledger().record(books -> books.printJobs().gather(first, "acme", SOON));
        ledger().record(books -> books.printJobs().leave(first));
        assertThat(list(books -> books.printJobs().gathered("acme"))).isEmpty();
    }
}
