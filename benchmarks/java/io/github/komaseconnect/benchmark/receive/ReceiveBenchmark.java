package io.github.komaseconnect.benchmark.receive;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.BenchmarkHome;
import io.github.komaseconnect.benchmark.ChildJvm;
import io.github.komaseconnect.benchmark.Comparison;
import io.github.komaseconnect.benchmark.JvmOptions;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.Round;
import io.github.komaseconnect.benchmark.RuntimeMain;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From eConnect's inbox into the import folder, against a plain loop that makes the same calls and renames. */
public final class ReceiveBenchmark implements Benchmark {
    /** As many as the program has workers for it. */
    private static final int CONNECTIONS = 6;

    @Override
    public String name() {
        return "receive";
    }

    @Override
    public Table run(Options options) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name()));
        Table table = new Table(name())
                .with("invoices", options.invoices())
                .with("warm-up rounds", options.warmUp())
                .with("rounds", options.rounds())
                .with("connections", CONNECTIONS);
        try (Server server = Server.start(work);
                Receiver ours = ours(options, server.url(), work);
                Receiver loop = loop(server.url(), work)) {
            List<Receiver> all = List.of(ours, loop);
            ReceiveRounds rounds = new ReceiveRounds(server, options, all);
            Map<Receiver, List<Round>> measured = rounds.run();
            Comparison comparison = new Comparison(
                    table,
                    options.invoices(),
                    "plain loop",
                    Round.seconds(measured.get(loop)).median());
            for (Receiver receiver : all) {
                comparison.add(
                        Map.of(),
                        receiver.name(),
                        measured.get(receiver),
                        rounds.cpuSecondsInAll(receiver),
                        receiver.jvm().usage());
            }
        }
        return table;
    }

    private static Receiver ours(Options options, URI url, Path work) throws IOException {
        Pace pace = new Pace(CONNECTIONS, options.interval(), options.settle());
        BenchmarkHome home = BenchmarkHome.make(work.resolve("ours"), url, pace, 1);
        ChildJvm jvm = ChildJvm.start(
                "ours",
                work,
                RuntimeMain.class,
                JvmOptions.profiled(options, work.resolve("ours.jfr")),
                home.directory(),
                options.project());
        return new Receiver(
                "komas-econnect",
                Server.companyId(1),
                home.folder(1, "import"),
                jvm,
                "refresh " + BenchmarkHome.key(1),
                received -> Long.parseLong(jvm.ask("count RECEIVED")) == received);
    }

    private static Receiver loop(URI url, Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("loop")).toRealPath();
        ChildJvm jvm = ChildJvm.start(
                "loop", work, ReceiveLoopMain.class, JvmOptions.usual(), url, Server.companyId(2), folder, CONNECTIONS);
        return new Receiver("plain Java loop", Server.companyId(2), folder, jvm, "refresh", received -> true);
    }
}
