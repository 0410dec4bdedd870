package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of a simulator that is about to start; without any it has no account, and so nobody can log in. */
public final class SimulatorBuilder {
    /** The MasterId of the invoice template; every simulator has it, by the name "Factuur". */
    public static final String INVOICE_TEMPLATE = "GLDT9223370666504283001RA000000006DTP2000001";

    /** Whether the page for rehearsals at {@code /control} is there. */
    enum Controls {
        ABSENT,
        PRESENT
    }

    private final List<SimulatedAccount> accounts = new ArrayList<>();
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private int port;
    private Clock clock = Clock.systemUTC();
    private PeppolReach reach = PeppolReach.everyoneExcept();
    private Duration outboxDelay = Duration.ZERO;
    private PdfAvailability pdfOfDeliveries = PdfAvailability.atOnce();
    private Controls controls = Controls.ABSENT;
    private final List<SimulatedClient> clients = new ArrayList<>();
    private HookRetry hookRetry = HookRetry.usual();
    private Optional<InetSocketAddress> smtp = Optional.empty();

    SimulatorBuilder() {
        template(INVOICE_TEMPLATE, "Factuur");
    }

    /** The port to listen on; 0, the default, takes a free one. */
    public SimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /** The clock for tokens, CreatedOn and the like; the system's by default. */
    public SimulatorBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /** Adds an account. */
    public SimulatorBuilder account(SimulatedAccount account) {
        accounts.add(account);
        return this;
    }

    /** Adds a client of the PSB. */
    public SimulatorBuilder client(SimulatedClient client) {
        clients.add(client);
        return this;
    }

    /** How hooks that do not answer are told again. */
    public SimulatorBuilder hookRetry(HookRetry retry) {
        hookRetry = retry;
        return this;
    }

    /** The mail server for {@code mailto:} hooks, which wants no log-in; without, no mail is sent. */
    public SimulatorBuilder smtp(String host, int port) {
        smtp = Optional.of(InetSocketAddress.createUnresolved(host, port));
        return this;
    }

    /** Adds a template that SendDocument takes, e.g. one for credit notes. */
    public SimulatorBuilder template(String masterId, String name) {
        templates.put(masterId, new Template(masterId, name));
        return this;
    }

    /** Who is on Peppol; everyone by default. */
    public SimulatorBuilder reach(PeppolReach newReach) {
        reach = newReach;
        return this;
    }

    /** How long a sent document takes to show in the sender's outbox; its CreatedOn is when it was accepted. */
    public SimulatorBuilder outboxDelay(Duration delay) {
        outboxDelay = delay;
        return this;
    }

    /** How long eConnect takes for the PDF of a document that was sent through it. */
    public SimulatorBuilder pdfOfDeliveries(PdfAvailability availability) {
        pdfOfDeliveries = availability;
        return this;
    }

    /** Switches forms on in which the sources on the API disagree. */
    public SimulatorBuilder quirks(Quirk... wanted) {
        quirks.addAll(List.of(wanted));
        return this;
    }

    /** Adds the page for rehearsals at {@code /control}; see docs/simulator.md. */
    public SimulatorBuilder controlPage() {
        controls = Controls.PRESENT;
        return this;
    }

    /** Starts listening on the loopback address. */
    public Simulator start() throws IOException {
        return new Simulator(this);
    }

    int port() {
        return port;
    }

    Clock clock() {
        return clock;
    }

    List<SimulatedAccount> accounts() {
        return List.copyOf(accounts);
    }

    List<SimulatedClient> clients() {
        return List.copyOf(clients);
    }

    HookRetry hookRetry() {
        return hookRetry;
    }

    Optional<InetSocketAddress> smtp() {
        return smtp;
    }

    Map<String, Template> templates() {
        return Map.copyOf(templates);
    }

    Set<Quirk> quirks() {
        return Set.copyOf(quirks);
    }

    PeppolReach reach() {
        return reach;
    }

    Duration outboxDelay() {
        return outboxDelay;
    }

    PdfAvailability pdfOfDeliveries() {
        return pdfOfDeliveries;
    }

    Controls controls() {
        return controls;
    }
}
