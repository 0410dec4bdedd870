package io.github.komaseconnect.runtime;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.folder.FilesBelow;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import io.github.komaseconnect.simulator.SimulatorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home with one company, a simulator of eConnect, a mail server, and the real runtime with the real routes. */
final class Workshop implements AutoCloseable {
    private static final Pattern COMPANY = Pattern.compile("(?m)^company\\.([a-z0-9-]+)\\.");
    static final String KEY = "app-key-7f3a";
    static final String SECRET = "very-secret-91c2";
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Function<String, Optional<String>> NO_ENVIRONMENT = name -> Optional.empty();

    final Path home;
    final Simulator simulator;
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    Path routes = Path.of("").toAbsolutePath().resolve("routes");
    /** The clock of the runtime; the simulator has its own. */
    Clock clock = Clock.systemUTC();

    private Optional<KomasRuntime> runtime = Optional.empty();
    private Optional<Ledger> ledger = Optional.empty();
    private final StringBuilder extra = new StringBuilder();

    Workshop(Path folder) throws IOException {
        this(folder, UnaryOperator.identity());
    }

    /** With a simulator that has more than the usual. */
    Workshop(Path folder, UnaryOperator<SimulatorBuilder> more) throws IOException {
        home = folder.resolve("home");
        simulator = more.apply(Simulator.builder())
                .account(SimulatedAccount.of(
                        KEY,
                        SECRET,
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01"),
                        new SimulatedCompany("XCNL10020", "Beta Techniek B.V.", "87654321", "NL987654321B01")))
                .start();
        mail.start();
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(acme(name));
        }
        sampleRelations();
    }

    Path acme(String name) {
        return home.resolve("companies/acme").resolve(name);
    }

    /** Adds lines to the configuration, or puts them in the place of the usual ones; before {@link #start}. */
    Workshop with(String... lines) {
        for (String line : lines) {
            extra.append(line).append('\n');
        }
        return this;
    }

    void writeConfiguration() throws IOException {
        String text = """
                econnect.platform.url=%s
                rehearsal.email=customers
                http.response-timeout=3s
                company.acme.name=Acme Installatietechniek B.V.
                company.acme.connection-key=%s
                company.acme.connection-secret=%s
                company.acme.company-id=XCNL10019
                company.acme.folder=companies/acme
                company.acme.relations=companies/acme/relations.csv
                company.acme.email.from=facturen@acme.example
                mail.smtp.host=127.0.0.1
                mail.smtp.port=%d
                mail.smtp.security=none
                pickup.interval=100ms
                pickup.settle=150ms
                pickup.pdf-wait=300ms
                delivery.retry.first=200ms
                delivery.in-doubt-wait=300ms
                delivery.probe=500ms
                receive.pdf-retry=100ms
                receive.pdf-wait=2s
                disk.warn=off
                """.formatted(simulator.url(), KEY, SECRET, mail.getSmtp().getPort());
        String usual = text.lines()
                .filter(line -> ("\n" + extra).indexOf("\n" + line.substring(0, line.indexOf('=') + 1)) < 0)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(home.resolve("application.properties"), usual + extra + withoutValidation(usual + extra));
    }

    /**
     * What these tests send is often no more than they need, and would be held for official rules: they are off for every
     * company that says nothing about them. Tests about them switch them on.
     */
    private static String withoutValidation(String configuration) {
        return COMPANY.matcher(configuration)
                .results()
                .map(company -> "company." + company.group(1) + ".validation")
                .distinct()
                .filter(key -> !configuration.contains(key))
                .map(key -> key + "=off\n")
                .collect(Collectors.joining());
    }

    Workshop start() throws IOException {
        writeConfiguration();
        Configuration configuration = new ConfigurationReader(NO_ENVIRONMENT).read(home);
        if (!configuration.problems().stream().allMatch(problem -> !problem.isError())) {
            throw new IllegalStateException(configuration.problems().toString());
        }
        Path distribution = routes.getParent();
        Home place = new Home(home, distribution);
        Files.createDirectories(place.tmp());
        ledger = Optional.of(LedgerDatabase.open(configuration.settings().ledgerUrl(), place.data(), clock, "test"));
        runtime = Optional.of(new KomasRuntime(
                place, configuration, new CredentialsSource(home, NO_ENVIRONMENT), ledger.get(), clock, Tempo.quick()));
        runtime.get().start();
        return this;
    }

    void stop() {
        runtime.ifPresent(KomasRuntime::close);
        runtime = Optional.empty();
        ledger.ifPresent(Ledger::close);
        ledger = Optional.empty();
    }

    /** Whether this company is in hand, coming or going now. */
    boolean inHand(String company) {
        return runtime.orElseThrow().companies().attended(company).isPresent();
    }

    Ledger ledger() {
        return ledger.orElseThrow();
    }

    private void sampleRelations() throws IOException {
        Files.writeString(acme("relations.csv"), sample("relations.csv"));
    }

    static String sample(String name) throws IOException {
        try (InputStream in = Workshop.class.getResourceAsStream("/samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts a file into the export folder at once, as Komas does. */
    void export(String name, String content) throws IOException {
        Path temporary = acme("export").resolve(name + ".tmp");
        Files.writeString(temporary, content);
        Files.move(temporary, acme("export").resolve(name));
    }

    /** The invoice that now has this number. */
    Optional<LedgerInvoice> invoice(String number) {
        return ledger().inTransaction(books -> Stream.of(DocumentType.values())
                .flatMap(type -> books.invoices().live("acme", type, number).stream())
                .findFirst());
    }

    LedgerInvoice awaitState(String number, InvoiceState state) {
        await().atMost(PATIENCE).until(() -> invoice(number)
                .filter(invoice -> invoice.state() == state && invoice.where().placed())
                .isPresent());
        return invoice(number).orElseThrow();
    }

    /** The visible files of a folder, also while files come and go. */
    List<String> files(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        Path root = acme(folder);
        for (Path file : FilesBelow.of(root)) {
            if (!file.getFileName().toString().startsWith(".")) {
                names.add(root.relativize(file).toString().replace('\\', '/'));
            }
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public void close() throws IOException {
        stop();
        mail.stop();
        simulator.close();
    }
}
