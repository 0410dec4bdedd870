package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Sales invoices made of a sample of the project: the same invoice, each with a number of its own. */
public final class SampleSales {
    private static final String SAMPLE = "verkoop-peppol.xml";
    private static final String SAMPLE_NUMBER = "F2026-0101";

    private final String sample;

    /** Reads the sample. */
    public SampleSales() throws IOException {
        sample = resource(SAMPLE);
        if (!sample.contains(">" + SAMPLE_NUMBER + "<")) {
            throw new IOException(SAMPLE + " does not have the number " + SAMPLE_NUMBER);
        }
    }

    /** The relation file that has the customer of these invoices. */
    public static String relations() throws IOException {
        return resource("relations.csv");
    }

    /** The n-th number that begins so. */
    public static String number(String prefix, int n) {
        return String.format(Locale.ROOT, "%s%05d", prefix, n);
    }

    /** Writes {@code count} invoices, with file names like those of Komas, into a folder that it makes. */
    public void write(Path folder, String prefix, int count) throws IOException {
        Files.createDirectories(folder);
        for (int n = 1; n <= count; n++) {
            String number = number(prefix, n);
            Files.writeString(
                    folder.resolve("FACTUUR_" + number + ".XML"),
                    sample.replace(">" + SAMPLE_NUMBER + "<", ">" + number + "<"));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SampleSales.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IOException("missing from the program: samples/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
