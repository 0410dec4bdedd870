package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.HookSettings.ReceivedResponse;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows at eConnect's PSB once a purchase invoice is in the import folder: the answer AB to the supplier, and then the
 * removal of the document, each if the company wants it, and in this order, since nothing can be answered to what is gone.
 */
public final class SafeAtLast {
    /** How long the removal waits before it looks again whether the answer went out. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Companies companies;
    private final Function<Company, Optional<ServiceBus>> buses;
    private final Ledger ledger;
    private final Receiving receiving;
    private final Clock clock;

    /** @param buses the PSB as a company sees it; empty when it is not set up there */
    public SafeAtLast(
            Companies companies,
            Function<Company, Optional<ServiceBus>> buses,
            Ledger ledger,
            Receiving receiving,
            Clock clock) {
        this.companies = companies;
        this.buses = buses;
        this.ledger = ledger;
        this.receiving = receiving;
        this.clock = clock;
    }

    /** Does what is to be done now and closes the receipt when that is all. */
    public Receipt follow(Receipt receipt) {
        Company company = companies.get(receipt.company());
        if (!Arrivals.isNamed(receipt.externalId())) {
            return finish(receipt, "", "");
        }
        if (company.hooks().response() == ReceivedResponse.AB) {
            ledger.record(books -> answer(books, receipt));
        }
        Optional<ServiceBus> bus = buses.apply(company);
        if (company.hooks().afterImport() == HookSettings.AfterImport.KEEP || bus.isEmpty()) {
            return finish(receipt, "", "");
        }
        boolean answering = ledger.reading(books -> books.responses().of(receipt.invoiceId())).stream()
                .anyMatch(response -> response.state().isOpen());
        return answering
                ? receiving.waitUntil(receipt, clock.instant().plus(LOOK_AGAIN))
                : remove(company, receipt, bus.get());
    }

    /** An order to the part that answers suppliers, which records every attempt; given once, and not after another answer. */
    private static void answer(Ledger.Books books, Receipt receipt) {
        if (books.responses().of(receipt.invoiceId()).isEmpty()) {
            LedgerInvoice invoice = books.invoices().find(receipt.invoiceId()).orElseThrow();
            books.responses().add(invoice, InvoiceResponse.of(ResponseStatus.AB), 0, "", LedgerEvent.RUNTIME);
        }
    }

    /** A crash between record and removal, or an answer that does not come: removed again, and gone is gone. */
    private Receipt remove(Company company, Receipt receipt, ServiceBus bus) {
        ledger.record(books -> books.events()
                .add(
                        receipt.invoiceId(),
                        "removing",
                        "Wordt verwijderd bij eConnect: in de importmap en het archief staat hij veilig.",
                        "Being removed at eConnect: it is safe in the import folder and the archive."));
        Reply<String> reply = bus.deleteReceived(receipt.externalId());
        if (reply instanceof Reply.Done<String>) {
            return finish(receipt, " Verwijderd bij eConnect.", " Removed at eConnect.");
        }
        if (reply instanceof Reply.Refused<String> refused) {
            return notRemoved(receipt, refused.reason());
        }
        // tidying up is no reason to stop receiving: eConnect removes it by itself in the end
        return reply instanceof Reply.Blocked<String> blocked
                ? notRemoved(receipt, blocked.reason())
                : receiving.failed(company, receipt, reply);
    }

    private Receipt notRemoved(Receipt receipt, Reason why) {
        return finish(
                receipt,
                " eConnect weigert het verwijderen: " + why.dutch(),
                " eConnect refuses the removal: " + why.english());
    }

    private Receipt finish(Receipt receipt, String dutch, String english) {
        return receiving.finish(
                receipt, InvoiceState.RECEIVED, Optional.empty(), "Ontvangen." + dutch, "Received." + english);
    }
}
