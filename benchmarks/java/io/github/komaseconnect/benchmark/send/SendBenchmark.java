package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.Figures;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
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
    private static final List<Setting> SETTINGS = List.of(new Setting(0, 8), new Setting(50, 32));

    private record Setting(long latency, int connections) {}

    @Override
    public String name() {
        return "send";
    }

    @Override
    public Table run(Options options) throws Exception {
        Table table = new Table(name())
                .with("invoices", options.invoices())
                .with("rounds", options.rounds())
                .with("interval ms", options.interval().toMillis())
                .with("settle ms", options.settle().toMillis());
        for (Setting setting : SETTINGS) {
            measure(options, setting, table);
        }
        return table;
    }

    private void measure(Options options, Setting setting, Table table) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name() + "-" + setting.latency() + "ms"));
        Pace pace = new Pace(setting.connections(), options.interval(), options.settle());
        try (Server server = Server.start(work)) {
            Contenders contenders = new Contenders(options, server.url(), pace, work);
            try (Contender ours = contenders.ours();
                    Contender camel = contenders.bareCamel();
                    Contender loop = contenders.plainLoop()) {
                server.latency(setting.latency());
                List<Contender> all = List.of(ours, camel, loop);
                SendRounds rounds = new SendRounds(server, options, all);
                Map<Contender, List<SendRounds.Round>> measured = rounds.run();
                double floor = seconds(measured.get(camel)).median();
                for (Contender contender : all) {
                    add(table, setting, contender, measured.get(contender), floor, options);
                }
            }
        }
    }

    private static Figures seconds(List<SendRounds.Round> rounds) {
        return new Figures(rounds.stream().map(SendRounds.Round::seconds).toList());
    }

    private static void add(
            Table table, Setting setting, Contender who, List<SendRounds.Round> rounds, double floor, Options options)
            throws java.io.IOException {
        Figures seconds = seconds(rounds);
        double cpu = new Figures(rounds.stream()
                        .map(round -> round.cpuSeconds() * 1000 / options.invoices())
                        .toList())
                .median();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("latency ms", setting.latency());
        row.put("connections", setting.connections());
        row.put("contender", who.name());
        row.put("median s", seconds.median());
        row.put("least s", seconds.least());
        row.put("most s", seconds.most());
        row.put("invoices/s", options.invoices() / seconds.median());
        row.put("of bare Camel", floor / seconds.median());
        row.put("cpu ms/invoice", cpu);
        row.put("resident MB", who.jvm().usage().residentKb() / 1024);
        table.add(row, Map.of("seconds", seconds.values()));
    }
}
