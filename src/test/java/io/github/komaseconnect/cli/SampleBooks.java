package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Fills a ledger with invoices as the runtime would leave them. */
final class SampleBooks {
    private static final InvoiceParty NOBODY = party("");

    private final Ledger ledger;

    SampleBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A sales invoice in this state. */
    long sales(String company, String number, String customer, InvoiceState state) {
        return ledger.inTransaction(books -> books.invoices()
                .add(new NewInvoice(
                        company,
                        Direction.SALES,
                        Optional.of(header(number, NOBODY, party(customer))),
                        "",
                        "sha-" + number,
                        "",
                        "FACTUUR.XML",
                        "FACTUUR_" + number,
                        true,
                        true,
                        Place.OUTBOX,
                        "FACTUUR_" + number,
                        company + "/sales/2026/11/FACTUUR_" + number,
                        state,
                        false)));
    }

    /** A purchase invoice in this state. */
    long purchase(String company, String number, String supplier, InvoiceState state) {
        return ledger.inTransaction(books -> {
            InvoiceHeader header = header(number, party(supplier), NOBODY);
            long id = books.invoices()
                    .add(new NewInvoice(
                            company,
                            Direction.PURCHASE,
                            Optional.of(header),
                            "ext-" + number,
                            "sha-" + number,
                            "",
                            "",
                            "",
                            true,
                            true,
                            Place.NOWHERE,
                            "",
                            company + "/purchase/2026/11/ext-" + number,
                            state,
                            false));
            books.receipts().add(id, company, "ext-" + number, Gateway.PLATFORM, Instant.now(), Optional.empty());
            books.receipts().named(id, "20261122_" + number, "");
            books.invoices()
                    .fetched(id, Optional.of(header), "12345678", "sha-" + number, company + "/purchase/" + number);
            books.invoices().state(id, state, Optional.empty());
            return id;
        });
    }

    /** Holds an invoice. */
    void hold(long id, String code) {
        ledger.record(books -> books.invoices()
                .state(
                        id,
                        InvoiceState.HELD,
                        Optional.of(new Reason(
                                code,
                                "Geen relatie gevonden voor klant 10001.",
                                "No relation found for customer 10001.",
                                "Zet hem in relations.csv.",
                                "Put it into relations.csv."))));
    }

    /** A delivery by this method, with one attempt of this outcome. */
    long delivery(long invoice, String company, SendingMethod method, DeliveryState state, String outcome) {
        return ledger.inTransaction(books -> {
            Destination destination = new Destination(
                    method,
                    method == SendingMethod.PRINT ? List.of() : List.of("0106:87654321"),
                    Language.NL,
                    "10001",
                    "Bakkerij",
                    "10001;Bakkerij;peppol",
                    "Gevonden op klantnummer 10001.",
                    "Found by customer number 10001.");
            long id = books.deliveries().add(invoice, company, destination, Instant.now());
            Attempt attempt = books.deliveries().open(id);
            books.deliveries().close(attempt.id(), outcome, "", "net.reset", "Verbinding verbroken.", "Reset.");
            books.deliveries().state(id, state, Optional.of(Instant.now()), Optional.empty());
            return id;
        });
    }

    private static InvoiceHeader header(String number, InvoiceParty supplier, InvoiceParty customer) {
        return new InvoiceHeader(
                DocumentType.INVOICE,
                number,
                "",
                Optional.of(LocalDate.of(2026, 11, 20)),
                Optional.of("EUR"),
                Optional.of(new BigDecimal("1210.00")),
                supplier,
                customer,
                Optional.empty());
    }

    private static InvoiceParty party(String name) {
        return new InvoiceParty(
                Optional.of(name).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
