package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsbReceiveTest extends PsbRehearsed {
    private static final String XML = "\uFEFF<?xml version=\"1.0\"?>\r\n" + Ubl.invoice("I-1");

    private String deliver() {
        return simulator.psb().documentId(simulator.deliver("XCNL10019", InboxDocument.of(XML)));
    }

    private String path(String documentId) {
        return ACME_PATH + "purchaseInvoice/" + documentId;
    }

    @Test
    void givesADocumentAsItCame() {
        String id = deliver();

        PsbWire.Answer answer = psb.get(bearer, path(id) + "/download");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(XML);
        assertThat(psb.get(bearer, path(id) + "/status")
                        .json()
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("InvoiceReceived");
    }

    @Test
    void bothApisShowOneInbox() {
        String externalId = simulator.deliver("XCNL10019", InboxDocument.of(XML));
        String id = simulator.psb().documentId(externalId);

        psb.get(bearer, path(id) + "/download");

        assertThat(id).isNotEqualTo(externalId);
        assertThat(call("GetInboxDocumentStatus", id(externalId)).value("Code")).isEqualTo("30");
    }

    @Test
    void isThereForItsOwnerOnlyAndWhenVisible() {
        String id = deliver();
        String hidden = simulator.deliver("XCNL10019", InboxDocument.of(XML).hidden());
        String hiddenId = simulator.psb().documentId(hidden);

        assertThat(psb.get(gammaBearer(), GAMMA_PATH + "purchaseInvoice/" + id + "/download")
                        .status())
                .isEqualTo(404);
        assertThat(psb.get(bearer, path(hiddenId) + "/download").status()).isEqualTo(404);
        assertThat(simulator.psb().hooks().events(HookTopic.INVOICE_RECEIVED)).hasSize(1);
        simulator.reveal(hidden);
        assertThat(psb.get(bearer, path(hiddenId) + "/download").status()).isEqualTo(200);
        assertThat(simulator.psb().hooks().events(HookTopic.INVOICE_RECEIVED)).hasSize(2);
    }

    @Test
    void isConvertedIntoNothingElse() {
        String type = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##urn:x::2.1";
        String id = simulator
                .psb()
                .documentId(simulator.deliver(
                        "XCNL10019",
                        InboxDocument.of(Ubl.invoice("I-1")
                                .replace(
                                        "<cbc:ID>I-1",
                                        "<cbc:CustomizationID>urn:x</cbc:CustomizationID><cbc:ID>I-1"))));
        String download = path(id) + "/download?targetDocumentTypeId=";

        assertThat(psb.get(bearer, download + type.replace(":", "%3A").replace("#", "%23"))
                        .status())
                .isEqualTo(200);
        assertThat(psb.get(bearer, download + "urn%3Aother").status()).isEqualTo(400);
    }

    @Test
    void isGoneWhenRemoved() {
        String id = deliver();

        assertThat(psb.delete(bearer, path(id)).status()).isEqualTo(200);

        assertThat(psb.get(bearer, path(id) + "/download").status()).isEqualTo(404);
        assertThat(psb.delete(bearer, path(id)).status()).isEqualTo(404);
        assertThat(simulator.psb().keeps(id)).isFalse();
    }

    @Test
    void isKept90DaysAnd7AfterDownload() {
        String first = deliver();
        String second = deliver();
        psb.get(bearer, path(first) + "/download");

        clock.advance(Duration.ofDays(7));
        bearer = psb.logIn("acme-client", "acme-secret");
        assertThat(psb.get(bearer, path(first) + "/download").status()).isEqualTo(404);
        clock.advance(Duration.ofDays(82));
        assertThat(simulator.psb().keeps(second)).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(simulator.psb().keeps(second)).isFalse();
    }

    @Test
    void aDocumentSentToACompanyOfOursArrives() {
        psb.send(bearer, "", invoiceTo("F-1", "0106", "11223344"));

        PsbEvent event =
                simulator.psb().hooks().events(HookTopic.INVOICE_RECEIVED).get(0);
        assertThat(event.partyId()).isEqualTo("NL:KVK:11223344");
        assertThat(event.details()).containsEntry("sender", "NL:KVK:12345678").containsEntry("id", "F-1");
        assertThat(psb.get(gammaBearer(), GAMMA_PATH + "purchaseInvoice/" + event.documentId() + "/download")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDocumentSentThroughThePlatformArrivesToo() {
        send("0106:11223344", Ubl.invoice("F-1"));

        assertThat(simulator.psb().hooks().events(HookTopic.INVOICE_RECEIVED)).hasSize(1);
    }

    @Test
    void aSupplierIsAnsweredAndHearsIt() {
        psb.send(bearer, "sent-by-acme", invoiceTo("F-1", "0106", "11223344"));
        String received = simulator
                .psb()
                .hooks()
                .events(HookTopic.INVOICE_RECEIVED)
                .get(0)
                .documentId();
        String path = GAMMA_PATH + "purchaseInvoice/" + received + "/response";

        assertThat(respond(path, "{\"status\":\"AB\"}")).isEqualTo(200);
        assertThat(respond(
                        path,
                        "{\"status\":\"RE\",\"reasons\":{\"REF\":\"No order\"},\"actions\":{\"NIN\":\"New one\"}}"))
                .isEqualTo(200);

        assertThat(simulator.psb().responses("sent-by-acme"))
                .extracting(InvoiceResponse::status)
                .containsExactly("AB", "RE");
        PsbEvent heard = simulator
                .psb()
                .hooks()
                .events(HookTopic.INVOICE_RESPONSE_RECEIVED)
                .get(1);
        assertThat(heard.documentId()).isEqualTo("sent-by-acme");
        assertThat(heard.details())
                .containsEntry("status", "RE")
                .containsEntry("reasons.REF", "No order")
                .containsEntry("actions.NIN", "New one");
        assertThat(psb.get(
                                bearer,
                                ACME_PATH + "salesInvoice/sent-by-acme/response/"
                                        + heard.details().get("responseDocumentId") + "/download")
                        .body())
                .contains("<cbc:ResponseCode>RE</cbc:ResponseCode>", "No order");
        assertThat(call("GetOutboxDocuments", "<Paging><Limit>10</Limit></Paging>")
                        .value("Code"))
                .isEqualTo("50");
    }

    @Test
    void theFirstAnswerMustBeAnAcknowledgement() {
        String path = path(deliver()) + "/response";

        assertThat(psb.json("POST", bearer, path, "{\"status\":\"AP\"}").status())
                .isEqualTo(400);
        assertThat(psb.json("POST", bearer, path, "{\"status\":\"AB\"}").status())
                .isEqualTo(200);
        assertThat(psb.json("POST", bearer, path, "{\"status\":\"AP\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"status\":\"XX\"}",
                "{\"status\":\"RE\"}",
                "{\"status\":\"UQ\",\"reasons\":{}}",
                "{\"status\":\"CA\"}",
                "{\"status\":\"RE\",\"reasons\":{\"XXX\":\"a\"}}",
                "{\"status\":\"RE\",\"reasons\":{\"REF\":1}}",
                "{\"status\":\"AP\",\"actions\":{\"REF\":\"a\"}}",
                "{\"status\":\"AP\",\"note\":1}",
                "{\"status\":\"AP\",\"reason\":\"a\"}",
                "{\"status\":\"AP\"",
            })
    void refusesAnAnswerThatBreaksTheRules(String answer) {
        String path = path(deliver()) + "/response";
        psb.json("POST", bearer, path, "{\"status\":\"AB\"}");

        assertThat(psb.json("POST", bearer, path, answer).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"AP, 40", "RE, 50", "PD, 70"})
    void thePlatformShowsTheBuyersAnswerAsAModification(String status, String code) {
        psb.send(bearer, "sent-by-acme", Ubl.invoice("F-1"));
        clock.advance(Duration.ofHours(1));

        simulator.psb().respond("sent-by-acme", InvoiceResponse.of(status));

        Wire.Answer outbox = call("GetOutboxDocuments", "<Paging><Limit>10</Limit></Paging>");
        assertThat(outbox.value("Code")).isEqualTo(code);
        assertThat(outbox.value("ModifiedOn")).startsWith("2026-11-22T09:00");
    }

    private int respond(String path, String json) {
        return psb.json("POST", gammaBearer(), path, json).status();
    }
}
