package io.github.komaseconnect.demo;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.logging.LogSetup;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.runtime.KomasRuntime;
import io.github.komaseconnect.runtime.Tempo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows the whole job on this machine: the runtime with its routes, as {@code run} starts it, fetches purchase invoices and
 * sends sales invoices by all three methods, for one company on the platform API and one at the PSB with hooks, in a home of its own, to stand-ins for eConnect and the mail server.
 */
public final class Demo {
    /** Everything went as foreseen. */
    public static final int DONE = 0;
    /** Something did not happen, or not in time. */
    public static final int FAILED = 1;
    /** The wanted folder cannot be a new home. */
    public static final int WRONG_USAGE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAILS = 2;
    /** Nothing in the demo's configuration names an environment variable. */
    private static final Function<String, Optional<String>> NO_ENVIRONMENT = name -> Optional.empty();

    private final Path distribution;
    private final String version;
    private final Clock clock;
    private final PrintWriter out;
    private final Told told;

    /**
     * A demo.
     *
     * @param distribution where the routes are
     * @param version the program's, for the ledger
     * @param out what a person reads
     */
    public Demo(Path distribution, String version, Clock clock, PrintWriter out) {
        this.distribution = distribution;
        this.version = version;
        this.clock = clock;
        this.out = out;
        this.told = new Told(distribution, out);
    }

    /**
     * Runs it.
     *
     * @param directory the demo's home, new or empty; empty: a new one below the temporary folder. It stays.
     * @param stay waits until the demo is to end; until then anything can be tried. Empty: it ends when all was shown
     * @return {@link #DONE}, {@link #FAILED} or {@link #WRONG_USAGE}
     */
    public int run(Optional<Path> directory, Optional<Runnable> stay) throws IOException, InterruptedException {
        Optional<DemoHome> home = DemoHome.make(directory);
        if (home.isEmpty()) {
            told.both(
                    directory.orElseThrow() + " is niet leeg; kies een nieuwe map.",
                    directory.orElseThrow() + " is not empty; choose a new folder.");
            return WRONG_USAGE;
        }
        try (StandIns standIns = StandIns.start(clock)) {
            home.get().furnish(standIns);
            return run(home.get(), standIns, stay);
        }
    }

    private int run(DemoHome demoHome, StandIns standIns, Optional<Runnable> stay)
            throws IOException, InterruptedException {
        Home home = new Home(demoHome.directory(), distribution);
        Configuration configuration = new ConfigurationReader(NO_ENVIRONMENT).read(home.directory());
        CredentialsSource credentials = new CredentialsSource(home.directory(), NO_ENVIRONMENT);
        LogSetup.start(home.logs(), credentials::allSecretValues);
        LogSetup.console(LogSetup.Console.ERRORS);
        Files.createDirectories(home.tmp());
        told.begin(demoHome, standIns, home.routes());
        RunLock lock = RunLock.tryAcquire(home.data()).orElseThrow();
        try (Ledger ledger = LedgerDatabase.open("", home.data(), clock, version);
                KomasRuntime runtime =
                        new KomasRuntime(home, configuration, credentials, ledger, clock, Tempo.quick())) {
            runtime.start();
            int result = show(demoHome, standIns, ledger);
            if (stay.isPresent() && result == DONE) {
                told.tryIt(demoHome, standIns);
                LogSetup.console(LogSetup.Console.ALL);
                stay.get().run();
            }
            return result;
        } finally {
            lock.close();
        }
    }

    private int show(DemoHome home, StandIns standIns, Ledger ledger) throws IOException, InterruptedException {
        List<SampleSale> samples = SampleSale.all();
        List<SampleSale> psbSamples = samples.subList(0, 1);
        home.export(samples, DutchTime.date(clock.instant()));
        home.exportForPsb(psbSamples.get(0), DutchTime.date(clock.instant()));
        told.exported(samples.size());
        boolean atRest = Condition.holdsWithin(
                PATIENCE,
                () -> Progress.of(ledger, DemoHome.COMPANY).atRest(samples.size(), StandIns.PURCHASE_INVOICES)
                        && Progress.of(ledger, DemoHome.PSB_COMPANY)
                                .atRest(psbSamples.size(), StandIns.PSB_PURCHASE_INVOICES)
                        && standIns.mails().size() >= MAILS);
        Progress progress = Progress.of(ledger, DemoHome.COMPANY);
        Progress psbProgress = Progress.of(ledger, DemoHome.PSB_COMPANY);
        new Summary(home, standIns, ledger, out).print(progress, psbProgress);
        boolean good = atRest && progress.asForeseen(samples) && psbProgress.asForeseen(psbSamples);
        if (good) {
            told.whereToLook(home);
        } else {
            told.failed(home, PATIENCE);
        }
        return good ? DONE : FAILED;
    }
}
