package io.github.komaseconnect.delivery;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.simulator.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The delivery parts with a real ledger and real folders, a clock to set, and eConnect by script. */
public final class Dispatch implements AutoCloseable {
    static final DeliverySettings SETTINGS = new DeliverySettings(
            8,
            Duration.ofSeconds(30),
            2,
            Duration.ofHours(1),
            Duration.ofHours(72),
            Duration.ofMinutes(2),
            Duration.ZERO,
            Duration.ofMinutes(5));

    public final SettableClock clock = new SettableClock();
    public final Companies companies;
    public final Archive archive;
    final Map<String, FakeEConnect> eConnect = new HashMap<>();
    /** By which gateway eConnect was asked for, each time. */
    final List<Gateway> gateways = new ArrayList<>();

    final DeliverySettings settings;
    private final Path folder;
    final ServerTime serverTime = new ServerTime(clock, () -> 0);
    public Ledger ledger;
    public Channels channels;
    public Placement placement;
    public AttemptBook attempts;
    DueDeliveries due;
    PeppolDelivery peppol;
    InDoubtDesk inDoubt;
    Recovery recovery;

    public Dispatch(Path folder, String... keys) throws IOException {
        this(folder, SETTINGS, keys);
    }

    Dispatch(Path folder, DeliverySettings settings, String... keys) throws IOException {
        this.folder = folder;
        this.settings = settings;
        companies =
                new Companies(Stream.of(keys).map(key -> company(folder, key)).toList());
        for (Company company : companies.all()) {
            CompanyFolders folders = company.folders();
            for (Path one : List.of(folders.outbox(), folders.sent(), folders.held(), folders.printSpool())) {
                Files.createDirectories(one);
            }
            eConnect.put(company.key(), new FakeEConnect(clock));
        }
        archive = new Archive(folder.resolve("archive"));
        open();
    }

    private void open() {
        ledger = LedgerDatabase.open("", folder.resolve("data"), clock, "test");
        placement = new Placement(companies, ledger, archive, new AlarmBell(ledger), clock);
        channels = new Channels(settings, clock);
        attempts = new AttemptBook(ledger, placement, channels, settings, clock, serverTime);
        due = new DueDeliveries(companies, ledger, archive, settings, clock);
        Connections connections = (company, gateway) -> {
            gateways.add(gateway);
            return eConnect.get(company.key());
        };
        peppol = new PeppolDelivery(connections, archive);
        SafeXml xml = new SafeXml();
        OutboxSearch search = new OutboxSearch(connections, ledger, new UblReader(xml), new UblFingerprint(xml));
        inDoubt = new InDoubtDesk(ledger, archive, search, attempts, channels, placement, settings, clock);
        recovery = new Recovery(companies, ledger, archive, attempts, placement);
    }

    /** What coming in hand does for every company; gives how many attempts were open. */
    int recover() {
        return companies.all().stream()
                .mapToInt(company -> recovery.recover(company, Set::of))
                .sum();
    }

    /** As after a stop or a kill: nothing is remembered but what is in the ledger. */
    void restart() {
        ledger.close();
        open();
    }

    private static Company company(Path folder, String key) {
        Path root = folder.resolve(key);
        return TestCompany.of(
                key,
                "Bedrijf " + key,
                "XCNL" + key,
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(
                        root.resolve("import"),
                        root.resolve("export"),
                        root.resolve("outbox"),
                        root.resolve("sent"),
                        root.resolve("held"),
                        root.resolve("print-spool")),
                root.resolve("relations.csv"),
                "0 0/15 * * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                "facturen@" + key + ".example",
                PdfPolicy.OPTIONAL,
                List.of("boekhouding@" + key + ".example"));
    }

    /** From now on the company uses this gateway. */
    public void use(String company, Gateway gateway) {
        companies.takeInHand(companies.get(company).withGateway(gateway, "NL:KVK:12345678"));
    }

    static String ubl(String number) {
        return TestUbl.invoice("<cbc:ID>" + number + "</cbc:ID>" + TestUbl.SUPPLIER);
    }

    /** An invoice that is on its way and due now; gives the id of its delivery. */
    public long add(String company, String number, SendingMethod method) throws IOException {
        String address =
                switch (method) {
                    case PEPPOL -> "0106:12345678";
                    case EMAIL -> "klant@example.com";
                    case PRINT -> "";
                };
        List<String> addresses = address.isEmpty() ? List.of() : List.of(address);
        Destination destination =
                new Destination(method, addresses, Language.NL, "100", "Klant", "100;Klant", "test", "test");
        String stem = "FACTUUR_" + number;
        String archived = company + "/sales/2026/11/" + stem;
        Path document = archive.file(archived, Archive.DOCUMENT);
        Files.writeString(document, ubl(number));
        Files.copy(document, companies.get(company).folders().outbox().resolve(stem + ".xml"));
        InvoiceHeader header = ((UblReading.Usable) new UblReader(new SafeXml()).read(document)).header();
        String sha = UblDigest.sha256(document);
        return ledger.inTransaction(books -> {
            long invoice = books.invoices()
                    .add(new NewInvoice(
                            company,
                            Direction.SALES,
                            Optional.of(header),
                            "",
                            sha,
                            "",
                            "FACTUUR.XML",
                            stem,
                            true,
                            false,
                            Place.OUTBOX,
                            stem,
                            archived,
                            InvoiceState.ON_ITS_WAY,
                            true));
            books.invoices().placed(invoice);
            return books.deliveries().add(invoice, company, destination, clock.instant());
        });
    }

    /** Takes what is due and carries out each step by Peppol as the routes do; gives how many there were. */
    int work() {
        List<Shipment> taken = due.take();
        for (Shipment shipment : taken) {
            try {
                if (shipment.getStep().equals("clear-up")) {
                    inDoubt.clearUp(shipment);
                } else {
                    attempts.end(peppol.send(attempts.begin(shipment)));
                }
            } finally {
                due.release(shipment);
            }
        }
        return taken.size();
    }

    /** Takes what is due now. */
    public List<Shipment> take() {
        return due.take();
    }

    Delivery delivery(long id) {
        return ledger.inTransaction(books -> books.deliveries().find(id)).orElseThrow();
    }

    List<Attempt> attemptsOf(long id) {
        return ledger.inTransaction(books -> books.deliveries().attempts(id));
    }

    LedgerInvoice invoice(long delivery) {
        long id = delivery(delivery).invoiceId();
        return ledger.inTransaction(books -> books.invoices().find(id)).orElseThrow();
    }

    List<Alarm> alarms() {
        return ledger.inTransaction(books -> books.alarms().open());
    }

    List<Pause> pauses() {
        return ledger.inTransaction(books -> books.pauses().all());
    }

    /** Names of the files kept of this invoice. */
    Set<String> kept(long delivery) throws IOException {
        try (Stream<Path> files = Files.list(
                archive.file(invoice(delivery).archive(), Archive.DOCUMENT).getParent())) {
            return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
