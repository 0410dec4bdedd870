package io.github.komaseconnect.crash;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.folder.FilesBelow;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.mail.ScriptedSmtpServer;
import io.github.komaseconnect.print.ipp.FakePrinter;
import io.github.komaseconnect.simulator.HookRetry;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A home with one company, and what outlives its crashes: eConnect, the mail server, Komas that empties the import folder,
 * and a printer that empties the spool.
 */
final class Site implements AutoCloseable {
    static final String COMPANY_ID = "XCNL10019";
    private static final String KEY = "app-key-7f3a";
    private static final String SECRET = "very-secret-91c2";
    private static final String CLIENT = "acme-client";
    private static final String CLIENT_SECRET = "acme-client-secret-4f0b";
    private static final String HOOK_SECRET = "hook-secret-5d1e";
    private static final SimulatedCompany ACME =
            new SimulatedCompany(COMPANY_ID, "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");

    final Path home;
    final LedgerDoor ledger;
    final Simulator simulator;
    final ScriptedSmtpServer mail;
    private final Optional<Postbox> postbox;
    final FakePrinter printer = new FakePrinter();
    private final Map<String, List<String>> taken = new HashMap<>();
    private final Set<HookTopic> told = EnumSet.noneOf(HookTopic.class);
    private String hook = "";

    /** @param gateway the company's way to eConnect; by the PSB it hears of purchase invoices by hooks */
    Site(Path home, Gateway gateway) throws IOException {
        this(home, new LedgerDoor.InHome(home), gateway, Optional.empty(), Paper.SPOOL);
    }

    /** Where the company prints. */
    enum Paper {
        SPOOL(""),
        PRINTER("company.acme.printer=%s"),
        /** In the spool folder, with the others of the day. */
        DAILY("company.acme.print-batch=daily"),
        /** On a printer, with the others of the day. */
        DAILY_AT_PRINTER("company.acme.print-batch=daily\ncompany.acme.printer=%s");

        private final String settings;

        Paper(String settings) {
            this.settings = settings;
        }

        /** The lines of a configuration that prints so. */
        String settings(URI address) {
            return settings.formatted(address);
        }
    }

    /**
     * @param ledger where its ledger is
     * @param postbox in which mails come back, when there is one
     * @param paper where the company prints
     */
    Site(Path home, LedgerDoor ledger, Gateway gateway, Optional<Postbox> postbox, Paper paper) throws IOException {
        this.home = home.toRealPath();
        this.ledger = ledger;
        this.postbox = postbox;
        simulator = Simulator.builder()
                .account(SimulatedAccount.of(KEY, SECRET, ACME))
                .client(SimulatedClient.of(CLIENT, CLIENT_SECRET, ACME))
                .hookRetry(HookRetry.usual().withFirst(Duration.ofMillis(200)))
                .start();
        mail = ScriptedSmtpServer.plain();
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(folder(name));
        }
        Files.writeString(folder("relations.csv"), sample("relations.csv") + Unreachable.relations());
        Files.writeString(
                home.resolve("application.properties"),
                """
                rehearsal.email=customers
                http.response-timeout=5s
                company.acme.name=Acme Installatietechniek B.V.
                %s
                company.acme.folder=companies/acme
                company.acme.relations=companies/acme/relations.csv
                company.acme.email.from=facturen@acme.example
                company.acme.refresh=0 0 4 1 1 ?
                company.acme.validation=off
                %s
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
                receive.pdf-wait=1m
                """.formatted(
                                        switch (gateway) {
                                            case PLATFORM -> platform();
                                            case PSB -> psb();
                                        },
                                        paper.settings(printer.address()),
                                        mail.port())
                        + postbox.map(Postbox::settings).orElse("")
                        + ledger.settings());
        if (postbox.isPresent()) {
            Files.writeString(
                    this.home.resolve(Program.JAVA_OPTIONS), postbox.get().javaOptions());
        }
    }

    Postbox postbox() {
        return postbox.orElseThrow();
    }

    private String platform() {
        return """
                econnect.platform.url=%s
                company.acme.connection-key=%s
                company.acme.connection-secret=%s
                company.acme.company-id=%s
                company.acme.received-status=40
                """.formatted(simulator.url(), KEY, SECRET, COMPANY_ID);
    }

    private String psb() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        hook = "http://127.0.0.1:" + port + "/hooks/econnect/acme#" + HOOK_SECRET;
        tellOf(HookTopic.INVOICE_RECEIVED);
        return """
                econnect.psb.url=%s
                econnect.psb.identity-url=%s
                hooks.port=%d
                company.acme.econnect=psb
                company.acme.party-id=NL:KVK:12345678
                company.acme.client-id=%s
                company.acme.client-secret=%s
                company.acme.hook-secret=%s
                company.acme.fallback=email
                reachability.confirm-after=500ms
                """.formatted(simulator.psbUrl(), simulator.identityUrl(), port, CLIENT, CLIENT_SECRET, HOOK_SECRET);
    }

    /** From now on the PSB tells of this by hooks, too. */
    void tellOf(HookTopic topic) {
        if (told.add(topic)) {
            simulator.psb().hooks().register(COMPANY_ID, hook, topic);
        }
    }

    Path folder(String name) {
        return home.resolve("companies/acme").resolve(name);
    }

    static String sample(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream("/samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts a file into a folder at once, under a name that holds the invoice number. */
    void put(String folder, String name, byte[] content) throws IOException {
        Path temporary = folder(folder).resolve(name + ".part");
        Files.write(temporary, content);
        Files.move(temporary, folder(folder).resolve(name));
    }

    /** A person gives an order; {@code invoiceId} is 0 when it is about the company. */
    void order(WorkOrder.Kind kind, long invoiceId, String argument) {
        try (Ledger asCommand = ledger.asCommand()) {
            asCommand.inTransaction(books -> books.orders().place(kind, "acme", invoiceId, argument, "person"));
        }
    }

    /** Komas and the printer take what they see. */
    void takeAway() throws IOException {
        for (String folder : List.of("import", "print-spool")) {
            for (Path file : files(folder)) {
                if (!file.getFileName().toString().startsWith(".")) {
                    byte[] content = Files.readAllBytes(file);
                    Files.delete(file);
                    taken.computeIfAbsent(folder, name -> new ArrayList<>())
                            .add(file.getFileName() + "\n" + new String(content, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** What was taken from a folder so far and holds this text: each its name, a line end, its content. */
    List<String> taken(String folder, String text) {
        return taken.getOrDefault(folder, List.of()).stream()
                .filter(file -> file.contains(text))
                .toList();
    }

    /** The mails that the server took and that hold this text. */
    long mails(String text) {
        return mail.messages().stream()
                .filter(message -> new String(message, StandardCharsets.ISO_8859_1).contains(text))
                .count();
    }

    /** All files below a folder, hidden ones too, also while they come and go. */
    List<Path> files(String folder) throws IOException {
        // the mark that says whose folder it is stays
        return FilesBelow.of(folder(folder)).stream()
                .filter(file -> !file.getFileName().toString().contains(".komas-econnect"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        postbox.ifPresent(Postbox::close);
        mail.close();
        printer.close();
        simulator.close();
    }
}
