package io.github.komaseconnect.benchmark.rules;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.Figures;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.SampleSales;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Table;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.rules.Verdict;
import io.github.komaseconnect.validation.PhiveFloor;
import io.github.komaseconnect.validation.PhiveRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;

/**
 * A document on disk to a verdict in words, when all is warm, against phive's own time on the same tree, in one JVM. The two
 * take turns, document by document.
 */
public final class RulesBenchmark implements Benchmark {
    private static final String NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";
    private static final String BIS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final int WARM_UP = 300;
    private static final int DOCUMENTS = 300;

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Table run(Options options) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name()));
        Table table = new Table(name())
                .with("documents", DOCUMENTS)
                .with("warm-up", WARM_UP)
                .with("bar", "1.2");
        for (String profile : List.of(BIS, NLCIUS)) {
            new SampleSales().write(work.resolve("one"), "B", 1);
            Path file = work.resolve("one").resolve("FACTUUR_B00001.XML");
            Files.writeString(file, Files.readString(file).replace(NLCIUS + "<", profile + "<"));
            measure(profile.equals(BIS) ? "Peppol BIS Billing 3" : "NLCIUS", profile, file, table);
        }
        return table;
    }

    private static void measure(String name, String profile, Path file, Table table) throws Exception {
        PhiveRules rules = new PhiveRules(new SafeXml(), missing -> {});
        PhiveFloor floor = new PhiveFloor("Invoice", profile);
        Document tree = floor.tree(file);
        List<Double> ours = new ArrayList<>();
        List<Double> phive = new ArrayList<>();
        for (int n = 0; n < WARM_UP + DOCUMENTS; n++) {
            long start = System.nanoTime();
            Verdict verdict = rules.examine(file, "document " + n);
            long middle = System.nanoTime();
            boolean sound = floor.apply(tree);
            long end = System.nanoTime();
            if (!sound || !(verdict instanceof Verdict.Examined examined && examined.isSound())) {
                throw new IllegalStateException("not sound: " + verdict);
            }
            if (n >= WARM_UP) {
                ours.add((middle - start) / 1e6);
                phive.add((end - middle) / 1e6);
            }
        }
        double least = new Figures(phive).median();
        add(table, name, "komas-econnect: file to words", new Figures(ours), least);
        add(table, name, "phive on the tree", new Figures(phive), least);
    }

    private static void add(Table table, String profile, String contender, Figures figures, double floor) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("profile", profile);
        row.put("contender", contender);
        row.put("median ms", figures.median());
        row.put("least ms", figures.least());
        row.put("most ms", figures.most());
        row.put("of phive", figures.median() / floor);
        table.add(row, Map.of("milliseconds", figures.values()));
    }
}
