package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendDocumentTest extends Rehearsed {
    private static final String PEPPOL = "0106:11223344";
    private static final String OUTBOX = "<EConnectPartyId>XCNL10019</EConnectPartyId>";

    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder.reach(PeppolReach.everyoneExcept("NL:KVK:99999999"))
                .template("CREDIT-TEMPLATE", "Creditnota")
                .outboxDelay(Duration.ofSeconds(2));
    }

    private void assertRefused(String payload) {
        Wire.Answer answer = send(PEPPOL, payload);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.fault()).endsWith("[ERRIER8000006]");
        assertThat(simulator.journal().accepted()).isEmpty();
    }

    @Test
    void acceptsAndJournalsWhatWasSentByteForByte() {
        String payload = "\n <!-- café 😀 -->" + Ubl.invoice("2026-0042", "\r\n<cbc:Note>😀\tä</cbc:Note>") + "\n";

        String externalId = send(PEPPOL, payload).value("ExternalId");

        assertThat(simulator.journal().accepted()).singleElement().satisfies(accepted -> {
            assertThat(accepted.externalId()).isEqualTo(externalId).startsWith("XCNLOUT");
            assertThat(accepted.payload().text()).isEqualTo(payload);
            assertThat(accepted.via()).isEqualTo("XCNL10019");
            assertThat(accepted.to()).isEqualTo(PEPPOL);
            assertThat(accepted.emailAddress()).isEmpty();
            assertThat(accepted.subject()).isEqualTo("Factuur");
            assertThat(accepted.templateId()).isEqualTo(SimulatorBuilder.INVOICE_TEMPLATE);
            assertThat(accepted.invoiceNumber()).isEqualTo("2026-0042");
            assertThat(accepted.method()).isEqualTo(DeliveryMethod.TO_PEPPOL);
            assertThat(accepted.at()).isEqualTo(clock.instant());
        });
        assertThat(simulator.journal().accepted("2026-0042")).hasSize(1);
        assertThat(simulator.journal().accepted("2026-0043")).isEmpty();
        assertThat(simulator.journal().calls(Operation.SEND_DOCUMENT))
                .extracting(Call::details)
                .containsExactly(simulator
                        .journal()
                        .calls(Operation.SEND_DOCUMENT)
                        .get(0)
                        .details())
                .allSatisfy(details -> {
                    assertThat(details.companyId()).isEqualTo("XCNL10019");
                    assertThat(details.receiver()).isEqualTo(PEPPOL);
                    assertThat(details.invoiceNumber()).isEqualTo("2026-0042");
                });
    }

    @Test
    void takesTheSameDocumentTwiceAsThereIsNoIdempotencyKey() {
        send(PEPPOL, Ubl.invoice("1"));
        send(PEPPOL, Ubl.invoice("1"));
        assertThat(simulator.journal().accepted("1")).hasSize(2);
    }

    @Test
    void showsItInTheOutboxAfterAWhileWithTheSubjectRewritten() {
        String externalId = send(PEPPOL, Ubl.invoice("2026-0042")).value("ExternalId");
        assertThat(call("GetOutboxDocuments", OUTBOX).values("Document")).isEmpty();
        assertThat(call("GetOutboxDocument", id(externalId)).fault()).endsWith("[ERRSIM9000003]");

        clock.advance(Duration.ofSeconds(2));

        Wire.Answer list = call("GetOutboxDocuments", OUTBOX);
        assertThat(list.values("ExternalId")).containsExactly(externalId);
        assertThat(list.value("Subject")).isEqualTo("Factuur 2026-0042");
        assertThat(list.value("CreatedOn")).isEqualTo("2026-11-22T08:00:00.000Z");
        assertThat(list.value("Transaction"))
                .contains("<Endpoint>0106:11223344</Endpoint>")
                .contains("<DeliveryMethod>ToPeppol</DeliveryMethod>")
                .contains("<SenderReferenceId>XCNL10019</SenderReferenceId>")
                .contains("<ReceiverReferenceId>0106:11223344</ReceiverReferenceId>");
        assertThat(list.value("Receiver")).isEqualTo("<EConnectPartyId/><Name>Koper</Name>");
        Wire.Answer fetched = call("GetOutboxDocument", id(externalId));
        assertThat(fetched.value("Payload")).isEqualTo(Ubl.invoice("2026-0042"));
        assertThat(fetched.value("Details")).contains("<Code>10</Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XCNL10018", "0106:87654321", "NL:KVK:87654321", "nl:kvk:87654321"})
    void deliversToACompanyOfItsOwnWhateverIdNamesIt(String to) {
        send(to, Ubl.creditNote("C-1"));

        String beta = betaToken();
        Wire.Answer inbox = wire.call("GetInboxDocuments", beta, "");
        String received = inbox.value("ExternalId");
        assertThat(received).startsWith("XCNIN");
        assertThat(inbox.value("Sender")).contains("<EConnectPartyId>XCNL10019</EConnectPartyId>");
        assertThat(inbox.value("DeliveryMethod")).isEqualTo("ToInbox");
        assertThat(wire.call("GetInboxDocument", beta, id(received)).value("Payload"))
                .isEqualTo(Ubl.creditNote("C-1"));
    }

    @Test
    void showsTheSenderWhatTheReceiverMakesOfIt() {
        String sent = send("XCNL10018", Ubl.invoice("1")).value("ExternalId");
        String beta = betaToken();
        String received = wire.call("GetInboxDocuments", beta, "").value("ExternalId");
        clock.advance(Duration.ofMinutes(5));

        wire.call("SetInboxDocumentStatus", beta, id(received) + "<StatusCode>50</StatusCode>");

        assertThat(call("GetOutboxDocumentStatus", id(sent)).value("Details"))
                .startsWith("<Name>Afgewezen</Name><Code>50</Code>")
                .contains("<UserName>Beta Bouw B.V.</UserName>");
        assertThat(call("GetOutboxDocuments", OUTBOX).value("ModifiedOn")).isEqualTo("2026-11-22T08:05:00.000Z");

        simulator.receiverSets(sent, InvoiceStatus.PAID);
        assertThat(call("GetOutboxDocuments", OUTBOX).value("Status")).contains("<Code>70</Code>");
    }

    @Test
    void anotherProgramSendsAndAWayTurnsOutToBeAnother() {
        String mailed = simulator.mailed("XCNL10019", "0106:11223344", Ubl.invoice("2026-0043"));
        clock.advance(Duration.ofMinutes(5));

        Wire.Answer list = call("GetOutboxDocuments", OUTBOX);
        assertThat(list.values("ExternalId")).containsExactly(mailed);
        assertThat(list.value("Subject")).isEqualTo("Factuur 2026-0043");
        assertThat(list.value("DeliveryMethod")).isEqualTo("ToPeppol");
        assertThat(call("GetOutboxDocument", id(mailed)).value("Payload")).isEqualTo(Ubl.invoice("2026-0043"));
        assertThat(simulator.journal().accepted()).isEmpty();

        simulator.goesBy(mailed, DeliveryMethod.OUTBOX_ONLY);
        assertThat(call("GetOutboxDocuments", OUTBOX).value("DeliveryMethod")).isEqualTo("OutboxOnly");
        assertThat(call("GetOutboxDocuments", OUTBOX).value("ModifiedOn")).isEqualTo("2026-11-22T08:05:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0106:99999999",
                "NL:KVK:99999999",
                "XCNL77777",
                "xcnl10018",
                "NL:OIN:00000004003214345000",
                "0106:1234567",
                "12345678",
                "0190:4003214345000"
            })
    void cannotReachEverybody(String to) {
        assertThat(send(to, Ubl.invoice("1")).fault())
                .startsWith("The receiver " + to + " is not reachable")
                .endsWith("[ERRSND4000001]");
        assertThat(simulator.journal().accepted()).isEmpty();
    }

    @Test
    void mailsByItselfWhenAnAddressIsGiven() {
        String elements = Wire.sending("XCNL10019", "0106:99999999", Ubl.invoice("1"))
                .replace("</ReferenceId></To>", "</ReferenceId><EmailAddress>a@b.example</EmailAddress></To>");
        assertThat(call("SendDocument", elements).status()).isEqualTo(200);
        assertThat(simulator.journal().accepted()).singleElement().satisfies(accepted -> {
            assertThat(accepted.method()).isEqualTo(DeliveryMethod.TO_EMAIL);
            assertThat(accepted.emailAddress()).contains("a@b.example");
        });
    }

    @Test
    void canReachOnlyAFewOrOthersLater() {
        simulator.reach(PeppolReach.nobodyExcept("9944:NL123456789B09"));
        assertThat(send(PEPPOL, Ubl.invoice("1")).fault()).endsWith("[ERRSND4000001]");
        assertThat(send("NL:VAT:nl123456789b09", Ubl.invoice("1")).status()).isEqualTo(200);
    }

    @Test
    void refusesACompanyIdThatIsNotTheAccounts() {
        assertThat(call("SendDocument", Wire.sending("XCNL10018", PEPPOL, Ubl.invoice("1")))
                        .fault())
                .endsWith("[ERRGRP3000006]");
    }

    @Test
    void wantsATemplateThatExists() {
        String elements = Wire.sending("XCNL10019", PEPPOL, Ubl.creditNote("1"));
        String template = "<TemplateId>" + SimulatorBuilder.INVOICE_TEMPLATE + "</TemplateId>";

        assertThat(call("SendDocument", elements.replace(template, "")).fault()).endsWith("[ERRIER8000006]");
        assertThat(call("SendDocument", elements.replace(template, "<TemplateId/>"))
                        .fault())
                .endsWith("[ERRIER8000006]");
        assertThat(call("SendDocument", elements.replace(template, "<TemplateId>x</TemplateId>"))
                        .fault())
                .endsWith("[ERRSIM9000006]");
        String externalId = call("SendDocument", elements.replace(template, "<TemplateId>CREDIT-TEMPLATE</TemplateId>"))
                .value("ExternalId");
        clock.advance(Duration.ofSeconds(2));
        assertThat(call("GetOutboxDocument", id(externalId)).value("Subject")).isEqualTo("Creditnota 1");
    }

    @Test
    void refusesTheFormWithADocumentElementAndAnyOtherOrder() {
        String elements = Wire.sending("XCNL10019", PEPPOL, Ubl.invoice("1"));
        String subject = "<Subject>Factuur</Subject>";

        assertThat(call("SendDocument", "<Document>" + elements + "</Document>").fault())
                .endsWith("[ERRIER8000006]");
        assertThat(call("SendDocument", subject + elements.replace(subject, "")).fault())
                .endsWith("[ERRIER8000006]");
        assertThat(call("SendDocument", elements.replace(subject, "")).fault()).endsWith("[ERRIER8000006]");
    }

    @Test
    void refusesAPayloadThatIsNotOneUblDocument() {
        assertRefused("");
        assertRefused("text");
        assertRefused("<Invoice/>");
        assertRefused("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>");
        assertRefused(Ubl.invoice("1") + Ubl.invoice("2"));
        assertRefused("<?xml version=\"1.0\"?>" + Ubl.invoice("1"));
        assertRefused(Ubl.invoice("1").replace("</Invoice>", ""));
        assertRefused("<![CDATA[" + Ubl.invoice("1") + "]]>");
    }

    @Test
    void refusesAPayloadThatLeansOnANamespaceOfTheEnvelope() {
        assertRefused(Ubl.invoice("1", "<S:x/>"));
    }

    @ParameterizedTest
    @CsvSource({
        "<cbc:ID>1</cbc:ID>,'',cbc:ID is missing",
        "<cbc:ID>1</cbc:ID><cbc:IssueDate>,<cbc:ID/><cbc:IssueDate>,number is empty",
        "<cac:InvoiceLine>,<cbc:Note/><cac:InvoiceLine>,cbc:Note is not in its place",
        "<cac:InvoiceLine>,<cac:CreditNoteLine/><cac:InvoiceLine>,cac:CreditNoteLine does not belong",
        "<cac:InvoiceLine>,<x/><cac:InvoiceLine>,x does not belong",
        "Invoice-2,Invoice-3,no UBL Invoice",
    })
    void refusesABrokenStructureAndSaysWhere(String part, String replacement, String message) {
        Wire.Answer answer = send(PEPPOL, Ubl.invoice("1").replace(part, replacement));
        assertThat(answer.fault()).contains(message).endsWith("[ERRIER8000006]");
    }

    @Test
    void canRefuseAnInvoiceForTheRulesItBreaks() {
        simulator.breakRules("2026-0042", "[BR-CO-15]-Totals differ.", "[BR-NL-1]-No CoC number.");

        assertThat(send(PEPPOL, Ubl.invoice("2026-0042")).fault())
                .isEqualTo("The document breaks fatal validation rules: [BR-CO-15]-Totals differ. "
                        + "[BR-NL-1]-No CoC number. [ERRXSL4000001]");
        assertThat(send(PEPPOL, Ubl.invoice("2026-0043")).status()).isEqualTo(200);

        simulator.breakRules("2026-0042");
        assertThat(send(PEPPOL, Ubl.invoice("2026-0042")).status()).isEqualTo(200);
    }
}
