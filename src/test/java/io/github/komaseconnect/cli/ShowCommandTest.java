package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
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
    void tellsTheWholeStoryOfASalesInvoice() {
        long id = books.sales("acme", "2026-0001", "Bakkerij", InvoiceState.ON_ITS_WAY);
        books.delivery(id, "acme", SendingMethod.PEPPOL, DeliveryState.REJECTED, "TEMPORARY");
        ledger.record(open -> {
            open.events().add(id, "accepted", "Aangenomen.", "Accepted.");
            open.events().addBy(id, "order", "piet@pc", "Opdracht: opnieuw proberen.", "Order: try again.");
            open.invoices().placed(id);
            open.invoices().place(id, Place.HELD, "FACTUUR_2026-0001");
        });
        books.hold(id, "relation.unknown");

        Said said = desk.at("show", Long.toString(id));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("verkoop factuur 2026-0001 (acme)")
                .contains("vastgehouden (held)")
                .contains("[relation.unknown]")
                .contains("Bakkerij")
                .contains("1.210,00 EUR")
                .contains("FACTUUR.XML")
                .contains(desk.home.resolve("companies/acme/held/FACTUUR_2026-0001.xml") + " (wordt nog verplaatst")
                .contains(desk.home
                        .resolve("companies/acme/outbox/FACTUUR_2026-0001.xml")
                        .toString())
                .contains(desk.data()
                        .resolve("archive/acme/sales/2026/11/FACTUUR_2026-0001")
                        .toString())
                .contains("per Peppol: niet gelukt")
                .contains("0106:87654321")
                .contains("10001;Bakkerij;peppol")
                .contains("Gevonden op klantnummer 10001.")
                .contains("TEMPORARY")
                .contains("1: Verbinding verbroken.")
                .containsSubsequence("accepted", "Aangenomen.", "Accepted.", "order door (by) piet@pc");
    }

    @Test
    void saysWhichFileIsSentInThePlaceOfWhatKomasWrote() {
        long id = books.sales("acme", "2026-0002", "Bakkerij", InvoiceState.SENT);
        long first = books.delivery(id, "acme", SendingMethod.PEPPOL, DeliveryState.REJECTED, "REJECTED");
        long second = books.delivery(id, "acme", SendingMethod.EMAIL, DeliveryState.DELIVERED, "ACCEPTED");
        ledger.record(open -> {
            open.payloads().keep(new Payload(id, Payload.OF_ALL, "document-mended.xml", "5a".repeat(32), 4200));
            open.payloads().keep(new Payload(id, first, "delivery-" + first + "-document.xml", "7b".repeat(32), 9100));
        });

        assertThat(desk.at("show", Long.toString(id)).out())
                .contains("SHA-256                         sha-2026-0002")
                .containsSubsequence(
                        "Aflevering (delivery) " + first,
                        "verzonden wordt (sends)",
                        "delivery-" + first + "-document.xml, 9100 bytes",
                        "SHA-256 daarvan (its SHA-256)",
                        "7b".repeat(32),
                        "Aflevering (delivery) " + second,
                        "document-mended.xml, 4200 bytes",
                        "5a".repeat(32));
    }

    @Test
    void ofWhatIsSentAsItIsOnlyItsOwnSumIsShown() {
        long id = books.sales("acme", "2026-0003", "Bakkerij", InvoiceState.SENT);
        books.delivery(id, "acme", SendingMethod.PEPPOL, DeliveryState.DELIVERED, "ACCEPTED");

        assertThat(desk.at("show", Long.toString(id)).out())
                .contains("sha-2026-0003")
                .doesNotContain("verzonden wordt", "daarvan");
    }

    @Test
    void saysThatKomasTookAPurchaseInvoice() throws Exception {
        long id = books.purchase("acme", "INK-7", "Groothandel", InvoiceState.RECEIVED);
        Path importFolder = Files.createDirectories(desk.home.resolve("companies/acme/import"));

        assertThat(desk.at("show", Long.toString(id)).out())
                .contains(importFolder.resolve("20261122_INK-7.xml") + " (door Komas opgehaald; taken by Komas)")
                .contains("ext-INK-7");

        Files.writeString(importFolder.resolve("20261122_INK-7.xml"), "x");
        assertThat(desk.at("show", Long.toString(id)).out()).doesNotContain("taken by Komas");
    }

    @Test
    void findsAnInvoiceByNumberWithItsCompany() {
        long id = books.sales("acme", "2026-0001", "Bakkerij", InvoiceState.SENT);

        assertThat(desk.at("show", "2026-0001", "--company", "acme").out()).startsWith(id + "  verkoop factuur");
        assertThat(desk.at("show", Long.toString(id), "--company", "acme").exitCode())
                .isZero();
    }

    @Test
    void anInvoiceNumberGoesBeforeAnIdOfTheSameDigits() {
        long first = books.sales("acme", "777", "Bakkerij", InvoiceState.SENT);
        long second = books.sales("acme", Long.toString(first), "Hotel", InvoiceState.SENT);

        assertThat(desk.at("show", Long.toString(first), "--company", "acme").out())
                .startsWith(second + "  ");
        assertThat(desk.at("show", Long.toString(first)).out()).startsWith(first + "  ");
    }

    @Test
    void listsTheCandidatesWhenANumberIsNotUnique() {
        long sales = books.sales("acme", "0042", "Bakkerij", InvoiceState.SENT);
        long purchase = books.purchase("acme", "0042", "Groothandel", InvoiceState.RECEIVED);

        Said said = desk.at("show", "0042", "--company", "acme");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains("Er zijn 2 facturen met nummer 0042")
                .contains(sales + " = verkoop factuur, Bakkerij, verzonden")
                .contains(purchase + " = inkoop factuur, Groothandel, ontvangen")
                .contains(purchase + " = purchase invoice, Groothandel, received");
    }

    @Test
    void saysThatTheCompanyIsMissing() {
        books.sales("beta", "2026-0001", "Bakkerij", InvoiceState.SENT);

        Said said = desk.at("show", "2026-0001");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("is een factuurnummer").contains("--company beta");
    }

    @Test
    void saysThatThereIsNoSuchInvoice() {
        assertThat(desk.at("show", "99").exitCode()).isEqualTo(2);
        assertThat(desk.at("show", "99").err()).contains("geen factuur met id 99");
        assertThat(desk.at("show", "99", "--company", "acme").err()).contains("Bedrijf acme heeft geen factuur");
        assertThat(desk.at("show", "99", "--company", "gamma").err()).contains("geen bedrijf gamma");
    }

    @Test
    void beforeTheFirstRunThereIsNothingToShow() {
        Said said = new CommandDesk(folder.resolve("fresh"))
                .configure(CommandDesk.ACME)
                .at("show", "1");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("nog nooit iets gedraaid");
    }
}
