package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.ledger.Alarm;
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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What tests of a ledger put into it and ask it. */
abstract class LedgerSamples {
    static final Reason REASON = new Reason("relation.unknown", "onbekend", "unknown", "zoek", "look");

    abstract Ledger ledger();

    <T> List<T> list(Function<Ledger.Books, ? extends Collection<T>> question) {
        return List.copyOf(ledger().inTransaction(question::apply));
    }

    <T> Optional<T> optional(Function<Ledger.Books, Optional<T>> question) {
        return ledger().inTransaction(question);
    }

    boolean yes(Function<Ledger.Books, Boolean> question) {
        return ledger().inTransaction(question);
    }

    int count(Function<Ledger.Books, Integer> question) {
        return ledger().inTransaction(question);
    }

    static InvoiceHeader header(String number) {
        InvoiceParty party = new InvoiceParty(
                Optional.of("Café d'Or"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new InvoiceHeader(
                DocumentType.INVOICE,
                number,
                "",
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.of("EUR"),
                Optional.of(new BigDecimal("121.00")),
                party,
                party,
                Optional.empty());
    }

    static NewInvoice sales(String number, String stem) {
        return new NewInvoice(
                "acme",
                Direction.SALES,
                Optional.of(header(number)),
                "",
                "sha-" + number,
                "",
                "FACTUUR.XML",
                stem,
                true,
                false,
                Place.OUTBOX,
                stem,
                "acme/sales",
                InvoiceState.ACCEPTED,
                true);
    }

    static Destination byPeppol() {
        return new Destination(
                SendingMethod.PEPPOL, List.of("0106:12345678"), Language.NL, "100", "Café", "100;Café", "nl", "en");
    }

    long add(String number, String stem) {
        return ledger().inTransaction(books -> books.invoices().add(sales(number, stem)));
    }

    Alarm only(String cause) {
        return ledger().inTransaction(books -> books.alarms().open()).stream()
                .filter(alarm -> alarm.cause().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    List<Alarm> toMail(String cause) {
        return ledger().inTransaction(books -> books.alarms().toMail()).stream()
                .filter(alarm -> alarm.cause().equals(cause))
                .toList();
    }
}
