package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.following.Sighting;
import io.github.komaseconnect.following.Tidings;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;
    private SampleBooks books;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        ledger = desk.ledger();
        books = new SampleBooks(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void beforeTheFirstRunItSaysSoAndMakesNothing() {
        CommandDesk fresh = new CommandDesk(folder.resolve("fresh")).configure(CommandDesk.ACME);

        Said said = fresh.at("status");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("nog nooit iets gedraaid").contains("Nothing ever ran here");
        assertThat(fresh.data()).doesNotExist();
        assertThat(fresh.at("status", "--check").exitCode()).isZero();
    }

    @Test
    void saysWhatBecameOfASentInvoice() {
        long id = books.sales("acme", "A-1", "Bakkerij", InvoiceState.SENT);
        long delivery = books.delivery(id, "acme", SendingMethod.PEPPOL, DeliveryState.DELIVERED, "DELIVERED");
        ledger.record(all -> {
            all.deliveries().delivered(delivery, "XCNLOUT1");
            new Tidings(Clock.systemUTC())
                    .take(
                            all,
                            all.deliveries().find(delivery).orElseThrow(),
                            Sighting.of(Instant.now(), BuyerAnswer.REJECTED, Sighting.Remarks.of("te duur")));
        });

        assertThat(desk.at("status").out()).contains("afgewezen door de klant", "te duur");
        assertThat(desk.at("status", "--json").out())
                .contains("\"transit\":\"DELIVERED\"", "\"answer\":\"REJECTED\"", "\"remarksDutch\":\"te duur\"");
        assertThat(desk.at("show", Long.toString(id)).out())
                .contains("na verzending (since sent)", "rejected by the customer", "te duur");
    }

    @Test
    void saysWhichEnvironmentItIsWhenThatIsNotProduction() {
        assertThat(desk.at("status").out()).doesNotContain("OMGEVING");
        assertThat(desk.at("status", "--json").out()).contains("\"environment\":\"production\"");

        desk.configure(CommandDesk.ACME, "econnect.platform.url=http://localhost:8085/soap/v3.1");

        assertThat(desk.at("status").out()).startsWith("OMGEVING: simulator, geen productie.");
        assertThat(desk.at("status", "--check").out()).contains("ENVIRONMENT: simulator, not production.");
        assertThat(desk.at("status", "--json").out()).contains("\"environment\":\"simulator\"");
    }

    @Test
    void showsAlarmsPausesCountsWhatNeedsAPersonAndTheRest() {
        long held = books.sales("acme", "2026-0001", "Bakkerij", InvoiceState.ON_ITS_WAY);
        books.hold(held, "relation.unknown");
        long sent = books.sales("acme", "2026-0002", "Hotel", InvoiceState.SENT);
        books.delivery(sent, "acme", SendingMethod.PEPPOL, DeliveryState.DELIVERED, "DELIVERED");
        books.purchase("acme", "INK-7", "Groothandel", InvoiceState.RECEIVED);
        ledger.record(open -> {
            open.alarms()
                    .raise(
                            "keys/acme",
                            "acme",
                            Reason.of("keys", "Sleutels geweigerd.", "Keys refused."),
                            Optional.of("2026-0001"));
            open.pauses()
                    .set(new Pause(
                            "acme",
                            Channel.ALL,
                            "paused",
                            "Gepauzeerd door piet",
                            "Paused by piet",
                            "piet",
                            Instant.now(),
                            Optional.empty()));
        });

        Said said = desk.at("status");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .containsSubsequence(
                        "er draait nu geen run",
                        "Alarmen (alarms): 1",
                        "Sleutels geweigerd.",
                        "Keys refused.",
                        "2026-0001",
                        "In rust (at rest): 1",
                        "Gepauzeerd door piet",
                        "Aantallen (counts)",
                        "vastgehouden",
                        "held",
                        "Heeft een mens nodig (needs a person): 1",
                        held + "  acme, verkoop factuur 2026-0001, Bakkerij, 1.210,00 EUR",
                        "Geen relatie gevonden voor klant 10001. Zet hem in relations.csv.",
                        "Facturen, nieuwste eerst");
        assertThat(said.out()).containsPattern("INK-7 +Groothandel +1\\.210,00 EUR +ontvangen");
        assertThat(said.out()).containsPattern("2026-0002 +Hotel +1\\.210,00 EUR +Peppol +verzonden");
    }

    @Test
    void aPrintedInvoiceIsPutReady() {
        long printed = books.sales("acme", "2026-0003", "Kapsalon", InvoiceState.SENT);
        books.delivery(printed, "acme", SendingMethod.PRINT, DeliveryState.DELIVERED, "DELIVERED");
        long mailed = books.sales("acme", "2026-0004", "Hotel", InvoiceState.SENT);
        books.delivery(mailed, "acme", SendingMethod.EMAIL, DeliveryState.DELIVERED, "DELIVERED");

        Said said = desk.at("status", "--state", "klaargezet");

        assertThat(said.out())
                .containsPattern("2026-0003 .* klaargezet")
                .doesNotContainPattern("2026-0004 .* verzonden");
    }

    @Test
    void narrowsToCompanyStateAndDay() {
        books.sales("acme", "A-1", "Bakkerij", InvoiceState.SENT);
        books.sales("beta", "B-1", "Hotel", InvoiceState.SENT);
        books.sales("beta", "B-2", "Hotel", InvoiceState.ON_ITS_WAY);

        assertThat(desk.at("status", "beta").out()).contains("B-1", "B-2").doesNotContain("A-1");
        assertThat(desk.at("status", "--state", "sent").out())
                .contains("A-1", "B-1")
                .doesNotContain("B-2");
        assertThat(desk.at("status", "--since", LocalDate.now().plusDays(2).toString())
                        .out())
                .doesNotContain("A-1");
        assertThat(desk.at("status", "--since", "1-11-2020").out()).contains("A-1");
    }

    @Test
    void saysWhatIsAtRest() {
        for (Channel channel : Channel.values()) {
            ledger.record(open -> open.pauses()
                    .set(new Pause(
                            "acme",
                            channel,
                            "code",
                            "Waarom " + channel,
                            "Why " + channel,
                            "komas-econnect",
                            Instant.now(),
                            Optional.of(Instant.now()))));
        }

        assertThat(desk.at("status").out())
                .contains("acme, alles (everything), sinds", "acme, ontvangen (receiving), sinds", "acme, print, sinds")
                .contains("volgende poging (next try)", "Waarom RECEIVING", "Why RECEIVING");
    }

    @Test
    void saysThatThereIsMore() {
        books.sales("acme", "A-1", "Bakkerij", InvoiceState.SENT);
        books.sales("acme", "A-2", "Bakkerij", InvoiceState.SENT);

        Said said = desk.at("status", "--limit", "1");

        assertThat(said.out()).contains("A-2", "Er zijn er meer").doesNotContain("A-1");
        assertThat(desk.at("status", "--limit", "2").out()).doesNotContain("Er zijn er meer");
        assertThat(desk.at("status", "--limit", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesACompanyThatIsNotThere() {
        Said said = desk.at("status", "gamma");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("geen bedrijf gamma").contains("acme, beta");
    }

    @Test
    void checkFailsForWhatIsHeld() {
        assertThat(desk.at("status", "--check").out()).contains("In orde");
        assertThat(desk.at("status", "--check").exitCode()).isZero();

        books.hold(books.sales("acme", "A-1", "Bakkerij", InvoiceState.ACCEPTED), "relation.unknown");

        Said said = desk.at("status", "--check");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("A-1", "Geen relatie gevonden");
        assertThat(desk.at("status", "beta", "--check").exitCode()).isZero();
    }

    @Test
    void checkFailsForWhatIsInDoubt() {
        long id = books.sales("acme", "A-1", "Bakkerij", InvoiceState.ON_ITS_WAY);
        books.delivery(id, "acme", SendingMethod.PEPPOL, DeliveryState.IN_DOUBT, "IN_DOUBT");

        Said said = desk.at("status", "--check");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("A-1").contains("in twijfel (in doubt)");
        assertThat(desk.at("status", "--state", "in twijfel").out()).contains("A-1");
    }

    @Test
    void checkFailsForAnOpenAlarm() {
        ledger.record(open ->
                open.alarms().raise("disk", "", Reason.of("disk", "Schijf vol.", "Disk full."), Optional.empty()));

        assertThat(desk.at("status", "--check").exitCode()).isEqualTo(1);

        ledger.record(open -> open.alarms().clear("disk"));
        assertThat(desk.at("status", "--check").exitCode()).isZero();
    }

    @Test
    void aRunningRuntimeIsSeen() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(desk.data()).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(desk.at("status").out()).doesNotContain("geen run");
            assertThat(json(desk.at("status", "--json")).get("running").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void jsonIsOneDocumentWithStableNames() throws Exception {
        long held = books.sales("acme", "2026-0001", "Café \"Zon\"", InvoiceState.ON_ITS_WAY);
        books.delivery(held, "acme", SendingMethod.EMAIL, DeliveryState.IN_DOUBT, "IN_DOUBT");
        books.hold(held, "delivery.in-doubt");

        Said said = desk.at("status", "--json", "--check");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out().strip().lines()).hasSize(1);
        JsonNode document = json(said);
        assertThat(document.get("running").asBoolean()).isFalse();
        assertThat(document.get("needsPerson").asBoolean()).isTrue();
        assertThat(document.get("counts").get(0).get("state").asText()).isEqualTo("HELD");
        assertThat(document.get("counts").get(0).get("invoices").asLong()).isEqualTo(1);
        JsonNode invoice = document.get("needPerson").get(0);
        assertThat(invoice.get("id").asLong()).isEqualTo(held);
        assertThat(invoice.get("number").asText()).isEqualTo("2026-0001");
        assertThat(invoice.get("party").asText()).isEqualTo("Café \"Zon\"");
        assertThat(invoice.get("amount").asText()).isEqualTo("1210.00");
        assertThat(invoice.get("method").asText()).isEqualTo("EMAIL");
        assertThat(invoice.get("state").asText()).isEqualTo("HELD");
        assertThat(invoice.get("inDoubt").asBoolean()).isTrue();
        assertThat(invoice.get("reason").get("code").asText()).isEqualTo("delivery.in-doubt");
        assertThat(Instant.parse(invoice.get("changedAt").asText()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(document.get("invoices")).hasSize(1);
    }

    @Test
    void jsonSaysWhenNothingEverRan() throws Exception {
        CommandDesk fresh = new CommandDesk(folder.resolve("fresh")).configure(CommandDesk.ACME);

        JsonNode document = json(fresh.at("status", "--json"));

        assertThat(document.get("ranBefore").asBoolean()).isFalse();
        assertThat(document.get("invoices")).isEmpty();
    }

    @Test
    void noSecretOfTheConfigurationIsShownWhereverItCameFrom() {
        books.hold(books.sales("acme", "A-1", CommandDesk.SECRET, InvoiceState.ACCEPTED), "x");

        assertThat(desk.at("status").out()).contains("***").doesNotContain(CommandDesk.SECRET);
        assertThat(desk.at("status", "--json").out()).doesNotContain(CommandDesk.SECRET);
    }

    private static JsonNode json(Said said) throws Exception {
        return JsonMapper.builder().build().readTree(said.out());
    }
}
