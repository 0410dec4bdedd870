package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import io.github.komaseconnect.delivery.AttemptBook;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.Recovery;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.relation.RelationBook;
import io.github.komaseconnect.relation.RelationFile;
import io.github.komaseconnect.relation.RelationLookUp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The parts that pick up sales invoices, put together as the runtime does it, on a clock that the test moves. */
public abstract class PickUpParts {
    public static final Duration PDF_WAIT = Duration.ofSeconds(10);
    protected static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int MAX_SIZE = 100_000;

    public final MovingClock clock = new MovingClock();
    /** {@code pickup.pdf-wait}; before the start. */
    public Duration pdfWait = PDF_WAIT;
    /** What is put around the ledger at the next start. */
    public UnaryOperator<Ledger> wrap = UnaryOperator.identity();

    public Companies companies;
    public Ledger ledger;
    public Archive archive;
    public AlarmBell alarms;
    public Placement placement;
    public ExportWatch watch;
    public ClaimTrouble trouble;
    public Claims claims;
    public InterruptedClaims interrupted;
    public SalesReader reader;
    public SalesRegister register;
    public RelationDesk relations;
    public DeliveryPlan plan;
    public SalesBacklog backlog;
    public OutboxWatch outboxWatch;
    public DeliverySettings delivery;
    public Channels channels;
    public DueDeliveries due;
    public AttemptBook attempts;
    public Recovery recovery;
    protected ExportFolder exports;
    protected Intake intake;
    private final Hands hands = new Hands();

    /** Makes everything anew, as a start of the program does. */
    protected void assemble(Path root, List<Company> all, Duration delay) {
        companies = new Companies(all);
        ledger = wrap.apply(LedgerDatabase.open("", root.resolve("data"), clock, "test"));
        archive = new Archive(root.resolve("data/archive"));
        alarms = new AlarmBell(ledger);
        placement = new Placement(companies, ledger, archive, alarms, clock);
        delivery = new DeliverySettings(
                8,
                Duration.ofSeconds(30),
                2,
                Duration.ofHours(1),
                Duration.ofHours(72),
                Duration.ofMinutes(2),
                delay,
                Duration.ofMinutes(5));
        channels = new Channels(delivery, clock);
        attempts =
                new AttemptBook(ledger, placement, channels, delivery, clock, new ServerTime(clock, System::nanoTime));
        due = new DueDeliveries(companies, ledger, archive, delivery, clock);
        recovery = new Recovery(companies, ledger, archive, attempts, placement);
        all.forEach(company -> recovery.recover(company, Set::of));
        PickupSettings pickup = new PickupSettings(Duration.ofSeconds(1), SETTLE, pdfWait, MAX_SIZE);
        watch = new ExportWatch(pickup, clock);
        trouble = new ClaimTrouble(alarms, clock);
        claims = new Claims(companies, watch, trouble, clock);
        interrupted = new InterruptedClaims(companies, claims, clock);
        UblReader ubl = new UblReader(new SafeXml());
        reader = new SalesReader(companies, ubl, pickup);
        register =
                new SalesRegister(ledger, archive, placement, new SentBefore(companies, ledger, clock), hands, clock);
        intake = new Intake(claims, reader, register, trouble, hands, failure -> {
            throw new IllegalStateException(failure);
        });
        IdentifierReader identifiers = new IdentifierReader();
        Map<String, RelationBook> books = new HashMap<>();
        for (Company company : all) {
            books.put(
                    company.key(),
                    new RelationBook(
                            company.relations(),
                            root.resolve("data/relations-" + company.key() + ".csv"),
                            new RelationFile(identifiers),
                            clock));
        }
        exports = new ExportFolder(watch, ledger);
        relations = new RelationDesk(
                companies,
                ledger,
                archive,
                ubl,
                company -> books.get(company.key()),
                new RelationLookUp(identifiers),
                alarms);
        plan = new DeliveryPlan(ledger, placement, delivery, clock);
        backlog = new SalesBacklog(companies, ledger, clock);
        outboxWatch = new OutboxWatch(companies, ledger, placement, alarms);
    }

    public String alarmWords() {
        return ledger.inTransaction(books -> books.alarms().open()).stream()
                .map(alarm -> alarm.reason().dutchLine() + " " + alarm.reason().englishLine())
                .collect(Collectors.joining("\n"));
    }

    public List<Delivery> deliveries(long id) {
        return ledger.inTransaction(books -> books.deliveries().of(id));
    }

    public List<String> eventKinds(long id) {
        return ledger.inTransaction(books -> books.events().of(id)).stream()
                .map(event -> event.kind())
                .toList();
    }
}
