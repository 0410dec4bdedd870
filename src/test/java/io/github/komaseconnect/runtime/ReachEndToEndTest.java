package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PeppolReach;
import jakarta.mail.Message.RecipientType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers who are not on Peppol, over real sockets: what is waited for, what takes its place, and what never does. */
class ReachEndToEndTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";
    private static final Duration AN_HOUR = Duration.ofMinutes(61);

    @TempDir
    Path folder;

    private final WrongClock clock = new WrongClock(Duration.ZERO);
    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder, simulator -> simulator.outboxDelay(Duration.ofMillis(150)));
        workshop.clock = clock;
        workshop.simulator.reach(PeppolReach.nobodyExcept());
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private void relations(String... lines) throws Exception {
        Files.writeString(workshop.acme("relations.csv"), HEADER + String.join("\n", lines) + "\n");
    }

    /** An invoice for the customer with this identifier, as the XML has it. */
    private void export(String number, String scheme, String customer) throws Exception {
        workshop.export(
                number + ".XML",
                Workshop.sample("verkoop-peppol.xml")
                        .replace("F2026-0101", number)
                        .replace(
                                "<cbc:ID>10001</cbc:ID>",
                                "<cbc:ID>" + customer.substring(customer.length() - 5) + "</cbc:ID>")
                        .replace("schemeID=\"0106\">87654321", "schemeID=\"" + scheme + "\">" + customer));
    }

    private void export(String number, String customer) throws Exception {
        export(number, "0106", customer);
    }

    private List<Delivery> deliveries(String number) {
        long id = workshop.invoice(number).orElseThrow().id();
        return workshop.ledger().reading(books -> books.deliveries().of(id));
    }

    private List<String> events(String number) {
        long id = workshop.invoice(number).orElseThrow().id();
        return workshop.ledger().reading(books -> books.events().of(id)).stream()
                .map(LedgerEvent::kind)
                .toList();
    }

    /** Waits for the first answer "not registered", which changes nothing yet. */
    private void awaitFirstNo(String number) throws Exception {
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.invoice(number).isPresent()
                        && events(number).contains("reach-wait")
                        && workshop.invoice(number).orElseThrow().reason().isPresent());
        LedgerInvoice waiting = workshop.invoice(number).orElseThrow();
        assertThat(waiting.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(waiting.reason().orElseThrow().code()).isEqualTo("reach.confirming");
        nothingOtherwise();
    }

    private void nothingOtherwise() throws Exception {
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
        assertThat(workshop.files("print-spool")).isEmpty();
    }

    private void heldFor(String code, String number) {
        LedgerInvoice held = workshop.awaitState(number, InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).as(number).isEqualTo(code);
        assertThat(deliveries(number)).as(number).hasSize(1);
        assertThat(deliveries(number).get(0).state()).as(number).isEqualTo(DeliveryState.NOT_REACHABLE);
    }

    @Test
    void onlyWhatIsConfirmedAndAllowedGoesAnotherWayAndARestartBetweenTheAnswersChangesNothing() throws Exception {
        relations(
                "00001;Mag gemaild;peppol;10000001;;post@een.example;NL;nl;nee;e-mail",
                "00002;Mag niets;peppol;10000002;;post@twee.example;NL;nl;nee;geen",
                "00003;Even gemist;peppol;10000003;;post@drie.example;NL;nl;nee;e-mail",
                "00004;Was te bereiken;peppol;10000004;;post@vier.example;NL;nl;nee;e-mail",
                "10002;Gemeente;peppol;NL:OIN:00000001812345678000;;post@gemeente.example;NL;nl;ja;e-mail",
                "56749;Belg;peppol;0208:0123456749;;post@belg.example;BE;nl;nee;e-mail",
                "00007;Auto onbereikbaar;auto;10000007;;;NL;nl;nee;print",
                "00008;Auto bereikbaar;auto;10000008;;;NL;nl;nee;print");
        workshop.simulator.reach(PeppolReach.nobodyExcept("0106:10000004", "0106:10000008"));
        workshop.with("company.acme.country=BE", "company.acme.fallback=email").start();
        export("BEFORE", "10000004");
        export("AUTO-1", "10000008");
        workshop.awaitState("BEFORE", InvoiceState.SENT);
        workshop.awaitState("AUTO-1", InvoiceState.SENT);
        workshop.simulator.reach(PeppolReach.nobodyExcept());
        export("MAIL", "10000001");
        export("NONE", "10000002");
        export("MISSED", "10000003");
        export("WAS", "10000004");
        export("BELGIAN", "0208", "0123456749");
        export("AUTO-2", "10000007");
        workshop.export("G.XML", Workshop.sample("verkoop-overheid.xml"));
        List<String> refused = List.of("MAIL", "NONE", "MISSED", "WAS", "BELGIAN", "AUTO-2", "F2026-0102");
        for (String number : refused) {
            awaitFirstNo(number);
        }
        nothingOtherwise();
        workshop.stop();
        workshop.simulator.reach(PeppolReach.nobodyExcept("0106:10000003"));
        workshop.start();
        clock.advance(AN_HOUR);

        workshop.awaitState("MAIL", InvoiceState.SENT);
        workshop.awaitState("AUTO-2", InvoiceState.SENT);
        workshop.awaitState("MISSED", InvoiceState.SENT);
        heldFor("reach.not-registered", "NONE");
        heldFor("reach.was-reachable", "WAS");
        heldFor("reach.government", "F2026-0102");
        heldFor("reach.strict-country", "BELGIAN");
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(workshop.mail.getReceivedMessages()[0].getRecipients(RecipientType.TO)[0].toString())
                .isEqualTo("post@een.example");
        assertThat(workshop.files("print-spool")).hasSize(1);
        assertThat(workshop.simulator.journal().accepted()).hasSize(3);
        assertThat(workshop.simulator.journal().accepted("MISSED")).hasSize(1);
        recordedAsFallback("MAIL");
        assertThat(workshop.invoice("NONE").orElseThrow().reason().orElseThrow().adviceDutch())
                .contains("company.acme.fallback", "retry", "reroute");
        theFirstAnswerCountsForTheNextInvoiceToo();
    }

    private void recordedAsFallback(String number) {
        List<Delivery> both = deliveries(number);
        assertThat(both)
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.NOT_REACHABLE);
        assertThat(both.get(0).destination().method()).isEqualTo(SendingMethod.EMAIL);
        assertThat(both.get(0).destination().whyDutch()).contains("niet in Peppol", "uitwijk van de relatie is email");
        assertThat(workshop.ledger().<Long>reading(books -> books.reachings()
                        .fallback(both.get(0).id())
                        .orElseThrow()
                        .insteadOf()
                        .orElseThrow()))
                .isEqualTo(both.get(1).id());
        assertThat(events(number)).containsOnlyOnce("fallback").containsOnlyOnce("reach-wait");
    }

    private void theFirstAnswerCountsForTheNextInvoiceToo() throws Exception {
        export("NEXT", "10000001");

        workshop.awaitState("NEXT", InvoiceState.SENT);

        assertThat(events("NEXT")).contains("fallback").doesNotContain("reach-wait");
        assertThat(workshop.mail.getReceivedMessages()).hasSize(2);
    }

    /** The platform can be asked for one identifier at a time only, by sending to it. */
    @Test
    void whoIsNotThereUnderOneNumberIsTriedUnderTheOthersThatAreKnownBeforeAnyFallback() throws Exception {
        relations(
                "00001;Alleen op btw-nummer;peppol;10000001;NL803851595B01;post@een.example;NL;nl;nee;e-mail",
                "00002;Onder geen van beide;peppol;10000002;NL004495445B01;post@twee.example;NL;nl;nee;e-mail");
        workshop.simulator.reach(PeppolReach.nobodyExcept("9944:NL803851595B01"));
        workshop.start();
        export("BY-VAT", "10000001");
        export("NOWHERE", "10000002");
        awaitFirstNo("BY-VAT");
        awaitFirstNo("NOWHERE");
        clock.advance(AN_HOUR);

        workshop.awaitState("BY-VAT", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted("BY-VAT"))
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.to()).isEqualTo("9944:NL803851595B01"));
        assertThat(events("BY-VAT")).containsOnlyOnce("reach-id").doesNotContain("fallback");
        await().atMost(Workshop.PATIENCE)
                .until(() ->
                        events("NOWHERE").stream().filter("reach-wait"::equals).count() == 2);
        nothingOtherwise();
        clock.advance(AN_HOUR);

        workshop.awaitState("NOWHERE", InvoiceState.SENT);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(events("NOWHERE")).containsOnlyOnce("reach-id").containsOnlyOnce("fallback");
    }

    @Test
    void whatIsToGoAnotherWayByNowIsNotTriedUnderOtherNumbers() throws Exception {
        String line = "00001;Bakkerij;%s;10000001;NL803851595B01;post@korst.example;NL;nl;nee;";
        relations(line.formatted("peppol"));
        workshop.simulator.reach(PeppolReach.nobodyExcept("9944:NL803851595B01"));
        workshop.start();
        export("2026-2", "10000001");
        awaitFirstNo("2026-2");
        relations(line.formatted("e-mail"));
        clock.advance(AN_HOUR);

        heldFor("reach.other-method", "2026-2");

        assertThat(workshop.simulator.journal().accepted()).isEmpty();
    }

    @Test
    void timeOutsChangeNothingHoweverLong() throws Exception {
        relations("00001;Bakkerij;peppol;10000001;;post@korst.example;NL;nl;nee;e-mail,post");
        workshop.simulator.reach(PeppolReach.everyoneExcept());
        workshop.simulator.faults().on(Operation.SEND_DOCUMENT).times(2).inject(Fault.silenceBeforeAcceptance());
        workshop.with("http.response-timeout=500ms").start();
        export("2026-1", "10000001");
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.invoice("2026-1").isPresent()
                        && events("2026-1").contains("in-doubt"));
        clock.advance(AN_HOUR);

        workshop.awaitState("2026-1", InvoiceState.SENT);

        nothingOtherwise();
        assertThat(workshop.simulator.journal().accepted("2026-1")).hasSize(1);
        assertThat(deliveries("2026-1")).hasSize(1);
    }

    @Test
    void whileASecondAnswerIsWaitedForItCanBeCancelledOrGoAnotherWay() throws Exception {
        relations("00001;Bakkerij;peppol;10000001;;post@korst.example;NL;nl;nee;");
        workshop.start();
        export("CANCEL", "10000001");
        export("PRINT", "10000001");
        awaitFirstNo("CANCEL");
        awaitFirstNo("PRINT");

        order(WorkOrder.Kind.CANCEL, "CANCEL", "");
        order(WorkOrder.Kind.REROUTE, "PRINT", "PRINT");

        workshop.awaitState("CANCEL", InvoiceState.CANCELLED);
        workshop.awaitState("PRINT", InvoiceState.SENT);
        assertThat(workshop.files("print-spool")).hasSize(1);
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
    }

    private void order(WorkOrder.Kind kind, String number, String argument) {
        long id = workshop.invoice(number).orElseThrow().id();
        workshop.ledger().record(books -> books.orders().place(kind, "acme", id, argument, "test"));
    }
}
