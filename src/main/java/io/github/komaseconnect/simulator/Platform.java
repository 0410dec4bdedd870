package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Template;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the simulated eConnect knows; the calls work on it. */
final class Platform {
    private final Clock clock;
    private final Spool spool;
    private final Accounts accounts;
    private final Directory directory;
    private final Map<String, Template> templates;
    private final Set<Quirk> quirks;
    private final Duration outboxDelay;
    private final PdfAvailability pdfOfDeliveries;
    private final Boxes boxes = new Boxes();
    private final Journal journal = new Journal();
    private final UblReader ublReader;
    private final Map<String, List<String>> brokenRules = new ConcurrentHashMap<>();
    private final Map<String, DeliveryMethod> plannedMethods = new ConcurrentHashMap<>();
    private final PsbClients clients;
    private final PsbDesk psb;
    private final HookDesk hooks;
    private volatile PeppolReach reach;

    Platform(SimulatorBuilder settings, Spool spool, UblReader ublReader, PdfWriter pdfs) {
        this.clock = settings.clock();
        this.spool = spool;
        this.ublReader = ublReader;
        this.accounts = new Accounts(settings.accounts(), settings.clock());
        this.directory = new Directory(settings.accounts(), settings.clients());
        this.templates = settings.templates();
        this.quirks = settings.quirks();
        this.outboxDelay = settings.outboxDelay();
        this.pdfOfDeliveries = settings.pdfOfDeliveries();
        this.reach = settings.reach();
        this.clients = new PsbClients(settings.clients(), settings.clock());
        this.psb = new PsbDesk(this);
        this.hooks = new HookDesk(
                this,
                settings.hookRetry(),
                settings.smtp().map(smtp -> new HookMail(smtp.getHostString(), smtp.getPort(), pdfs, this)));
    }

    PsbClients clients() {
        return clients;
    }

    PsbDesk psb() {
        return psb;
    }

    HookDesk hooks() {
        return hooks;
    }

    /** How a document with this number is to go on, whoever it is for. */
    Optional<DeliveryMethod> plannedMethod(String invoiceNumber) {
        return Optional.ofNullable(plannedMethods.get(invoiceNumber));
    }

    void planMethod(String invoiceNumber, DeliveryMethod method) {
        plannedMethods.put(invoiceNumber, method);
    }

    /** Now, in the milliseconds that eConnect counts in. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Clock clock() {
        return clock;
    }

    Spool spool() {
        return spool;
    }

    Accounts accounts() {
        return accounts;
    }

    Directory directory() {
        return directory;
    }

    Boxes boxes() {
        return boxes;
    }

    Journal journal() {
        return journal;
    }

    UblReader ublReader() {
        return ublReader;
    }

    Duration outboxDelay() {
        return outboxDelay;
    }

    PdfAvailability pdfOfDeliveries() {
        return pdfOfDeliveries;
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    Optional<Template> template(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    /** The template of received documents with this root element. */
    Template templateFor(String root) {
        return root.equals("Invoice") || root.equals("CreditNote")
                ? templates.get(SimulatorBuilder.INVOICE_TEMPLATE)
                : new Template("GLDT-" + root, root);
    }

    PeppolReach reach() {
        return reach;
    }

    void reach(PeppolReach newReach) {
        reach = newReach;
    }

    /** The rules that an invoice with this number breaks. */
    Optional<List<String>> brokenRules(String invoiceNumber) {
        return Optional.ofNullable(brokenRules.get(invoiceNumber));
    }

    void brokenRules(String invoiceNumber, List<String> rules) {
        if (rules.isEmpty()) {
            brokenRules.remove(invoiceNumber);
        } else {
            brokenRules.put(invoiceNumber, List.copyOf(rules));
        }
    }
}
