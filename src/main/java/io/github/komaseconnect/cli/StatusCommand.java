package io.github.komaseconnect.cli;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}: how things are, and what needs a person. */
@Command(
        name = "status",
        description = "Hoe het ermee staat en wat een mens nodig heeft (how things are, and what needs a person).")
final class StatusCommand implements Callable<Integer> {
    private static final int RECENT = 25;
    private static final int MANY = 10_000;

    private final Surroundings surroundings;
    private final HomeOption home;
    private final LedgerAccess ledgers;

    @Parameters(arity = "0..1", paramLabel = "BEDRIJF", description = "Alleen dit bedrijf (only this company).")
    private Optional<String> company = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "TOESTAND",
            description = "Alleen facturen in deze toestand, zoals vastgehouden, onderweg, verzonden"
                    + " (only invoices in this state, such as held, on its way, sent).")
    private Optional<String> state = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DATUM",
            description = "Alleen wat sinds deze dag veranderd is: 2026-11-01 of 1-11-2026"
                    + " (only what changed since this day).")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Hoeveel facturen hoogstens (how many invoices at most).")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--json", description = "Als één JSON-document (as one JSON document).")
    private boolean json;

    @Option(
            names = "--check",
            description = "Alleen wat een mens nodig heeft; dan exitcode 1"
                    + " (only what needs a person; exit code 1 then).")
    private boolean check;

    StatusCommand(Surroundings surroundings, HomeOption home, LedgerAccess ledgers) {
        this.surroundings = surroundings;
        this.home = home;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        StateFilter filter = state.map(StateFilter::of).orElseGet(StateFilter::all);
        Optional<Instant> from = since.map(Moments::startOfDay);
        Installation installation = home.installation();
        StatusReader.Question question = new StatusReader.Question(company, filter, from, limit());
        Optional<StatusReport> found = read(installation, question);
        company.filter(key -> found.map(report -> report.counts().isEmpty()).orElse(true))
                .ifPresent(installation::requireCompany);
        StatusReport report = found.orElseGet(StatusReport::empty);
        show(installation, found.isPresent(), report);
        return check && report.needsPerson() ? CommandFailure.FAILED : 0;
    }

    private int limit() {
        limit.filter(number -> number < 1 || number >= Integer.MAX_VALUE).ifPresent(number -> {
            throw CommandFailure.usage("--limit moet 1 of meer zijn.", "--limit must be 1 or more.");
        });
        return limit.orElse(json || state.isPresent() || since.isPresent() ? MANY : RECENT);
    }

    private Optional<StatusReport> read(Installation installation, StatusReader.Question question) {
        Optional<Ledger> existing = ledgers.openExisting(installation);
        if (existing.isEmpty()) {
            return Optional.empty();
        }
        try (Ledger ledger = existing.get()) {
            return Optional.of(
                    new StatusReader(ledger, new Runtimes(installation), surroundings.clock()).read(question));
        }
    }

    private void show(Installation installation, boolean ranBefore, StatusReport report) {
        boolean running = installation.isRunning() || report.nodes().stream().anyMatch(NodeLine::alive);
        Environment configured = installation.configuration().environment().which();
        // what is in the ledger was done in the ledger's own environment, whatever the settings say by now
        Environment environment = report.environment().orElse(configured);
        if (json) {
            surroundings
                    .terminal()
                    .line(new StatusJson(surroundings.clock())
                            .document(installation, environment, running, ranBefore, report));
            return;
        }
        StatusTables tables = new StatusTables(surroundings.terminal());
        tables.environment(environment, configured);
        if (!ranBefore) {
            surroundings
                    .terminal()
                    .say(
                            "Hier heeft nog nooit iets gedraaid. Start: komas-econnect run",
                            "Nothing ever ran here. Start: komas-econnect run");
        } else if (check) {
            tables.check(running, report);
        } else {
            tables.all(running, report);
        }
    }
}
