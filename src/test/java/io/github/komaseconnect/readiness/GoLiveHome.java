package io.github.komaseconnect.readiness;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The home of an installation that is about to begin, with the companies acme and beta. */
public final class GoLiveHome {
    public static final String ACME_SECRET = "acme-secret-4d17";
    public static final String BETA_SECRET = "beta-secret-88ac";
    private static final List<String> FOLDERS = List.of("import", "export", "outbox", "sent", "held", "print-spool");

    public final Path folder;
    private final StringBuilder configuration = new StringBuilder();

    public GoLiveHome(Path folder) {
        this(folder, "http.response-timeout=3s", "http.connect-timeout=2s");
    }

    /** With these settings instead of short time-outs. */
    public GoLiveHome(Path folder, String... settings) {
        this.folder = folder;
        with(settings);
    }

    /** A simulator that knows both companies, each with an account of its own. */
    public static Simulator simulator() throws IOException {
        return Simulator.builder()
                .account(SimulatedAccount.of(
                        "acme-key",
                        ACME_SECRET,
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01")))
                .account(SimulatedAccount.of(
                        "beta-key",
                        BETA_SECRET,
                        new SimulatedCompany("XCNL10020", "Beta Techniek B.V.", "87654321", "NL987654321B01")))
                .start();
    }

    /** Lines of application.properties. */
    public GoLiveHome with(String... lines) {
        for (String line : lines) {
            configuration.append(line).append('\n');
        }
        return this;
    }

    /** Where eConnect is. */
    public GoLiveHome platform(URI url) {
        return with("econnect.platform.url=" + url);
    }

    /** Company acme with its folders and the sample relations. */
    public GoLiveHome acme() throws IOException {
        return company("acme", "Acme Installatietechniek B.V.", "acme-key", ACME_SECRET, "XCNL10019");
    }

    /** Company beta, the same. */
    public GoLiveHome beta() throws IOException {
        return company("beta", "Beta Techniek B.V.", "beta-key", BETA_SECRET, "XCNL10020");
    }

    private GoLiveHome company(String key, String name, String connectionKey, String secret, String id)
            throws IOException {
        for (String each : FOLDERS) {
            Files.createDirectories(of(key, each));
        }
        relations(key, sample("relations.csv"));
        String prefix = "company." + key + ".";
        return with(
                prefix + "name=" + name,
                prefix + "connection-key=" + connectionKey,
                prefix + "connection-secret=" + secret,
                prefix + "company-id=" + id,
                prefix + "folder=companies/" + key,
                prefix + "relations=companies/" + key + "/relations.csv",
                prefix + "email.from=facturen@" + key + ".example");
    }

    /** A folder or file of a company. */
    public Path of(String company, String name) {
        return folder.resolve("companies").resolve(company).resolve(name);
    }

    /** Writes the relation file of a company. */
    public GoLiveHome relations(String company, String text) throws IOException {
        Files.writeString(of(company, "relations.csv"), text);
        return this;
    }

    /** A file among the samples of the project. */
    public static String sample(String name) throws IOException {
        try (InputStream in = GoLiveHome.class.getResourceAsStream("/samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts a sample under its own name into a folder of a company. */
    public Path put(String company, String where, String sample) throws IOException {
        return Files.writeString(of(company, where).resolve(sample), sample(sample));
    }

    /** Writes application.properties. */
    public GoLiveHome write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigurationReader.FILE), configuration);
        return this;
    }

    /** The home, with the routes of the project. */
    public Home home() {
        return new Home(folder, distribution());
    }

    /** Where the routes of the project are. */
    public static Path distribution() {
        return Path.of("").toAbsolutePath();
    }

    public Configuration configuration() {
        return new ConfigurationReader(name -> Optional.empty()).read(folder);
    }

    public CredentialsSource credentials() {
        return new CredentialsSource(folder, name -> Optional.empty());
    }

    /** Every file with its size and time, to see whether anything was changed. */
    public List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(GoLiveHome::look)
                    .sorted()
                    .toList();
        }
    }

    private static String look(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
