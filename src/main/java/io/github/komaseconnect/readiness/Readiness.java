package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.explanation.RelationsNow;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.ExistingLedger;
import io.github.komaseconnect.ledger.sql.LedgerPlace;
import io.github.komaseconnect.mail.MailProbe;
import io.github.komaseconnect.mail.MailTimeouts;
import io.github.komaseconnect.mail.SmtpClient;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.RelationSnapshot;
import io.github.komaseconnect.relation.RelationsInForce;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.runtime.EConnectOnly;
import io.github.komaseconnect.validation.PhiveRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Everything that a go-live needs, looked at in a sensible order: the configuration, this machine, the ledger, the clock,
 * alarms, and then company by company. Needs no running runtime and does no harm beside one. Nothing is sent.
 */
public final class Readiness {
    private static final Duration LOCAL = Duration.ofSeconds(30);
    private static final Duration MAIL = Duration.ofSeconds(90);
    private static final Duration LEDGER = Duration.ofSeconds(45);
    private static final Duration CALL = Duration.ofSeconds(75);
    private static final Duration ECONNECT = Duration.ofMinutes(4);

    private final Home home;
    private final Configuration configuration;
    private final CredentialsSource credentials;
    private final Clock clock;
    private final HookCheck.Repair repair;
    private final ConfigurationCheck settings;
    private final TokensForCheck tokens;
    private final MailCheck mail;

    /** Looks at this home. */
    public Readiness(Home home, Configuration configuration, CredentialsSource credentials, Clock clock) {
        this(home, configuration, credentials, HookCheck.Repair.LOOK, clock);
    }

    private Readiness(
            Home home,
            Configuration configuration,
            CredentialsSource credentials,
            HookCheck.Repair repair,
            Clock clock) {
        this.repair = repair;
        this.home = home;
        this.configuration = configuration;
        this.credentials = credentials;
        this.clock = clock;
        this.settings = new ConfigurationCheck(configuration);
        this.tokens = new TokensForCheck(() -> new EConnectOnly(home, configuration, credentials, clock, CALL));
        MailTimeouts patience = new MailTimeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMinutes(2));
        this.mail = new MailCheck(
                new MailProbe(new SmtpClient(patience, tokens)),
                new MailboxCheck(door(credentials::bouncesPassword), door(credentials::hookMailboxPassword)));
    }

    private MailboxDoor door(Function<String, Secret> passwords) {
        return new MailboxDoor(passwords, owner -> mail(owner).oauth2(), tokens, Optional.empty());
    }

    private MailSettings mail(String owner) {
        return configuration.companies().stream()
                .filter(company -> company.key().equals(owner))
                .findFirst()
                .map(credentials::mail)
                .orElseGet(credentials::mail);
    }

    /** The same, which also registers hooks at eConnect, and changes those that are not right. */
    public Readiness fixingHooks() {
        return new Readiness(home, configuration, credentials, HookCheck.Repair.FIX, clock);
    }

    /**
     * Looks at everything, and reports as it goes.
     *
     * @param companies keys of the companies to look at, broken and disabled ones too
     * @return the most serious level of all findings
     */
    public Level check(List<String> companies, Report report) {
        Tally tally = new Tally(report);
        tally.section("Configuratie", "configuration");
        settings.look(companies).forEach(tally::finding);
        if (!isWrong("econnect.", "rehearsal.")) {
            tally.findings(EnvironmentCheck.ofSettings(configuration.environment()));
        }
        tally.section("Deze computer", "this computer");
        tally.findings(Patience.within(
                LOCAL, "deze computer", "this computer", () -> new MachineCheck(home, configuration).look()));
        AtomicReference<Optional<Ledger>> ledger = new AtomicReference<>(Optional.empty());
        tally.findings(ledger(ledger));
        tally.section("eConnect en mail", "eConnect and mail");
        tally.findings(clock());
        List<Company> running = settings.running(companies);
        tally.findings(alarms(running));
        if (running.stream().anyMatch(company -> company.validation().looksAtAny())) {
            tally.findings(new RulesCheck(PhiveRules.known(), DutchTime.date(clock.instant())).look());
        }
        try {
            NetworkDrives drives = running.isEmpty() ? NetworkDrives.none() : NetworkDrives.ofThisUser();
            companies(running, drives, ledger.get(), tally);
        } finally {
            ledger.get().ifPresent(Ledger::close);
            tokens.close();
        }
        return tally.worst();
    }

    private List<Finding> ledger(AtomicReference<Optional<Ledger>> opened) {
        if (isWrong("ledger.")) {
            return List.of(notTried("ledger.url", "de administratie", "the ledger"));
        }
        return Patience.within(LEDGER, "de administratie", "the ledger", () -> {
            ExistingLedger.Look look =
                    ExistingLedger.open(configuration.settings().ledgerUrl(), home.data(), clock);
            if (look instanceof ExistingLedger.Usable usable) {
                opened.set(Optional.of(usable.ledger()));
            }
            List<Finding> findings = new ArrayList<>(List.of(LedgerCheck.of(look)));
            opened.get()
                    .ifPresent(open -> findings.addAll(EnvironmentCheck.ofLedger(
                            open, configuration.environment().which())));
            return findings;
        });
    }

    private List<Finding> clock() {
        return platformIsWrong()
                ? List.of()
                : Patience.within(LOCAL, "de klok", "the clock", () -> new ClockCheck(clock).look(anAddressInUse()));
    }

    /** A home whose companies are all at the PSB has nothing to ask of the platform. */
    private URI anAddressInUse() {
        GlobalSettings settings = configuration.settings();
        List<Company> companies = configuration.companies();
        boolean psbOnly = !companies.isEmpty() && companies.stream().noneMatch(one -> one.has(Gateway.PLATFORM));
        return psbOnly ? settings.psb().url() : settings.platformUrl();
    }

    private List<Finding> alarms(List<Company> companies) {
        if (isWrong("mail.", "alert.")) {
            return List.of(notTried("mail.*, alert.*", "de mailserver", "the mail server"));
        }
        GlobalSettings global = configuration.settings();
        return Patience.within(
                MAIL, "de mailserver", "the mail server", () -> mail.alarms(global, credentials.mail(), companies));
    }

    private void companies(List<Company> companies, NetworkDrives drives, Optional<Ledger> ledger, Tally tally) {
        if (companies.isEmpty()) {
            return;
        }
        if (platformIsWrong()) {
            tally.finding(notTried(
                    "econnect.*, http.*, camel.*", "de verbinding met eConnect", "the connection with eConnect"));
            companies.forEach(company -> company(company, drives, Optional.empty(), ledger, tally));
            return;
        }
        Optional<EConnectOnly> platform = platform(tally);
        try {
            companies.forEach(company -> company(company, drives, platform, ledger, tally));
        } finally {
            platform.ifPresent(EConnectOnly::close);
        }
    }

    private Optional<EConnectOnly> platform(Tally tally) {
        try {
            return Optional.of(new EConnectOnly(home, configuration, credentials, clock, CALL));
        } catch (IllegalStateException e) {
            tally.finding(Finding.error(routeBroken(e.getMessage())));
            return Optional.empty();
        }
    }

    private void company(
            Company company,
            NetworkDrives drives,
            Optional<EConnectOnly> platform,
            Optional<Ledger> ledger,
            Tally tally) {
        String title = company.name().isBlank() ? company.key() : company.key() + ", " + company.name();
        tally.section("Bedrijf " + title, "company");
        tally.findings(Patience.within(LOCAL, "de mappen", "the folders", () -> new FolderCheck(drives).look(company)));
        String place = LedgerPlace.identity(configuration.settings().ledgerUrl(), home.data());
        tally.findings(Patience.within(
                LOCAL, "de mappen", "the folders", () -> new CustodyCheck(ledger, place, clock).look(company)));
        Duration overlap = configuration.settings().receive().overlap();
        platform.ifPresent(
                way -> tally.findings(Patience.within(ECONNECT, "eConnect", "eConnect", () -> new EConnectCheck(
                                way.forCompany(company), company, ledger, overlap, clock)
                        .look())));
        platform.flatMap(way -> way.busOf(company))
                .ifPresent(bus -> tally.findings(Patience.within(ECONNECT, "eConnect", "eConnect", () -> new HookCheck(
                                company,
                                bus,
                                credentials.hookSecret(company.key()),
                                configuration.settings().hooks(),
                                repair)
                        .look())));
        AtomicReference<RelationSnapshot> relations =
                new AtomicReference<>(RelationSnapshot.empty(company.relations().toString()));
        tally.findings(Patience.within(LOCAL, "het relatiebestand", "the relation file", () -> {
            RelationsInForce inForce =
                    new RelationsNow(home, configuration.settings().leadingZeros(), clock).of(company);
            relations.set(inForce.snapshot());
            return new RelationsCheck(company, inForce).look();
        }));
        tally.findings(Patience.within(
                MAIL, "de printer", "the printer", () -> PrinterCheck.of(company, relations.get(), credentials)
                        .look()));
        if (!isWrong("mail.")) {
            int customers = RelationsCheck.byMethod(company, relations.get()).getOrDefault(SendingMethod.EMAIL, 0);
            tally.findings(Patience.within(
                    MAIL,
                    "de mailserver",
                    "the mail server",
                    () -> mail.company(company, credentials.mail(company), customers)));
        }
    }

    /** With a default in the place of a wrong setting, keys would go to a server that nobody meant. */
    private boolean platformIsWrong() {
        return isWrong("econnect.", "http.", "camel.");
    }

    private boolean isWrong(String... settingsOf) {
        return !settings.errorsIn(settingsOf).isEmpty();
    }

    private static Finding notTried(String keys, String dutch, String english) {
        return Finding.error(new Reason(
                "check.not-tried",
                "Niet geprobeerd: " + dutch + ", want in de instellingen (" + keys + ") staat een fout.",
                "Not tried: " + english + ", because there is an error in the settings (" + keys + ").",
                "Verbeter die eerst en controleer opnieuw.",
                "Correct it first and check again."));
    }

    private Reason routeBroken(String words) {
        return new Reason(
                "check.routes",
                "De route naar eConnect start niet: " + words + ".",
                "The route to eConnect does not start: " + words + ".",
                "Verbeter " + home.routes().resolve(EConnectOnly.ROUTE_FILE) + " of de camel.*-instellingen.",
                "Correct " + home.routes().resolve(EConnectOnly.ROUTE_FILE) + " or the camel.* settings.");
    }

    /** Passes everything on and remembers the worst. */
    private static final class Tally {
        private final Report report;
        private Level worst = Level.OK;

        Tally(Report report) {
            this.report = report;
        }

        void section(String dutch, String english) {
            report.section(dutch, english);
        }

        void findings(List<Finding> findings) {
            findings.forEach(this::finding);
        }

        void finding(Finding finding) {
            worst = worst.worse(finding.level());
            report.finding(finding);
        }

        Level worst() {
            return worst;
        }
    }
}
