package io.github.komaseconnect.benchmark.pdf;

import io.github.komaseconnect.benchmark.Benchmark;
import io.github.komaseconnect.benchmark.Figures;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.SampleSales;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Table;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfRendering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A UBL file on disk to a PDF/A-3u on disk, QR code and UBL in it, when all is warm; one at a time, as the program does. */
public final class PdfBenchmark implements Benchmark {
    private static final List<Integer> LINES = List.of(5, 20, 200);
    private static final int WARM_UP = 200;
    private static final int DOCUMENTS = 200;
    private static final String LINE = "<cac:InvoiceLine>";
    private static final String LINE_END = "</cac:InvoiceLine>";

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public Table run(Options options) throws Exception {
        Path work = Scratch.fresh(options.work().resolve(name()));
        Table table = new Table(name())
                .with("documents", DOCUMENTS)
                .with("warm-up", WARM_UP)
                .with("bar", "60 ms for 5 lines");
        InvoicePdf pdf = new InvoicePdf(new SafeXml());
        new SampleSales().write(work.resolve("one"), "B", 1);
        Path sample = work.resolve("one").resolve("FACTUUR_B00001.XML");
        for (int lines : LINES) {
            Path file = work.resolve("lines-" + lines + ".xml");
            Files.writeString(file, withLines(Files.readString(sample), lines));
            measure(pdf, file, lines, table);
        }
        return table;
    }

    /** The first line of the sample so many times, instead of its own. */
    private static String withLines(String ubl, int lines) {
        int first = ubl.indexOf(LINE);
        int firstEnd = ubl.indexOf(LINE_END) + LINE_END.length();
        int last = ubl.lastIndexOf(LINE_END) + LINE_END.length();
        return ubl.substring(0, first) + ubl.substring(first, firstEnd).repeat(lines) + ubl.substring(last);
    }

    private static void measure(InvoicePdf pdf, Path file, int lines, Table table) throws Exception {
        Path target = file.resolveSibling("lines-" + lines + ".pdf");
        List<Double> all = new ArrayList<>();
        double firstOne = 0;
        for (int n = 0; n < WARM_UP + DOCUMENTS; n++) {
            long start = System.nanoTime();
            PdfRendering made = pdf.render(file, Language.NL, target);
            double milliseconds = (System.nanoTime() - start) / 1e6;
            if (!(made instanceof PdfRendering.Rendered)) {
                throw new IllegalStateException("no PDF: " + made);
            }
            firstOne = n == 0 ? milliseconds : firstOne;
            if (n >= WARM_UP) {
                all.add(milliseconds);
            }
        }
        Figures figures = new Figures(all);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lines", lines);
        row.put("first ms", firstOne);
        row.put("median ms", figures.median());
        row.put("least ms", figures.least());
        row.put("most ms", figures.most());
        row.put("PDF kB", Files.size(target) / 1000.0);
        table.add(row, Map.of("milliseconds", figures.values()));
    }
}
