package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Reachings.FellBack;
import io.github.komaseconnect.reachability.EConnectInquiry;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PeppolReach;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import jakarta.mail.Message.RecipientType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers who are not on Peppol, of a company on the PSB: there it is asked before anything is sent. */
class PsbReachEndToEndTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";
    private static final Duration AN_HOUR = Duration.ofMinutes(61);

    @TempDir
    Path folder;

    private final WrongClock clock = new WrongClock(Duration.ZERO);
    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(
                folder,
                builder -> builder.client(SimulatedClient.of(
                        "acme-client",
                        "acme-client-secret",
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01"))));
        workshop.clock = clock;
        workshop.with(
                "econnect.psb.url=" + workshop.simulator.psbUrl(),
                "econnect.psb.identity-url=" + workshop.simulator.identityUrl(),
                "company.acme.econnect=psb",
                "company.acme.party-id=12345678",
                "company.acme.client-id=acme-client",
                "company.acme.client-secret=acme-client-secret",
                "company.acme.connection-key=",
                "company.acme.connection-secret=",
                "company.acme.company-id=");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private void relations(String... lines) throws Exception {
        Files.writeString(workshop.acme("relations.csv"), HEADER + String.join("\n", lines) + "\n");
    }

    /** An invoice for the customer with this relation number and CoC number; without one the XML has no address at all. */
    private void export(String number, String relation, String customer) throws Exception {
        String xml = Workshop.sample("verkoop-peppol.xml")
                .replace("F2026-0101", number)
                .replace("<cbc:ID>10001</cbc:ID>", "<cbc:ID>" + relation + "</cbc:ID>");
        workshop.export(
                number + ".XML",
                customer.isEmpty()
                        ? xml.replaceAll("<cbc:(EndpointID|CompanyID) schemeID=\"0106\">87654321</cbc:\\1>", "")
                        : xml.replace(">87654321<", ">" + customer + "<"));
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

    private void awaitEvent(String number, String kind) {
        await().atMost(Workshop.PATIENCE)
                .until(() ->
                        workshop.invoice(number).isPresent() && events(number).contains(kind));
    }

    private void heldFor(String code, String number) {
        LedgerInvoice held = workshop.awaitState(number, InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).as(number).isEqualTo(code);
        assertThat(deliveries(number))
                .as(number)
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.NOT_REACHABLE);
    }

    private void nothingOtherwise() throws Exception {
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
        assertThat(workshop.files("print-spool")).isEmpty();
    }

    @Test
    void whoIsNotOnPeppolIsAskedForTwiceAndNothingIsSentThereInTheMeantime() throws Exception {
        relations(
                "00001;Mag gemaild;peppol;10000001;;post@een.example;NL;nl;nee;e-mail",
                "00002;Alleen creditnota's;peppol;10000002;;post@twee.example;NL;nl;nee;e-mail,post",
                "00003;Onder zijn btw-nummer;peppol;10000003;NL803851595B01;post@drie.example;NL;nl;nee;e-mail",
                "10002;Gemeente;peppol;NL:OIN:00000001812345678000;;post@gemeente.example;NL;nl;ja;e-mail",
                "00007;Auto onbereikbaar;auto;10000007;;;NL;nl;nee;print");
        workshop.simulator.reach(PeppolReach.nobodyExcept("0106:10000002", "9944:NL803851595B01")
                .acceptingOnly("0106:10000002", EConnectInquiry.documentTypeId(DocumentType.CREDIT_NOTE)));
        workshop.start();
        export("MAIL", "00001", "10000001");
        export("TYPE", "00002", "10000002");
        export("VAT", "00003", "10000003");
        export("AUTO", "00007", "10000007");
        workshop.export("G.XML", Workshop.sample("verkoop-overheid.xml"));

        heldFor("reach.not-for-type", "TYPE");
        workshop.awaitState("VAT", InvoiceState.SENT);
        for (String number : List.of("MAIL", "AUTO", "F2026-0102")) {
            awaitEvent(number, "reach-wait");
        }
        nothingOtherwise();
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(workshop.simulator.journal().accepted("VAT")).hasSize(1);
        assertThat(deliveries("VAT").get(0).destination().addresses()).containsExactly("9944:NL803851595B01");
        export("VAT-AGAIN", "00003", "10000003");
        workshop.awaitState("VAT-AGAIN", InvoiceState.SENT);
        assertThat(deliveries("VAT-AGAIN").get(0).destination().addresses())
                .as("the next one goes to the identifier that is there, too")
                .containsExactly("9944:NL803851595B01");
        clock.advance(AN_HOUR);

        workshop.awaitState("MAIL", InvoiceState.SENT);
        workshop.awaitState("AUTO", InvoiceState.SENT);
        heldFor("reach.government", "F2026-0102");
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(workshop.mail.getReceivedMessages()[0].getRecipients(RecipientType.TO)[0].toString())
                .isEqualTo("post@een.example");
        assertThat(workshop.files("print-spool")).hasSize(1);
        assertThat(workshop.simulator.journal().accepted()).hasSize(2);
        recordedAsFallback("MAIL");
    }

    private void recordedAsFallback(String number) {
        List<Delivery> both = deliveries(number);
        assertThat(both)
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.NOT_REACHABLE);
        assertThat(both.get(0).destination().method()).isEqualTo(SendingMethod.EMAIL);
        FellBack fellBack = workshop.ledger()
                .reading(books -> books.reachings().fallback(both.get(0).id()))
                .orElseThrow();
        assertThat(fellBack.insteadOf()).contains(both.get(1).id());
        assertThat(fellBack.dutch()).contains("niet in Peppol", "twee antwoorden");
        assertThat(events(number)).containsOnlyOnce("fallback").containsOnlyOnce("reach-wait");
    }

    @Test
    void aLookUpWithoutAnAnswerChangesNothingAndTheInvoiceIsDeliveredLater() throws Exception {
        relations("00001;Bakkerij;auto;10000001;;post@korst.example;NL;nl;nee;e-mail,post");
        workshop.simulator.faults().on(Operation.PSB_QUERY_RECIPIENT).times(3).inject(Fault.silenceBeforeAcceptance());
        workshop.simulator.faults().on(Operation.PSB_SEND).times(2).inject(Fault.silenceBeforeAcceptance());
        workshop.with("http.response-timeout=500ms", "company.acme.fallback=email")
                .start();
        export("SILENT", "00001", "10000001");
        awaitEvent("SILENT", "in-doubt");
        nothingOtherwise();
        clock.advance(AN_HOUR);

        workshop.awaitState("SILENT", InvoiceState.SENT);

        nothingOtherwise();
        assertThat(workshop.simulator.journal().accepted("SILENT")).hasSize(1);
        assertThat(deliveries("SILENT")).hasSize(1);
        assertThat(events("SILENT")).doesNotContain("reach-wait", "fallback");
    }

    @Test
    void theVatNumberOfAFiscalUnityBringsNobodysInvoiceToAnother() throws Exception {
        relations(
                "00010;A B.V.;peppol;10000010;NL803851595B01;a@a.example;NL;nl;nee;e-mail",
                "00011;B B.V.;peppol;10000011;NL803851595B01;b@b.example;NL;nl;nee;e-mail");
        workshop.simulator.reach(PeppolReach.nobodyExcept("0106:10000010", "9944:NL803851595B01"));
        workshop.start();
        export("OF-A", "00010", "10000010");
        workshop.awaitState("OF-A", InvoiceState.SENT);
        export("OF-B", "00011", "10000011");
        awaitEvent("OF-B", "reach-wait");
        clock.advance(AN_HOUR);

        workshop.awaitState("OF-B", InvoiceState.SENT);

        assertThat(workshop.simulator.journal().accepted("OF-B")).isEmpty();
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(workshop.mail.getReceivedMessages()[0].getRecipients(RecipientType.TO)[0].toString())
                .isEqualTo("b@b.example");
        assertThat(events("OF-B")).doesNotContain("reach-id");
    }

    @Test
    void afterOneNoAQuestionWithoutAnAnswerSendsNothing() throws Exception {
        relations("00001;Weg;peppol;10000001;;post@een.example;NL;nl;nee;e-mail");
        workshop.simulator.reach(PeppolReach.nobodyExcept());
        workshop.start();
        export("TWO", "00001", "10000001");
        awaitEvent("TWO", "reach-wait");
        workshop.simulator.faults().on(Operation.PSB_QUERY_RECIPIENT).times(1).inject(Fault.resetBeforeAcceptance());
        clock.advance(AN_HOUR);
        awaitEvent("TWO", "retry");
        assertThat(workshop.simulator.journal().calls(Operation.PSB_SEND)).isEmpty();
        nothingOtherwise();
        clock.advance(AN_HOUR);

        workshop.awaitState("TWO", InvoiceState.SENT);

        assertThat(workshop.simulator.journal().calls(Operation.PSB_SEND)).isEmpty();
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void afterOneNoAQuestionThatIsRefusedToTheCompanyIsAnAlarmAndGivesNothingUp() throws Exception {
        relations("00001;Weg;peppol;10000001;;post@een.example;NL;nl;nee;e-mail");
        workshop.simulator.reach(PeppolReach.nobodyExcept());
        workshop.start();
        export("THREE", "00001", "10000001");
        awaitEvent("THREE", "reach-wait");
        workshop.simulator.faults().on(Operation.PSB_TOKEN).times(1_000).inject(Fault.statusBeforeAcceptance(401));
        workshop.simulator.psb().expireTokens();
        clock.advance(AN_HOUR);

        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.ledger().reading(books -> books.alarms().open()).stream()
                        .anyMatch(alarm -> alarm.cause().equals("blocked/acme/econnect")));
        assertThat(deliveries("THREE")).extracting(Delivery::state).containsExactly(DeliveryState.WAITING);
        assertThat(workshop.simulator.journal().calls(Operation.PSB_SEND)).isEmpty();
        nothingOtherwise();
    }

    @Test
    void whenTheQuestionIsAnsweredByAWishToWaitNothingIsSentUntilThen() throws Exception {
        relations("00001;Bakkerij;peppol;10000001;;post@een.example;NL;nl;nee;e-mail");
        workshop.simulator
                .faults()
                .on(Operation.PSB_QUERY_RECIPIENT)
                .times(1)
                .inject(Fault.statusBeforeAcceptance(429, Duration.ofMinutes(10)));
        workshop.start();
        export("BUSY", "00001", "10000001");
        awaitEvent("BUSY", "retry");
        assertThat(workshop.ledger()
                        .reading(books -> books.pauses().find("acme", Channel.ECONNECT))
                        .map(Pause::reasonCode))
                .contains("econnect.overloaded");
        assertThat(workshop.simulator.journal().calls(Operation.PSB_SEND)).isEmpty();
        clock.advance(Duration.ofMinutes(11));

        workshop.awaitState("BUSY", InvoiceState.SENT);

        assertThat(workshop.simulator.journal().accepted("BUSY")).hasSize(1);
    }

    @Test
    void autoAsksForAVatNumberAndOnlyWithoutAnyNumberGoesByTheFallbackAtOnce() throws Exception {
        relations(
                "00001;Fam. De Boer;auto;;;boer@een.example;NL;nl;nee;e-mail",
                "00002;Fam. Smit;auto;;;smit@twee.example;NL;nl;nee;geen",
                "00003;Alleen btw-nummer;auto;;NL803851595B01;drie@drie.example;NL;nl;nee;e-mail",
                "00004;Alleen btw-nummer, weg;auto;;NL987654329B01;vier@vier.example;NL;nl;nee;post");
        workshop.simulator.reach(PeppolReach.nobodyExcept("9944:NL803851595B01"));
        workshop.start();
        export("AUTO-MAIL", "00001", "");
        export("AUTO-HELD", "00002", "");
        export("AUTO-VAT", "00003", "");
        export("AUTO-VAT-GONE", "00004", "");

        workshop.awaitState("AUTO-MAIL", InvoiceState.SENT);
        LedgerInvoice held = workshop.awaitState("AUTO-HELD", InvoiceState.HELD);
        workshop.awaitState("AUTO-VAT", InvoiceState.SENT);
        awaitEvent("AUTO-VAT-GONE", "reach-wait");

        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(workshop.files("print-spool")).isEmpty();
        assertThat(deliveries("AUTO-HELD")).isEmpty();
        assertThat(held.reason().orElseThrow().adviceDutch()).contains("uitwijk");
        assertThat(workshop.simulator.journal().accepted("AUTO-VAT")).hasSize(1);
        assertThat(deliveries("AUTO-VAT").get(0).destination().addresses()).containsExactly("9944:NL803851595B01");
        recordedAsFallbackWithoutATry("AUTO-MAIL");
        clock.advance(AN_HOUR);
        workshop.awaitState("AUTO-VAT-GONE", InvoiceState.SENT);
        assertThat(workshop.files("print-spool")).hasSize(1);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
    }

    private void recordedAsFallbackWithoutATry(String number) {
        assertThat(deliveries(number)).hasSize(1);
        FellBack fellBack = workshop.ledger()
                .reading(books ->
                        books.reachings().fallback(deliveries(number).get(0).id()))
                .orElseThrow();
        assertThat(fellBack.insteadOf()).isEmpty();
        assertThat(fellBack.dutch()).contains("geen nummer bekend", "per e-mail (boer@een.example)");
        assertThat(events(number)).containsOnlyOnce("fallback").doesNotContain("reach-wait");
    }

    @Test
    void whoWasReachedUnderAnyOfItsNumbersIsHeld() throws Exception {
        relations("00001;Was er;peppol;10000001;NL803851595B01;post@een.example;NL;nl;nee;e-mail");
        workshop.simulator.reach(PeppolReach.nobodyExcept("9944:NL803851595B01"));
        workshop.start();
        export("BEFORE", "00001", "10000001");
        workshop.awaitState("BEFORE", InvoiceState.SENT);
        workshop.simulator.reach(PeppolReach.nobodyExcept());
        clock.advance(Duration.ofDays(2));
        export("AFTER", "00001", "10000001");
        awaitEvent("AFTER", "reach-wait");
        clock.advance(AN_HOUR);

        heldFor("reach.was-reachable", "AFTER");

        nothingOtherwise();
    }
}
