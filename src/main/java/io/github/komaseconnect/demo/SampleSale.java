package io.github.komaseconnect.demo;

import io.github.komaseconnect.ledger.InvoiceState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sales invoice that the project wrote, and how it ends in the demo.
 *
 * @param resource its name below {@code /samples}
 * @param exportName the file name under which the demo's Komas exports it
 * @param expected the state that the demo leads it to
 */
record SampleSale(String resource, String exportName, InvoiceState expected) {
    private static final Pattern ISSUED = Pattern.compile("<cbc:IssueDate>(\\d{4}-\\d{2}-\\d{2})</cbc:IssueDate>");
    private static final Pattern DATE = Pattern.compile(">(\\d{4}-\\d{2}-\\d{2})<");
    private static final Pattern NUMBER = Pattern.compile(">([A-Z])\\d{4}-(\\d{4})<");

    /** All of them, in the order in which they are exported. */
    static List<SampleSale> all() {
        return List.of(
                new SampleSale("verkoop-peppol.xml", "FACTUUR1.XML", InvoiceState.SENT),
                new SampleSale("verkoop-overheid.xml", "FACTUUR2.XML", InvoiceState.SENT),
                new SampleSale("verkoop-email.xml", "FACTUUR3.XML", InvoiceState.SENT),
                new SampleSale("verkoop-print-credit.xml", "FACTUUR4.XML", InvoiceState.SENT),
                new SampleSale("verkoop-onbekende-relatie.xml", "FACTUUR5.XML", InvoiceState.HELD));
    }

    /** Its export name without extension. */
    String baseName() {
        return exportName.substring(0, exportName.lastIndexOf('.'));
    }

    /** Its text as if it had been made today: every date moved by as many days as its own, and this year's numbers. */
    String text(LocalDate today) throws IOException {
        String text = resource(resource);
        Matcher issued = ISSUED.matcher(text);
        if (!issued.find()) {
            throw new IOException(resource + " has no IssueDate");
        }
        long days = ChronoUnit.DAYS.between(LocalDate.parse(issued.group(1)), today);
        String moved = DATE.matcher(text)
                .replaceAll(date -> ">" + LocalDate.parse(date.group(1)).plusDays(days) + "<");
        return NUMBER.matcher(moved)
                .replaceAll(number -> ">" + number.group(1) + today.getYear() + "-" + number.group(2) + "<");
    }

    /** A file below {@code /samples}. */
    static String resource(String name) throws IOException {
        try (InputStream in = SampleSale.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IOException("missing from the program: samples/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
