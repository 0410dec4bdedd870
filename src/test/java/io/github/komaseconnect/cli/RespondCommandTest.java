package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespondCommandTest {
    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;
    private long purchase;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME);
        ledger = desk.ledger();
        purchase = new SampleBooks(ledger).purchase("acme", "G-1", "Groothandel", InvoiceState.RECEIVED);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<WorkOrder> orders() {
        return ledger.reading(books -> books.orders().open());
    }

    @Test
    void placesAnOrderWithTheWholeAnswer() {
        Said said = desk.at(
                "respond",
                Long.toString(purchase),
                "--status",
                "re",
                "--reason",
                "REF=Inkoopnummer ontbreekt",
                "--reason",
                "pri=Prijs = te hoog",
                "--action",
                "NIN=Stuur een nieuwe",
                "--note",
                "Bel Els");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("bij de volgende start");
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(WorkOrder.Kind.RESPOND);
            assertThat(order.invoiceId()).isEqualTo(purchase);
            assertThat(order.argument())
                    .isEqualTo(
                            "{\"status\":\"RE\",\"reasons\":{\"REF\":\"Inkoopnummer ontbreekt\",\"PRI\":\"Prijs = te hoog\"},"
                                    + "\"actions\":{\"NIN\":\"Stuur een nieuwe\"},\"note\":\"Bel Els\"}");
        });
    }

    @Test
    void theNumberOfTheSupplierIsEnoughWithTheCompanyAlsoWhenASalesInvoiceHasIt() {
        new SampleBooks(ledger).sales("acme", "G-1", "Klant", InvoiceState.SENT);

        Said said = desk.at("respond", "G-1", "--company", "acme", "--status", "AP");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(orders()).singleElement().satisfies(order -> assertThat(order.invoiceId())
                .isEqualTo(purchase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--status XX",
                "--status RE",
                "--status RE --reason FOO=x",
                "--status RE --reason REF=",
                "--status RE --reason REF",
                "--status RE --reason REF=a --reason ref=b",
                "--status AP --action REF=x",
                "--withdraw --status AP",
            })
    void whatIsWrongIsSaidBeforeAnythingIsOrdered(String options) {
        String[] typed = ("respond " + purchase + " " + options).strip().split(" ");

        Said said = desk.at(typed);

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(orders()).isEmpty();
    }

    @Test
    void withdrawIsAnOrderToo() {
        assertThat(desk.at("respond", Long.toString(purchase), "--withdraw").exitCode())
                .isZero();
        assertThat(orders()).singleElement().satisfies(order -> assertThat(order.argument())
                .isEqualTo("withdraw"));
    }

    @Test
    void statusAndShowTellWhatWaitsAndWhatFailed() {
        ledger.record(books -> {
            LedgerInvoice invoice = books.invoices().find(purchase).orElseThrow();
            long id = books.responses().add(invoice, InvoiceResponse.of(ResponseStatus.PD), 0, "", "els@kantoor");
            var response = books.responses().find(id).orElseThrow();
            long attempt = books.responses().begin(response, ResponseStatus.PD);
            Reason reason = Reason.of("test.refused", "eConnect weigert het.", "eConnect refuses it.");
            books.responses().end(response, attempt, "REFUSED", Optional.of(reason));
            books.responses().state(response, ResponseState.REFUSED, Responses.Next.nothing(Optional.of(reason)));
        });

        assertThat(desk.at("status").out())
                .contains(
                        "Antwoorden aan leveranciers (answers to suppliers): 1", "G-1, Groothandel: PD, betaald (paid)")
                .contains("niet gelukt (failed)", "eConnect weigert het.");
        assertThat(desk.at("status", "--json").out())
                .contains("\"answers\":[{\"invoice\":" + purchase, "\"status\":\"PD\",\"state\":\"REFUSED\"");
        assertThat(desk.at("show", Long.toString(purchase)).out())
                .contains("Antwoord (answer) PD", "door (by) els@kantoor", "PD  REFUSED", "eConnect refuses it.");
    }
}
