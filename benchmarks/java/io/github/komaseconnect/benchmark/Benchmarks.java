package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.benchmark.Options.Profile;
import io.github.komaseconnect.benchmark.growth.GrowthBenchmark;
import io.github.komaseconnect.benchmark.pdf.PdfBenchmark;
import io.github.komaseconnect.benchmark.receive.ReceiveBenchmark;
import io.github.komaseconnect.benchmark.rest.RestBenchmark;
import io.github.komaseconnect.benchmark.rules.RulesBenchmark;
import io.github.komaseconnect.benchmark.send.SendBenchmark;
import io.github.komaseconnect.benchmark.start.StartBenchmark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs benchmarks one after another; {@code benchmarks/run} builds and starts it. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the program against its floors; benchmarks/README.md explains.")
public final class Benchmarks implements Callable<Integer> {
    private static final List<Benchmark> ALL = List.of(
            new SendBenchmark(),
            new ReceiveBenchmark(),
            new GrowthBenchmark(),
            new RestBenchmark(),
            new StartBenchmark(),
            new RulesBenchmark(),
            new PdfBenchmark());

    @Parameters(
            paramLabel = "name",
            description = "Which to run; all when none is named: send, receive, growth, rest, start, rules, pdf.")
    private List<String> names = List.of();

    @Option(names = "--invoices", paramLabel = "N", defaultValue = "5000", description = "Invoices in a round (5000).")
    private int invoices;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds that do not count, before those that do (3).")
    private int warmUp;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds that count (3).")
    private int rounds;

    @Option(
            names = "--interval",
            paramLabel = "MS",
            defaultValue = "100",
            description = "Milliseconds between looks at the export folder, for every contender (100).")
    private long interval;

    @Option(
            names = "--settle",
            paramLabel = "MS",
            defaultValue = "200",
            description = "Milliseconds that a file must stay as it is, for every contender (200).")
    private long settle;

    @Option(
            names = "--idle",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds for which something at rest is watched (60).")
    private long idle;

    @Option(names = "--companies", paramLabel = "N", defaultValue = "500", description = "Companies at rest (500).")
    private int companies;

    @Option(
            names = "--ledger",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,100000,2000000",
            description = "Invoices already in the ledger (1000,100000,2000000).")
    private List<Long> ledgerSizes = List.of();

    @Option(
            names = "--profile",
            description = "Record our contender with Java Flight Recorder; such numbers do not count.")
    private boolean profile;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "target/benchmarks",
            description = "Where homes, logs and results go (target/benchmarks).")
    private Path work;

    /** Runs what is named. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<String> unknown = names.stream()
                .filter(name ->
                        ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("unknown: " + unknown + "; there are "
                    + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
            return CommandLine.ExitCode.USAGE;
        }
        Path project = Path.of("").toAbsolutePath();
        Options options = new Options(
                invoices,
                warmUp,
                rounds,
                Duration.ofMillis(interval),
                Duration.ofMillis(settle),
                Duration.ofSeconds(idle),
                companies,
                ledgerSizes,
                profile ? Profile.RECORDED : Profile.OFF,
                work.toAbsolutePath().normalize(),
                project);
        for (Benchmark benchmark : ALL) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                Table table = benchmark.run(options);
                table.print(System.out);
                table.write(options.work());
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
