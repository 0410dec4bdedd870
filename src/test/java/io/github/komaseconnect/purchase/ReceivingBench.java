package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.arrival.ArrivalCheck;
import io.github.komaseconnect.arrival.AttachmentWriter;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.invoice.ArrivalReader;
import io.github.komaseconnect.invoice.EmbeddedFiles;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.validation.PhiveRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All parts of receiving on a real ledger and real folders, with a clock and an eConnect that the test commands. Two
 * companies: acme, which sets status 35, and beta, which sets none.
 */
public final class ReceivingBench implements AutoCloseable {
    static final DeliverySettings RETRIES = new DeliverySettings(
            8,
            Duration.ofSeconds(30),
            2,
            Duration.ofHours(1),
            Duration.ofHours(72),
            Duration.ofMinutes(2),
            Duration.ZERO,
            Duration.ofMinutes(5));
    static final ReceiveSettings RECEIVE =
            new ReceiveSettings(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(24));
    private static final int PARALLEL = 6;

    public final MovableClock clock = new MovableClock();
    public final FakeEConnect acme = new FakeEConnect();
    final FakeEConnect beta = new FakeEConnect();
    /** The PSB as acme sees it; empty: the same as the platform. */
    Optional<EConnect> psb = Optional.empty();

    final Path root;
    public final Ledger ledger;
    /** What the parts write to; a test may put something in between. */
    Ledger books;

    public Companies companies;
    public PurchaseInbox inbox;
    public DueReceipts due;
    Receiving receiving;
    PurchaseSteps steps;
    ImportFolder importFolder;
    AlarmBell alarms;
    Channels channels;

    /** A bench in this folder. */
    public ReceivingBench(Path root) throws IOException {
        this.root = root;
        ledger = LedgerDatabase.open("", root.resolve("data"), clock, "test");
        books = ledger;
        companies = new Companies(List.of(
                company("acme", Optional.empty(), OptionalInt.of(35)),
                company("beta", Optional.empty(), OptionalInt.empty())));
        Files.createDirectories(imports("acme"));
        Files.createDirectories(imports("beta"));
        restart();
    }

    /** Everything but ledger and folders anew, as after a crash. */
    public void restart() {
        Connections connections = (company, gateway) ->
                gateway == Gateway.PSB ? psb.orElse(acme) : company.key().equals("acme") ? acme : beta;
        Archive archive = new Archive(root.resolve("archive"));
        alarms = new AlarmBell(books);
        channels = new Channels(RETRIES, clock);
        receiving = new Receiving(books, channels, alarms, RetryPolicy.of(RETRIES), clock);
        due = new DueReceipts(companies, books, channels, PARALLEL, clock);
        inbox = new PurchaseInbox(companies, connections, books, channels, alarms, RECEIVE, RETRIES, clock);
        SafeXml xml = SafeXml.ofArrivals();
        importFolder = new ImportFolder(
                companies, books, archive, receiving, alarms, new AttachmentWriter(new EmbeddedFiles(xml)));
        steps = new PurchaseSteps(
                companies,
                connections,
                books,
                archive,
                new UblReader(xml),
                new EmbeddedPdf(xml),
                new ArrivalCheck(new ArrivalReader(xml), new PhiveRules(xml, missing -> {})),
                importFolder,
                receiving,
                RECEIVE,
                clock);
    }

    void receiveSince(LocalDate day) {
        companies = new Companies(List.of(company("acme", Optional.of(day), OptionalInt.of(35))));
        restart();
    }

    private Company company(String key, Optional<LocalDate> since, OptionalInt status) {
        Path folder = root.resolve(key);
        return TestCompany.of(
                key,
                key + " B.V.",
                "XCNL1" + key.length(),
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(
                        folder.resolve("import"),
                        folder.resolve("export"),
                        folder.resolve("outbox"),
                        folder.resolve("sent"),
                        folder.resolve("held"),
                        folder.resolve("print-spool")),
                folder.resolve("relations.csv"),
                "0 0/15 * * * ?",
                since,
                status,
                DefaultMethod.HOLD,
                "",
                PdfPolicy.OPTIONAL,
                List.of());
    }

    public Path imports(String company) {
        return root.resolve(company).resolve("import");
    }

    /** Everything is known of it, and the import folder of acme was away just then, which is over: it is to be staged. */
    Receipt ready(Receipt listed) throws IOException {
        Path away = Files.move(imports("acme"), root.resolve("away for a moment"));
        Receipt ready = steps.addPdf(steps.fetch(listed));
        Files.move(away, imports("acme"));
        alarms.clear("folder/acme/import");
        ledger.record(books -> books.receipts().next(ready.invoiceId(), Optional.of(clock.instant()), 0));
        return ready;
    }

    /** Works off what is due now, as routes/2-receive-purchase-invoice does. */
    public void work() {
        for (List<Receipt> taken = due.take(); !taken.isEmpty(); taken = due.take()) {
            for (Receipt receipt : taken) {
                Receipt after = receipt;
                try {
                    after = receive(receipt);
                } catch (IOException | RuntimeException e) {
                    receiving.failedUnexpectedly(receipt, e);
                } finally {
                    due.release(receipt, after);
                }
            }
        }
    }

    /** One document as far as it comes. */
    Receipt receive(Receipt receipt) throws IOException {
        Receipt now = receipt;
        now = now.state() == InvoiceState.LISTED ? recorded(steps.fetch(now)) : now;
        now = now.state() == InvoiceState.FETCHED ? recorded(steps.addPdf(now)) : now;
        now = now.state() == InvoiceState.READY ? recorded(importFolder.stage(now)) : now;
        now = now.state() == InvoiceState.STAGED ? recorded(importFolder.putIn(now)) : now;
        return now.state() == InvoiceState.IMPORTED ? recorded(steps.tellEConnect(now)) : now;
    }

    /** What a step gives is what the ledger says, whatever the step did. */
    private Receipt recorded(Receipt after) {
        Optional<Receipt> known = ledger.reading(books -> books.receipts().find(after.invoiceId()));
        assertThat(known).contains(after);
        return after;
    }

    /** Reads the list of acme and works off what it brings. */
    public Listing refresh() {
        Listing listing = inbox.list("acme");
        work();
        return listing;
    }

    /** A hook tells of a document for acme. */
    public void arrives(String externalId, Gateway gateway) {
        InboxEntry entry =
                new InboxEntry(externalId, "Factuur", clock.instant(), clock.instant(), "Leverancier", "", 10, "");
        new Listed(books, clock)
                .record(
                        companies.get("acme"),
                        gateway,
                        List.of(entry),
                        new InboxStart(Optional.empty(), InboxStart.Wanted.ALL));
        work();
    }

    public void later(Duration time) {
        clock.advance(time);
        work();
    }

    public LedgerInvoice invoice(String externalId) {
        return invoices("acme").stream()
                .filter(invoice -> invoice.externalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    List<LedgerInvoice> invoices(String company) {
        return ledger
                .inTransaction(books -> books.invoices()
                        .list(new InvoiceQuery(Optional.of(company), Set.of(), Optional.empty(), 10_000)))
                .stream()
                .filter(invoice -> invoice.direction() == Direction.PURCHASE)
                .toList();
    }

    public long count(InvoiceState state) {
        return invoices("acme").stream()
                .filter(invoice -> invoice.state() == state)
                .count();
    }

    Receipt receipt(String externalId) {
        return ledger.inTransaction(
                        books -> books.receipts().find(invoice(externalId).id()))
                .orElseThrow();
    }

    public List<Alarm> openAlarms() {
        return ledger.inTransaction(books -> books.alarms().open());
    }

    /** How often an alarm was raised anew, told or not, open or over. */
    List<Alarm> allAlarms() {
        return ledger.inTransaction(books -> books.alarms().toMail());
    }

    public List<String> events(String externalId) {
        return ledger
                .inTransaction(books -> books.events().of(invoice(externalId).id()))
                .stream()
                .map(event -> event.kind() + ": " + event.dutch())
                .toList();
    }

    /** Files in the import folder of acme, hidden ones too. */
    List<String> everything() throws IOException {
        try (Stream<Path> files = Files.list(imports("acme"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What Komas sees in the import folder of acme. */
    public List<String> visible() throws IOException {
        return everything().stream().filter(name -> !name.startsWith(".")).toList();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
