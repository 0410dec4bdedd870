package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.Comparison;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.Round;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the export folder to accepted and recorded, against a bare Camel route and a plain Java loop, on the same server,
 * at no latency and at some.
 */
public final class SendBenchmark implements Benchmark {
    private static final List<Setting> SETTINGS = List.of(
            new Setting(0, 8, OfficialRules.OFF),
            new Setting(50, 32, OfficialRules.OFF),
            new Setting(0, 8, OfficialRules.ON));

    private record Setting(long latency, int connections, OfficialRules rules) {}

    @Override
    public String name() {
        return "send";
    }

    @Override
    public Table run(Options options) throws Exception {
        Table table = new Table(name())
                .with("invoices", options.invoices())
                .with("warm-up rounds", options.warmUp())
                .with("rounds", options.rounds())
                .with("interval ms", options.interval().toMillis())
                .with("settle ms", options.settle().toMillis());
        for (Setting setting : SETTINGS) {
            measure(options, setting, table);
        }
        return table;
    }

    private void measure(Options options, Setting setting, Table table) throws Exception {
        Path work =
                Scratch.fresh(options.work().resolve(name() + "-" + setting.latency() + "ms-rules-" + setting.rules()));
        Pace pace = new Pace(setting.connections(), options.interval(), options.settle());
        try (Server server = Server.start(work)) {
            Contenders contenders = new Contenders(options, server.url(), pace, work, setting.rules());
            try (Contender ours = contenders.ours();
                    Contender camel = contenders.bareCamel();
                    Contender loop = contenders.plainLoop()) {
                server.latency(setting.latency());
                List<Contender> all = List.of(ours, camel, loop);
                SendRounds rounds = new SendRounds(server, options, all, "R");
                Map<Contender, List<Round>> measured = rounds.run();
                Comparison comparison = new Comparison(
                        table,
                        options.invoices(),
                        "bare Camel",
                        Round.seconds(measured.get(camel)).median());
                Map<String, Object> columns = new LinkedHashMap<>();
                columns.put("latency ms", setting.latency());
                columns.put("connections", setting.connections());
                columns.put("rules", setting.rules());
                for (Contender contender : all) {
                    comparison.add(
                            columns,
                            contender.name(),
                            measured.get(contender),
                            rounds.cpuSecondsInAll(contender),
                            contender.jvm().usage());
                }
            }
        }
    }
}
