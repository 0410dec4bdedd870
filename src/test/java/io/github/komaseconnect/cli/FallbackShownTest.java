package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of customers who are not on Peppol. */
class FallbackShownTest {
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
    void statusNamesInWordsWhatWaitsForASecondAnswerAndNeedsNobody() {
        Reason waits = new Reason(
                ReachRules.CONFIRMING,
                "Telt pas na een tweede antwoord.",
                "Counts after a second.",
                "Niets doen.",
                "Wait.");
        long waiting = books.sales("acme", "2026-0007", "Bakkerij", InvoiceState.ON_ITS_WAY);
        books.sales("acme", "2026-0008", "Slager", InvoiceState.ON_ITS_WAY);
        ledger.record(open -> open.invoices().state(waiting, InvoiceState.ON_ITS_WAY, Optional.of(waits)));

        Said said = desk.at("status");

        assertThat(said.out())
                .contains("Wacht op een tweede antwoord van eConnect (waiting for a second answer): 1")
                .contains("2026-0007, Bakkerij:")
                .contains("Telt pas na een tweede antwoord.")
                .doesNotContain("Heeft een mens nodig");
        assertThat(desk.at("status", "--json").out()).contains("\"confirming\":[{\"id\":" + waiting + ",");
        assertThat(desk.at("status", "--company", "beta").out()).doesNotContain("tweede antwoord");
    }

    @Test
    void statusSaysWhatWentByTheFallbackAndShowThatPeppolWasNotEvenTried() {
        long id = books.sales("acme", "2026-0010", "Fam. De Boer", InvoiceState.SENT);
        long mail = books.delivery(id, "acme", SendingMethod.EMAIL, DeliveryState.DELIVERED, "DELIVERED");
        books.delivery(
                books.sales("acme", "2026-0011", "Slager", InvoiceState.SENT),
                "acme",
                SendingMethod.EMAIL,
                DeliveryState.DELIVERED,
                "DELIVERED");
        ledger.record(open -> open.reachings()
                .fellBack(
                        mail,
                        Optional.empty(),
                        Instant.parse("2026-11-27T12:00:00Z"),
                        Reason.of("reach.fallback", "Geen nummer bekend.", "No number known.")));

        assertThat(desk.at("status").out()).containsOnlyOnce("e-mail, uitwijk (fallback)");
        assertThat(desk.at("status", "--json").out())
                .containsOnlyOnce("\"fallback\":{\"at\":\"2026-11-27T12:00:00Z\",\"insteadOfDelivery\":null,"
                        + "\"dutch\":\"Geen nummer bekend.\"")
                .contains("\"fallback\":null");
        assertThat(desk.at("show", Long.toString(id)).out())
                .contains("in plaats van Peppol (instead of Peppol), sinds (since) 27-11-2026")
                .contains("Geen nummer bekend.");
    }

    @Test
    void showSaysOfWhichDeliveryAnotherTookThePlaceAndWhy() {
        long id = books.sales("acme", "2026-0009", "Bakkerij", InvoiceState.SENT);
        long peppol = books.delivery(id, "acme", SendingMethod.PEPPOL, DeliveryState.NOT_REACHABLE, "REJECTED");
        long print = books.delivery(id, "acme", SendingMethod.PRINT, DeliveryState.DELIVERED, "DELIVERED");
        ledger.record(open -> open.reachings()
                .fellBack(
                        print,
                        Optional.of(peppol),
                        Instant.parse("2026-11-27T12:00:00Z"),
                        Reason.of("reach.fallback", "Staat niet in Peppol.", "Not on Peppol.")));

        assertThat(desk.at("show", Long.toString(id)).out())
                .containsOnlyOnce("uitwijk (fallback)")
                .contains("in plaats van aflevering (instead of delivery) " + peppol + ", sinds (since) 27-11-2026")
                .contains("Staat niet in Peppol.")
                .contains("Not on Peppol.");
    }
}
