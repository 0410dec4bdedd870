package io.github.komaseconnect.benchmark.growth;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.Figures;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Round;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sending an invoice costs with few, many and very many invoices in the ledger. */
public final class GrowthBenchmark implements Benchmark {
    /** Rounds are smaller than elsewhere, so that they do not themselves make the small ledger large. */
    private static final int SHARE = 5;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Table run(Options options) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name()));
        int invoices = Math.max(1, options.invoices() / SHARE);
        Table table = new Table(name())
                .with("invoices", invoices)
                .with("warm-up rounds", options.warmUp())
                .with("rounds", options.rounds());
        List<GrownLedger> ledgers = new ArrayList<>();
        try (Server server = Server.start(work)) {
            for (long size : options.ledgerSizes()) {
                ledgers.add(GrownLedger.make(options, server, work.resolve(Long.toString(size)), size));
            }
            for (GrownLedger ledger : ledgers) {
                ledger.start();
            }
            Map<GrownLedger, List<Round>> measured = GrownLedger.rounds(
                    server, options.withRounds(invoices, options.warmUp(), options.rounds()), ledgers);
            double smallest = Round.seconds(measured.get(ledgers.get(0))).median();
            for (GrownLedger ledger : ledgers) {
                add(table, ledger, measured.get(ledger), smallest, invoices);
            }
        } finally {
            ledgers.forEach(GrownLedger::close);
        }
        return table;
    }

    private static void add(Table table, GrownLedger ledger, List<Round> rounds, double smallest, int invoices)
            throws java.io.IOException {
        Figures seconds = Round.seconds(rounds);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("in the ledger", ledger.size());
        row.put("ledger MB", Files.size(ledger.database()) / (1024 * 1024));
        row.put("median s", seconds.median());
        row.put("least s", seconds.least());
        row.put("most s", seconds.most());
        row.put("ms/invoice", seconds.median() * 1000 / invoices);
        row.put("cost of smallest", seconds.median() / smallest);
        row.put(
                "cpu ms/invoice",
                new Figures(rounds.stream().map(Round::cpuSeconds).toList()).median() * 1000 / invoices);
        row.put("resident MB", ledger.usage().residentKb() / 1024);
        table.add(row, Map.of("seconds", seconds.values()));
    }
}
