package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.simulator.RehearsalScenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A home of the program with companies like that of the simulator.
 *
 * @param directory absolute
 */
public record BenchmarkHome(Path directory) {
    private static final List<String> FOLDERS = List.of("import", "export", "outbox", "sent", "held", "print-spool");

    /** Makes the home with this many companies, as the server has them. */
    public static BenchmarkHome make(Path directory, URI url, Pace pace, int companies) throws IOException {
        BenchmarkHome home =
                new BenchmarkHome(Files.createDirectories(directory).toRealPath());
        StringBuilder text = new StringBuilder("""
                econnect.platform.url=%s
                delivery.parallel=%d
                pickup.interval=%dms
                pickup.settle=%dms
                """.formatted(
                        url,
                        pace.connections(),
                        pace.interval().toMillis(),
                        pace.settle().toMillis()));
        for (int n = 1; n <= companies; n++) {
            text.append(company(n));
            for (String folder : FOLDERS) {
                Files.createDirectories(home.folder(n, folder));
            }
            Files.writeString(home.folder(n, "relations.csv"), SampleSales.relations());
        }
        Files.writeString(home.directory().resolve("application.properties"), text);
        return home;
    }

    /** A folder or file of the n-th company; the first is 1. */
    public Path folder(int n, String name) {
        return directory.resolve("companies").resolve(key(n)).resolve(name);
    }

    /** Has invoices looked at with the official rules, before it is started. */
    public void validating() throws IOException {
        Path properties = directory.resolve("application.properties");
        Files.writeString(properties, Files.readString(properties).replace("validation=off", "validation=block"));
    }

    /** The key of the n-th company. */
    public static String key(int n) {
        return "company" + n;
    }

    /** Without PDFs, so that nothing waits for one; purchase invoices are fetched on order only. */
    private static String company(int n) {
        String prefix = "company." + key(n) + ".";
        return String.join(
                "\n",
                prefix + "name=" + RehearsalScenario.COMPANY.name(),
                prefix + "connection-key=" + RehearsalScenario.CONNECTION_KEY,
                prefix + "connection-secret=" + RehearsalScenario.CONNECTION_SECRET,
                prefix + "company-id=" + Server.companyId(n),
                prefix + "validation=off",
                prefix + "refresh=0 0 3 1 1 ?",
                prefix + "receive-since=2020-01-01",
                prefix + "pdf=none",
                "");
    }
}
