package io.github.komaseconnect.benchmark.rest;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.BenchmarkHome;
import io.github.komaseconnect.benchmark.ChildJvm;
import io.github.komaseconnect.benchmark.Figures;
import io.github.komaseconnect.benchmark.JvmOptions;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.Patience;
import io.github.komaseconnect.benchmark.RuntimeMain;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Table;
import io.github.komaseconnect.benchmark.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What hundreds of companies cost while nothing happens, against as many idle file consumers of bare Camel. */
public final class RestBenchmark implements Benchmark {
    /** The default of {@code pickup.interval}. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 8;
    /** The first lists are read, code is compiled, memory comes to rest: after less, half of it is the compiler's. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public Table run(Options options) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name()));
        Table table = new Table(name())
                .with("companies", options.companies())
                .with("interval ms", INTERVAL.toMillis())
                .with("watched s", options.idle().toSeconds())
                .with("rounds", options.rounds());
        try (Server server = Server.start(work, options.companies())) {
            BenchmarkHome home = BenchmarkHome.make(
                    work.resolve("ours"), server.url(), new Pace(CONNECTIONS, INTERVAL, SETTLE), options.companies());
            try (ChildJvm ours = ours(options, work, home);
                    ChildJvm camel = camel(options, work, home)) {
                Patience.pass(BEFORE);
                // both at once: whatever else the machine does, it does to both
                Map<ChildJvm, List<Double>> shares = watch(options, List.of(ours, camel));
                double floor = new Figures(shares.get(camel)).median();
                add(table, "komas-econnect", new Figures(shares.get(ours)), floor, ours.usage());
                add(table, "bare Camel, file consumers", new Figures(shares.get(camel)), floor, camel.usage());
            }
        }
        return table;
    }

    private static ChildJvm ours(Options options, Path work, BenchmarkHome home) throws IOException {
        return ChildJvm.start(
                "ours",
                work,
                RuntimeMain.class,
                JvmOptions.profiled(options, work.resolve("ours.jfr")),
                home.directory(),
                options.project());
    }

    /** Watches the same folders. */
    private static ChildJvm camel(Options options, Path work, BenchmarkHome home) throws IOException {
        Stream<Object> folders = IntStream.rangeClosed(1, options.companies()).mapToObj(n -> home.folder(n, "export"));
        Object[] arguments = Stream.concat(
                        Stream.of(options.project().resolve("benchmarks/routes/rest.camel.yaml"), INTERVAL.toMillis()),
                        folders)
                .toArray();
        return ChildJvm.start("camel", work, BareConsumersMain.class, JvmOptions.usual(), arguments);
    }

    /** How much of one processor each used, in per cent, window by window. */
    private static Map<ChildJvm, List<Double>> watch(Options options, List<ChildJvm> watched) throws IOException {
        Map<ChildJvm, List<Double>> shares = new LinkedHashMap<>();
        watched.forEach(jvm -> shares.put(jvm, new ArrayList<>()));
        for (int n = 0; n < options.rounds(); n++) {
            Map<ChildJvm, Usage> before = new LinkedHashMap<>();
            for (ChildJvm jvm : watched) {
                before.put(jvm, jvm.usage());
            }
            Patience.pass(options.idle());
            for (ChildJvm jvm : watched) {
                double used = jvm.usage().cpuSecondsSince(before.get(jvm));
                shares.get(jvm).add(100 * used / options.idle().toSeconds());
            }
        }
        return shares;
    }

    private static void add(Table table, String contender, Figures share, double floor, Usage usage) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("contender", contender);
        row.put("median % of a core", share.median());
        row.put("least", share.least());
        row.put("most", share.most());
        row.put("of bare Camel", share.median() / floor);
        row.put("resident MB", usage.residentKb() / 1024);
        row.put("threads", usage.threads());
        table.add(row, Map.of("shares", share.values()));
    }
}
