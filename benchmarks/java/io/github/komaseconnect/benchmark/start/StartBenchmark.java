package io.github.komaseconnect.benchmark.start;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.BenchmarkHome;
import io.github.komaseconnect.benchmark.ChildJvm;
import io.github.komaseconnect.benchmark.Figures;
import io.github.komaseconnect.benchmark.JvmOptions;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.Patience;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Table;
import io.github.komaseconnect.cli.KomasEconnect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the start of the JVM to the first call at the server, against camel-main with the same routes and no program. */
public final class StartBenchmark implements Benchmark {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 8;
    /** A start takes a second or two: more of them than of other rounds can be afforded. */
    private static final int STARTS_PER_ROUND = 3;

    private static final Duration TO_REST = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "start";
    }

    private interface Launch {
        ChildJvm launch() throws IOException;
    }

    /** One start: how long it took, what processors did meanwhile, and the memory some seconds later, 0 when not waited for. */
    private record Started(double seconds, double cpuSeconds, double restingMb) {}

    @Override
    public Table run(Options options) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name()));
        int starts = options.rounds() * STARTS_PER_ROUND;
        Table table = new Table(name()).with("starts", starts);
        try (Server server = Server.start(work)) {
            Map<String, Launch> launches = launches(options, server, work);
            Map<String, List<Started>> measured = new LinkedHashMap<>();
            launches.keySet().forEach(name -> measured.put(name, new ArrayList<>()));
            for (int n = 0; n <= starts; n++) {
                for (Map.Entry<String, Launch> launch : launches.entrySet()) {
                    Started started = start(server, launch.getValue(), n == starts ? TO_REST : Duration.ZERO);
                    if (n > 0) {
                        measured.get(launch.getKey()).add(started);
                    }
                }
            }
            String floor = launches.keySet().stream().skip(1).findFirst().orElseThrow();
            measured.forEach((name, started) -> add(table, name, started, measured.get(floor)));
        }
        return table;
    }

    private static Map<String, Launch> launches(Options options, Server server, Path work) throws IOException {
        BenchmarkHome home =
                BenchmarkHome.make(work.resolve("ours"), server.url(), new Pace(CONNECTIONS, INTERVAL, SETTLE), 1);
        // the program takes its routes from its home when it is started from classes
        StubbedRoutes.copy(options.project().resolve("routes"), home.directory().resolve("routes"));
        StubbedRoutes routes = StubbedRoutes.make(options.project().resolve("routes"), work.resolve("routes"));
        Object[] arguments = Stream.concat(Stream.of(routes.folder(), server.url()), routes.beans().stream())
                .toArray();
        Map<String, Launch> launches = new LinkedHashMap<>();
        launches.put(
                "komas-econnect run",
                () -> ChildJvm.launch(
                        "ours", work, KomasEconnect.class, JvmOptions.usual(), "run", "--home", home.directory()));
        launches.put(
                "bare camel-main, same routes",
                () -> ChildJvm.launch("camel", work, BareStartMain.class, JvmOptions.usual(), arguments));
        return launches;
    }

    private static Started start(Server server, Launch launch, Duration toRest) throws IOException {
        server.forgetCalls();
        long start = System.currentTimeMillis();
        ChildJvm jvm = launch.launch();
        try {
            Patience.await("the first call", () -> server.firstCall().isPresent());
            double cpuSeconds = jvm.cpu().toNanos() / 1e9;
            double seconds = (server.firstCall().orElseThrow() - start) / 1e3;
            Patience.pass(toRest);
            return new Started(seconds, cpuSeconds, toRest.isZero() ? 0 : jvm.residentKb() / 1024.0);
        } finally {
            jvm.terminate();
        }
    }

    private static Figures seconds(List<Started> started) {
        return new Figures(started.stream().map(Started::seconds).toList());
    }

    private static Figures cpuSeconds(List<Started> started) {
        return new Figures(started.stream().map(Started::cpuSeconds).toList());
    }

    private static void add(Table table, String contender, List<Started> started, List<Started> floor) {
        Figures seconds = seconds(started);
        Figures cpuSeconds = cpuSeconds(started);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("contender", contender);
        row.put("median s", seconds.median());
        row.put("least s", seconds.least());
        row.put("most s", seconds.most());
        row.put("of bare Camel", seconds.median() / seconds(floor).median());
        row.put("cpu s", cpuSeconds.median());
        row.put("cpu of bare", cpuSeconds.median() / cpuSeconds(floor).median());
        row.put(
                "resident MB at rest",
                Math.round(started.get(started.size() - 1).restingMb()));
        table.add(row, Map.of("seconds", seconds.values(), "cpu seconds", cpuSeconds.values()));
    }
}
