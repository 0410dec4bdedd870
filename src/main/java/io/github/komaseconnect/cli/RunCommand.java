package io.github.komaseconnect.cli;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.BrokenCompanies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.BrokenCompany;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.custody.LedgerEnvironment;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.logging.LogSetup;
import io.github.komaseconnect.readiness.LedgerOnShare;
import io.github.komaseconnect.runtime.KomasRuntime;
import io.github.komaseconnect.runtime.Tempo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code run}: the runtime itself, until SIGTERM or Ctrl-C. */
@Command(
        name = "run",
        description = "Draaien tot SIGTERM of Ctrl-C; dat maakt af wat onderhanden is en stopt binnen 30 s"
                + " (run until SIGTERM or Ctrl-C, which finishes what is in hand and stops within 30 s).")
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    /** Goes to the log files only: users see no stack traces. */
    private static final Logger TRACES = LoggerFactory.getLogger("komas-econnect.traces");

    private static final String FILES = "instellingen (settings)";
    private static final Duration TIME_TO_STOP = Duration.ofMillis(29_500);

    private final Surroundings surroundings;
    private final HomeOption home;
    private final LedgerAccess ledgers;

    RunCommand(Surroundings surroundings, HomeOption home, LedgerAccess ledgers) {
        this.surroundings = surroundings;
        this.home = home;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        Installation installation = home.installation();
        refuseGlobalErrors(installation.configuration());
        LedgerOnShare.refusal(
                        installation.home(),
                        installation.configuration().settings().ledgerUrl())
                .ifPresent(reason -> {
                    throw CommandFailure.usage(
                            "Er is niets gestart. " + reason.dutchLine(),
                            "Nothing was started. " + reason.englishLine());
                });
        // opened in this order, closed in the reverse one; the log is written to the very end
        try (StopSignal stop = new StopSignal(TIME_TO_STOP)) {
            RunLock lock = lock(installation.home());
            try {
                LogSetup.start(installation.home().logs(), installation.credentials()::allSecretValues);
                LogSetup.mark(installation.configuration().environment().which().mark());
                work(installation, stop);
            } catch (RuntimeException e) {
                TRACES.error("run ended: {}", e.getMessage(), e);
                if (!stop.isAsked()) {
                    throw e;
                }
                LOG.info("komas-econnect werd gestopt terwijl het begon / was stopped while it began");
            } finally {
                lock.close();
            }
            LOG.info("komas-econnect is gestopt / has stopped");
        }
        return 0;
    }

    private void work(Installation installation, StopSignal stop) {
        introduce(installation);
        emptyTemporaryFolder(installation.home());
        try (Ledger ledger = ledgers.openToWork(installation, Surroundings.host())) {
            Environment environment = installation.configuration().environment().which();
            LedgerEnvironment.settle(ledger, environment).ifPresent(reason -> {
                throw CommandFailure.usage(
                        "Er is niets gestart. " + reason.dutchLine(), "Nothing was started. " + reason.englishLine());
            });
            new BrokenCompanies(new AlarmBell(ledger)).tell(installation.configuration(), Set.of());
            try (KomasRuntime runtime = new KomasRuntime(
                    installation.home(),
                    installation.configuration(),
                    installation.credentials(),
                    ledger,
                    surroundings.clock(),
                    Tempo.usual())) {
                start(runtime);
                LOG.info(
                        "komas-econnect draait; stoppen met Ctrl-C of SIGTERM / is running; stop it by Ctrl-C or SIGTERM");
                stop.await();
                LOG.info("komas-econnect maakt af wat onderhanden is en stopt / finishes what is in hand and stops");
            }
        }
    }

    private void refuseGlobalErrors(Configuration configuration) {
        List<Problem> errors = configuration.globalErrors();
        if (!errors.isEmpty()) {
            errors.forEach(problem -> surroundings.terminal().complain(problem.dutchLine(), problem.englishLine()));
            throw CommandFailure.usage(
                    "Er is niets gestart. Verbeter de instellingen; komas-econnect check laat alles zien.",
                    "Nothing was started. Correct the settings; komas-econnect check shows everything.");
        }
        if (configuration.companies().isEmpty() && configuration.broken().isEmpty()) {
            throw CommandFailure.usage(
                    "Alle bedrijven staan uit (enabled=false); er is niets te doen.",
                    "All companies are switched off (enabled=false); there is nothing to do.");
        }
    }

    private static RunLock lock(Home home) {
        try {
            return RunLock.tryAcquire(home.data())
                    .orElseThrow(() -> CommandFailure.failed(
                            "In " + home.directory() + " draait al een run; per map kan er één draaien. Stop die eerst,"
                                    + " of geef met --home een andere map.",
                            "In " + home.directory() + " a run is going on already; a home has one at a time. Stop that"
                                    + " one first, or name another folder with --home."));
        } catch (IOException e) {
            throw unusable(home.data(), e);
        }
    }

    private static void emptyTemporaryFolder(Home home) {
        try {
            TemporaryFolder.empty(home.tmp());
        } catch (IOException e) {
            throw unusable(home.tmp(), e);
        }
    }

    private static CommandFailure unusable(Path folder, IOException e) {
        return CommandFailure.failed(
                "De map " + folder + " is niet te gebruiken: " + e + ". Zorg dat dit account daar mag schrijven.",
                "The folder " + folder + " cannot be used: " + e + ". Make sure that this account may write there.",
                e);
    }

    private static void introduce(Installation installation) {
        Configuration configuration = installation.configuration();
        LOG.info(
                "komas-econnect {} start: home {}, bedrijven (companies) {}, routes {}, Java {}",
                Version.text(),
                installation.home().directory(),
                configuration.companies().stream().map(Company::key).collect(Collectors.joining(", ", "[", "]")),
                installation.home().routes(),
                System.getProperty("java.version"));
        Environment environment = configuration.environment().which();
        if (!environment.isProduction()) {
            LOG.warn(
                    "OMGEVING: {}, geen productie / ENVIRONMENT: {}, not production",
                    environment.dutch(),
                    environment.word());
        }
        configuration
                .warnings()
                .forEach(problem -> LOG.warn("{}: {} / {}", FILES, problem.dutchLine(), problem.englishLine()));
        for (BrokenCompany broken : configuration.broken()) {
            broken.problems().stream()
                    .filter(Problem::isError)
                    .forEach(problem -> LOG.error("{}: {} / {}", FILES, problem.dutchLine(), problem.englishLine()));
            LOG.error("BEDRIJF {} DRAAIT NIET / COMPANY {} DOES NOT RUN", broken.key(), broken.key());
        }
    }

    private static void start(KomasRuntime runtime) {
        try {
            runtime.start();
        } catch (RuntimeException e) {
            String why = rootMessage(e);
            throw CommandFailure.failed(
                    "De runtime kan niet starten: " + why
                            + ". Hebt u eigen routes in home, controleer die dan; het logbestand zegt meer.",
                    "The runtime cannot start: " + why
                            + ". If home has routes of your own, check those; the log file says more.",
                    e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
