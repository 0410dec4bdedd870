package io.github.komaseconnect.hook;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.hook.HookReception.Welcome;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.purchase.MovableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** All parts of hooks but their door, on a real ledger. Companies acme and beta have a secret, and gamma has none. */
public final class HookRoom implements AutoCloseable {
    public static final Secret SECRET = new Secret("correct horse battery");

    public final MovableClock clock = new MovableClock();
    public final Ledger ledger;
    final List<HookTopics> takers = new ArrayList<>();
    public HookReception reception;
    HookDesk desk;
    HookWatch watch;
    boolean door = true;
    /** The party id of acme; empty when it has none. */
    String party = "";

    public HookRoom(Path folder) {
        ledger = LedgerDatabase.open("", folder.resolve("data"), clock, "test");
        restart(folder, ledger);
    }

    /** All parts anew on this ledger, as after a crash. */
    public void restart(Path folder, Ledger books) {
        Companies companies = new Companies(List.of(
                party.isEmpty()
                        ? TestCompany.of("acme", folder.resolve("acme"))
                        : TestCompany.of("acme", folder.resolve("acme")).withGateway(Gateway.PSB, party),
                TestCompany.of("beta", folder.resolve("beta")),
                TestCompany.of("gamma", folder.resolve("gamma")).withGateway(Gateway.PSB, "NL:KVK:87654321")));
        HookRefusals refusals = new HookRefusals(books, clock);
        reception = new HookReception(
                companies, key -> key.equals("gamma") ? new Secret("") : SECRET, books, refusals, clock);
        desk = new HookDesk(
                companies,
                books,
                new Arrivals(books, new Archive(folder.resolve("archive")), new UblReader(new SafeXml()), clock),
                takers,
                new RetryPolicy(Duration.ofSeconds(30), 2, Duration.ofHours(1), Duration.ofHours(72)),
                clock);
        watch = new HookWatch(companies, books, refusals, key -> door, new AlarmBell(books), clock);
    }

    /** The body of a hook, as eConnect sends it. */
    public static String json(String topic, String documentId, String createdOn, String sentOn) {
        return """
                {"topic":"%s","partyId":"NL:KVK:12345678","hookId":"hook-1","documentId":"%s","message":"zo zegt eConnect",\
                "details":{"kanaal":"peppol"},"createdOn":"%s","sentOn":"%s"}""".formatted(topic, documentId, createdOn, sentOn);
    }

    static String json(String topic, String documentId) {
        return json(topic, documentId, "2026-11-22T08:59:00Z", "2026-11-22T08:59:01Z");
    }

    Welcome receive(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return reception.receive("acme", Optional.of(HookSignature.of(SECRET, body)), body);
    }

    /** Processes what is due, as the route does. */
    void process() {
        for (HookEvent event : desk.take()) {
            try {
                desk.process(event);
            } catch (RuntimeException e) {
                desk.failed(event, e);
            }
        }
    }

    List<LedgerInvoice> listed() {
        return ledger.reading(books -> books.invoices().inState(Direction.PURCHASE, EnumSet.of(InvoiceState.LISTED)));
    }

    List<String> alarms() {
        return ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    public Optional<HookEvent> event(long id) {
        return ledger.reading(books -> books.hooks().find(id));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
