package io.github.komaseconnect.runtime;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.cluster.SharedDatabase;
import io.github.komaseconnect.folder.FilesBelow;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.ledger.sql.SqlLedger;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several companies with their folders on one share, eConnect, a mail server, a PostgreSQL, and runtimes to be killed. */
final class ClusterScene {
    static final Duration LEASE = Duration.ofSeconds(6);
    static final Duration STEP = Duration.ofSeconds(5);
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String CLIENT = "psb-client";
    private static final String CLIENT_SECRET = "psb-client-secret-3a90";
    private static final String HOOK_SECRET = "hook-secret-5d1e";
    /** A company at the PSB, when nodes have doors for hooks. */
    static final String HOOKED = "hooked";

    private static final SimulatedCompany AT_PSB =
            new SimulatedCompany("XCNL30001", "Bedrijf aan de PSB", "55667788", "NL556677889B01");
    private static final List<String> FOLDERS = List.of("import", "export", "outbox", "sent", "held", "print-spool");

    final Path root;
    final List<String> companies;
    final Simulator simulator;
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final SqlLedger ledger;
    private final SharedDatabase database = new SharedDatabase();
    private final String url;
    private final Map<String, Process> nodes = new LinkedHashMap<>();
    private int starts;
    /** More lines for every home, and options for every JVM. */
    private String settings = "";

    private List<String> options = List.of();
    /** Ports at which nodes listen for hooks, by the name of their home. */
    private final Map<String, Integer> doors = new LinkedHashMap<>();

    ClusterScene(Path folder, int count) throws Exception {
        root = folder.toRealPath();
        companies = IntStream.rangeClosed(1, count).mapToObj(n -> "c" + n).toList();
        simulator = Simulator.builder()
                .account(SimulatedAccount.of(
                        Workshop.KEY,
                        Workshop.SECRET,
                        companies.stream()
                                .map(key -> new SimulatedCompany(
                                        companyId(key), "Bedrijf " + key, "12345678", "NL123456789B01"))
                                .toArray(SimulatedCompany[]::new)))
                .client(SimulatedClient.of(CLIENT, CLIENT_SECRET, AT_PSB))
                .start();
        mail.start();
        url = database.create("komas");
        ledger = LedgerDatabase.open(url, root, Clock.systemUTC(), "look");
        for (String company : companies) {
            for (String name : FOLDERS) {
                Files.createDirectories(company(company, name));
            }
            Files.writeString(root.resolve(company).resolve("relations.csv"), Workshop.sample("relations.csv"));
        }
    }

    static String companyId(String key) {
        return "XCNL2000" + key.substring(1);
    }

    Path company(String key, String name) {
        return root.resolve(key).resolve(name);
    }

    private Path home(String name) throws Exception {
        Path home = Files.createDirectories(root.resolve("home-" + name));
        StringBuilder text = new StringBuilder("""
                econnect.platform.url=%s
                ledger.url=%s
                archive.folder=%s
                rehearsal.email=customers
                http.response-timeout=3s
                mail.smtp.host=127.0.0.1
                mail.smtp.port=%d
                mail.smtp.security=none
                pickup.interval=100ms
                pickup.settle=150ms
                pickup.pdf-wait=300ms
                delivery.retry.first=200ms
                delivery.in-doubt-wait=300ms
                delivery.probe=500ms
                receive.pdf-retry=100ms
                receive.pdf-wait=2s
                """.formatted(
                simulator.url(), url, root.resolve("archive"), mail.getSmtp().getPort()));
        for (String key : companies) {
            text.append("""
                    company.%1$s.name=Bedrijf %1$s
                    company.%1$s.connection-key=%2$s
                    company.%1$s.connection-secret=%3$s
                    company.%1$s.company-id=%4$s
                    company.%1$s.validation=off
                    company.%1$s.folder=%5$s
                    company.%1$s.relations=%5$s/relations.csv
                    company.%1$s.email.from=facturen@%1$s.example
                    company.%1$s.refresh=0/2 * * * * ?
                    """.formatted(key, Workshop.KEY, Workshop.SECRET, companyId(key), root.resolve(key)));
        }
        if (doors.containsKey(name)) {
            text.append(hooked(doors.get(name)));
        }
        text.append(settings);
        Files.writeString(home.resolve("application.properties"), text);
        return home;
    }

    private String hooked(int door) throws Exception {
        for (String name : FOLDERS) {
            Files.createDirectories(company(HOOKED, name));
        }
        Files.writeString(root.resolve(HOOKED).resolve("relations.csv"), Workshop.sample("relations.csv"));
        return """
                econnect.psb.url=%s
                econnect.psb.identity-url=%s
                hooks.port=%d
                company.hooked.name=Bedrijf aan de PSB
                company.hooked.econnect=psb
                company.hooked.party-id=NL:KVK:55667788
                company.hooked.client-id=%s
                company.hooked.client-secret=%s
                company.hooked.hook-secret=%s
                company.hooked.validation=off
                company.hooked.folder=%s
                """.formatted(
                                simulator.psbUrl(),
                                simulator.identityUrl(),
                                door,
                                CLIENT,
                                CLIENT_SECRET,
                                HOOK_SECRET,
                                root.resolve(HOOKED))
                + "company.hooked.relations=" + root.resolve(HOOKED) + "/relations.csv\n";
    }

    /** From their next start on nodes have these settings, and JVMs with these options. */
    void with(String more, String javaOptions) {
        settings = more;
        options = List.of(javaOptions.split(" "));
    }

    /** From its next start on the home of this name has a door for hooks, and every home with one has the company {@link #HOOKED}. */
    int door(String name) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            doors.put(name, free.getLocalPort());
        }
        return doors.get(name);
    }

    /** The PSB tells of what arrives for {@link #HOOKED} at this door, and at no other. */
    void tellAt(int door) {
        simulator
                .psb()
                .hooks()
                .register(
                        AT_PSB.companyId(),
                        "http://127.0.0.1:" + door + "/hooks/econnect/hooked#" + HOOK_SECRET,
                        HookTopic.INVOICE_RECEIVED);
    }

    /** A purchase invoice for {@link #HOOKED}. */
    void deliverHooked(String number) throws Exception {
        simulator.deliver(AT_PSB.companyId(), InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", number)));
    }

    /** Starts a runtime in the home of this name; gives what it is called in the ledger. */
    String start(String name) throws Exception {
        starts++;
        String node = name + "-" + starts;
        nodes.put(node, NodeProcess.start(home(name), PROJECT, node, LEASE, STEP, options));
        return node;
    }

    void kill(String node) throws Exception {
        Process process = nodes.remove(node);
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** As {@code systemctl stop} does. */
    void stop(String node) throws Exception {
        Process process = nodes.remove(node);
        process.destroy();
        process.waitFor(40, TimeUnit.SECONDS);
    }

    List<Lease> leases(String node) {
        List<Lease> inForce = ledger.reading(books -> books.leases().inForce());
        return inForce.stream()
                .filter(lease -> lease.node().equals(node) && !lease.company().isEmpty())
                .toList();
    }

    /** A sales invoice made of this sample, put into the export folder at once. */
    void export(String company, String sample, String old, String number) throws Exception {
        Path temporary = company(company, "export").resolve(number + ".tmp");
        Files.writeString(temporary, numbered(sample, old, number));
        Files.move(temporary, company(company, "export").resolve(number + ".XML"));
    }

    /** A purchase invoice in eConnect's inbox. */
    void deliver(String company, String number) throws Exception {
        simulator.deliver(companyId(company), InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", number)));
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        String text = Workshop.sample(sample);
        if (!text.contains(old)) {
            throw new IllegalStateException(sample + " has no " + old);
        }
        return text.replace(old, number);
    }

    List<LedgerInvoice> invoices(InvoiceState... states) {
        return ledger.reading(books ->
                books.invoices().list(new InvoiceQuery(Optional.empty(), Set.of(states), Optional.empty(), 100_000)));
    }

    /** The visible files of a folder of a company, in folders below it too. */
    List<String> files(String company, String folder) throws Exception {
        return FilesBelow.of(company(company, folder)).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    /** Kills what still runs. */
    void close() throws Exception {
        for (String node : List.copyOf(nodes.keySet())) {
            kill(node);
        }
        ledger.close();
        mail.stop();
        simulator.close();
        database.close();
    }
}
