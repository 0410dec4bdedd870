package io.github.komaseconnect.response;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.DeliveryWithdrawnException;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.folder.SettledFiles;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.purchase.FakeEConnect;
import io.github.komaseconnect.purchase.MovableClock;
import io.github.komaseconnect.sales.CrashingLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All parts of answering suppliers on a real ledger and a real folder, with a clock and an eConnect that obey the test. */
final class AnsweringBench implements AutoCloseable {
    static final DeliverySettings RETRIES = new DeliverySettings(
            8,
            Duration.ofSeconds(30),
            2,
            Duration.ofHours(1),
            Duration.ofHours(72),
            Duration.ofMinutes(2),
            Duration.ZERO,
            Duration.ofMinutes(5));

    final MovableClock clock = new MovableClock();
    final FakeEConnect eConnect = new FakeEConnect();
    final Ledger ledger;
    final CrashingLedger crashing;
    final Companies companies;
    final Path folder;
    ResponseForm form = ResponseForm.INVOICE_RESPONSE;
    /** What rests when eConnect asks for that; empty as for a gateway that the company has left. */
    Optional<Channel> channel = Optional.of(Channel.ECONNECT);

    final Ways ways = (company, receipt) -> new Way(form, eConnect, channel);
    RespondFolder looks;
    DueResponses due;
    private ResponseBook book;
    private ResponseOutcomes outcomes;

    AnsweringBench(Path root) throws Exception {
        ledger = LedgerDatabase.open("", root.resolve("data"), clock, "test");
        crashing = new CrashingLedger(ledger);
        companies = new Companies(List.of(TestCompany.of("acme", root.resolve("acme"))));
        folder = companies.get("acme").folders().respond();
        Files.createDirectories(folder);
        restart(ledger);
    }

    /** Everything but ledger and folders anew, as after a crash, on this ledger. */
    void restart(Ledger books) {
        SettledFiles settled = new SettledFiles(Duration.ofSeconds(2), clock);
        looks = new RespondFolder(books, new ResponseIntake(ways, books), settled, new AlarmBell(books));
        due = new DueResponses(companies, books, 2, clock);
        book = new ResponseBook(companies, ways, books);
        outcomes = new ResponseOutcomes(books, new Channels(RETRIES, clock), RETRIES, clock);
    }

    /** A purchase invoice in this state, whose file in the import folder has this name. */
    LedgerInvoice purchase(String externalId, String number, InvoiceState state, String importName) {
        return ledger.inTransaction(books -> {
            InvoiceHeader header = header(number);
            long id = books.invoices()
                    .add(new NewInvoice(
                            "acme",
                            Direction.PURCHASE,
                            Optional.of(header),
                            externalId,
                            "sha-" + externalId,
                            "",
                            "",
                            externalId,
                            true,
                            false,
                            Place.NOWHERE,
                            "",
                            "",
                            state,
                            false));
            books.receipts().add(id, "acme", externalId, Gateway.PSB, clock.instant(), Optional.empty());
            books.receipts().named(id, importName, "");
            return books.invoices().find(id).orElseThrow();
        });
    }

    private static InvoiceHeader header(String number) {
        InvoiceParty supplier = party(Optional.of("Groothandel De Bouw B.V."));
        return new InvoiceHeader(
                DocumentType.INVOICE,
                number,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                supplier,
                party(Optional.empty()),
                Optional.empty());
    }

    private static InvoiceParty party(Optional<String> name) {
        return new InvoiceParty(
                name,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    LedgerInvoice received(String externalId, String number) {
        return purchase(externalId, number, InvoiceState.RECEIVED, "20261122_" + number);
    }

    ResponsePlan.Outcome plan(LedgerInvoice invoice, InvoiceResponse response) {
        return ledger.inTransaction(books ->
                ResponsePlan.plan(books, invoice, response, form, new ResponsePlan.Origin(0, "", "els@kantoor")));
    }

    /** Works off what is due, as routes/10-answer-suppliers does. */
    void work() {
        for (List<LedgerResponse> taken = due.take(); !taken.isEmpty(); taken = due.take()) {
            for (LedgerResponse response : taken) {
                try {
                    EndedResponse ended = new SupplierResponses().send(book.begin(response));
                    // as in real life: it ends a moment later than it was due
                    clock.advance(Duration.ofMillis(1));
                    outcomes.end(ended);
                } catch (DeliveryWithdrawnException withdrawn) {
                    // nothing is told
                } catch (RuntimeException e) {
                    outcomes.failedUnexpectedly(response, e);
                } finally {
                    due.release(response);
                }
            }
        }
    }

    void later(Duration time) {
        clock.advance(time);
        work();
    }

    /** Two looks with time enough between them, and what follows from them. */
    void look() {
        looks.look(companies.get("acme"));
        clock.advance(Duration.ofSeconds(3));
        looks.look(companies.get("acme"));
        work();
        looks.look(companies.get("acme"));
    }

    List<LedgerResponse> responses(LedgerInvoice invoice) {
        return ledger.reading(books -> books.responses().of(invoice.id()));
    }

    LedgerResponse last(LedgerInvoice invoice) {
        List<LedgerResponse> all = responses(invoice);
        return all.get(all.size() - 1);
    }

    List<String> attempts(LedgerInvoice invoice) {
        return ledger.reading(books -> books.responses().of(invoice.id()).stream()
                .flatMap(response -> books.responses().attempts(response.id()).stream())
                .map(attempt -> attempt.status() + " " + attempt.outcome())
                .toList());
    }

    List<String> alarms() {
        return ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
