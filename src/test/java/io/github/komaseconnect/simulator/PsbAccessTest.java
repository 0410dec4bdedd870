package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsbAccessTest extends PsbRehearsed {
    @Test
    void saysWhichPartiesAndPermissionsThereAre() {
        simulator.psb().revoke("acme-client", PartyPermission.CAN_REMOVE_DOCUMENT);

        JsonNode party = psb.get(bearer, "me/party").json().get(0);

        assertThat(party.path("id").asText()).isEqualTo("NL:KVK:12345678");
        assertThat(party.path("name").asText()).isEqualTo(ACME.name());
        assertThat(party.path("permissions").path("canSendDocument").asBoolean())
                .isTrue();
        assertThat(party.path("permissions").path("canRemoveDocument").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL%3AKVK%3A12345678",
                "NL:KVK:12345678",
                "0106%3a12345678",
                "nl:kvk:12345678",
                "9944:NL123456782B01"
            })
    void takesAPartyIdInAllItsSpellings(String id) {
        assertThat(psb.get(bearer, id + "/hook").status()).isEqualTo(200);
    }

    @Test
    void everyErrorHasABodyForSupport() {
        PsbWire.Answer answer = psb.get(bearer, ACME_PATH + "salesInvoice/unknown/status");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("API404");
        assertThat(List.of("message", "helpLink", "requestId", "dateTime"))
                .allSatisfy(field -> assertThat(answer.text(field)).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', " + ACME_PATH + "hook, 401",
        "wrong, " + ACME_PATH + "hook, 401",
        "ok, NL:KVK:11223344/hook, 403",
        "ok, NL:KVK:99999999/hook, 403",
        "ok, NL:KVK:1234567/hook, 403",
        "ok, something, 404",
        "ok, " + ACME_PATH + "salesInvoice/send, 405",
    })
    void refusesBefore(String token, String path, int status) {
        assertThat(psb.get(token.equals("ok") ? bearer : token, path).status()).isEqualTo(status);
    }

    @Test
    void refusesWithoutThePermissionUntilItIsGivenBack() {
        simulator.psb().revoke("acme-client", PartyPermission.CAN_SEND_DOCUMENT);
        PsbWire.Answer refused = psb.send(bearer, "", Ubl.invoice("1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("message")).contains("canSendDocument");

        simulator.psb().grant("acme-client", PartyPermission.CAN_SEND_DOCUMENT);
        assertThat(psb.send(bearer, "", Ubl.invoice("1")).status()).isEqualTo(200);
    }

    @Test
    void wantsTheSubscriptionKeyOfAClientThatHasOne() throws IOException {
        SimulatedClient client = SimulatedClient.of("c", "s", ACME).withSubscriptionKey("sub");
        try (Simulator other = Simulator.builder().client(client).start()) {
            PsbWire wire = new PsbWire(other);
            String token = wire.logIn("c", "s");
            assertThat(wire.get(token, "me").status()).isEqualTo(401);
            assertThat(wire.exchange(wire.request(token, "me").header("Subscription-Key", "sub"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void findsTheFirstOfTheIdsThatCanBeReached() {
        simulator.reach(PeppolReach.nobodyExcept("0190:00000004003214345000"));

        PsbWire.Answer answer = query("", "[\"NL:KVK:99999999\",\"NL:OINO:00000004003214345000\"]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("id")).isEqualTo("NL:OINO:00000004003214345000");
        assertThat(answer.text("channel")).isEqualTo("peppol");
        assertThat(query("", "[\"NL:KVK:99999999\"]").status()).isEqualTo(404);
    }

    @Test
    void aReceiverCanBeRegisteredForOtherDocumentTypesOnly() {
        simulator.reach(PeppolReach.everyoneExcept().acceptingOnly("0106:99999999", "urn:invoice"));

        assertThat(query("?preferredDocumentTypeId=urn%3Ainvoice", "[\"0106:99999999\"]")
                        .status())
                .isEqualTo(200);
        assertThat(query("?preferredDocumentTypeId=urn%3Anote", "[\"0106:99999999\"]")
                        .status())
                .isEqualTo(404);
        assertThat(query("", "[\"0106:99999999\"]").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "[1]", "[\"12345678\"]", "[\"0106:12345678\"", "[] []"})
    void wantsAnArrayOfPartyIds(String body) {
        assertThat(query("", body).status()).isEqualTo(400);
    }

    @Test
    void hooksOfAnEnvironmentAreNotThoseOfAParty() {
        String hook = "{\"name\":\"x\",\"action\":\"https://a.example/b#s\",\"topics\":[\"InvoiceSent\"]}";
        psb.json("PUT", bearer, "hook", hook);

        assertThat(psb.get(bearer, "hook").json()).hasSize(1);
        assertThat(psb.get(bearer, ACME_PATH + "hook").json()).isEmpty();
        assertThat(StreamSupport.stream(psb.get(gammaBearer(), "hook").json().spliterator(), false))
                .isEmpty();
    }

    private PsbWire.Answer query(String parameters, String body) {
        return psb.json("POST", bearer, ACME_PATH + "salesInvoice/queryRecipientParty" + parameters, body);
    }
}
