package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsbHookTest extends PsbRehearsed {
    private HookedUp listener;
    private SimulatedHooks hooks;

    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return super.configure(builder)
                .hookRetry(HookRetry.usual().withFirst(Duration.ofMinutes(1)).withAttempts(3));
    }

    @BeforeEach
    void listen() throws IOException {
        listener = new HookedUp();
        hooks = simulator.psb().hooks();
    }

    @AfterEach
    void stopListening() {
        listener.close();
    }

    private String deliver(String number) {
        return simulator.psb().documentId(simulator.deliver("XCNL10019", InboxDocument.of(Ubl.invoice(number))));
    }

    private void told(int times) {
        told(times, 0);
    }

    private static JsonNode json(HookedUp.Told told) {
        try {
            return new ObjectMapper().readTree(told.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsOfAnArrivalWithASignatureOverTheRawBody() throws Exception {
        String hookId = hooks.register("XCNL10019", listener.action("s3cret"), HookTopic.INVOICE_RECEIVED);
        String documentId = deliver("I-1");
        told(1);

        HookedUp.Told told = listener.told().get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(), "HmacSHA256"));
        assertThat(told.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(told.body())));
        JsonNode event = json(told);
        assertThat(event.path("topic").asText()).isEqualTo("InvoiceReceived");
        assertThat(event.path("partyId").asText()).isEqualTo("NL:KVK:12345678");
        assertThat(event.path("hookId").asText()).isEqualTo(hookId);
        assertThat(event.path("documentId").asText()).isEqualTo(documentId);
        assertThat(event.path("details").path("id").asText()).isEqualTo("I-1");
        assertThat(event.path("createdOn").asText()).isEqualTo("2026-11-22T08:00:00.0000000+00:00");
        assertThat(event.path("sentOn").asText()).isEqualTo("2026-11-22T08:00:00.0000000+00:00");
    }

    @Test
    void tellsOfWhatTheHookWantsOnly() {
        hooks.register("XCNL10019", listener.action("s"), HookTopic.INVOICE_SENT);
        deliver("I-1");
        psb.send(bearer, "", invoiceTo("F-1", "0106", "99999999"));
        told(1);

        assertThat(json(listener.told().get(0)).path("topic").asText()).isEqualTo("InvoiceSent");
    }

    @Test
    void anEnvironmentHookTellsOfAllPartiesOfTheClientAndAnAsteriskOfManyTopics() {
        put("hook", "h1", listener.action("s"), "\"*Received\"");
        simulator.deliver("XCNL10018", InboxDocument.of(Ubl.invoice("I-0")));
        deliver("I-1");
        told(1);
    }

    @Test
    void whatIsNotTakenIsToldAgainAndInTheEndGivenUp() {
        hooks.register("XCNL10019", listener.action("s"), HookTopic.INVOICE_RECEIVED);
        listener.answerWith(500);
        deliver("I-1");
        told(1, 1);
        clock.advance(Duration.ofSeconds(59));
        told(1, 1);
        clock.advance(Duration.ofSeconds(1));
        told(2, 1);
        clock.advance(Duration.ofMinutes(2));
        told(3, 0);

        assertThat(hooks.attempts()).extracting(HookAttempt::number).containsExactly(1, 2, 3);
        assertThat(hooks.attempts()).extracting(HookAttempt::detail).containsOnly("HTTP 500");
        assertThat(listener.told())
                .extracting(HookedUp.Told::text)
                .containsOnly(listener.told().get(0).text());
    }

    @Test
    void eachAttemptCanHaveItsOwnStamp() throws IOException {
        try (Simulator other = Simulator.builder()
                .clock(clock)
                .client(SimulatedClient.of("c", "s", ACME))
                .hookRetry(HookRetry.usual().withStamp(HookRetry.Stamp.EACH_ATTEMPT))
                .start()) {
            other.psb().hooks().register("XCNL10019", listener.action("s"), HookTopic.INVOICE_RECEIVED);
            listener.answerWith(503);
            other.deliver("XCNL10019", InboxDocument.of(Ubl.invoice("I-1")));
            await().until(() ->
                    listener.told().size() == 1 && other.psb().hooks().waiting() == 1);
            listener.answerWith(200);
            clock.advance(Duration.ofDays(2));
            await().until(() -> listener.told().size() == 2);

            assertThat(json(listener.told().get(1)).path("sentOn").asText()).startsWith("2026-11-24T08:00");
            assertThat(json(listener.told().get(1)).path("createdOn").asText()).startsWith("2026-11-22T08:00");
        }
    }

    @Test
    void anotherHookIsToldHowHooksFare() {
        hooks.register("XCNL10019", listener.action("s"), HookTopic.HOOK_SENT, HookTopic.HOOK_SENT_RETRY);
        hooks.register("XCNL10019", "http://127.0.0.1:1/#s", HookTopic.INVOICE_RECEIVED);
        deliver("I-1");
        await().until(() -> listener.told().size() == 1);

        assertThat(json(listener.told().get(0)).path("topic").asText()).isEqualTo("HookSentRetry");
        assertThat(json(listener.told().get(0)).path("details").path("topic").asText())
                .isEqualTo("InvoiceReceived");
    }

    @Test
    void aTestCanRepeatDisorderDelayAndForge() {
        hooks.register("XCNL10019", listener.action("s"), HookTopic.INVOICE_RECEIVED);
        hooks.pause();
        deliver("I-1");
        deliver("I-2");
        assertThat(listener.told()).isEmpty();
        hooks.resumeReversed();
        told(2);
        assertThat(listener.told())
                .extracting(told -> json(told).path("details").path("id").asText())
                .containsExactly("I-2", "I-1");

        PsbEvent first = hooks.events().get(0);
        hooks.repeat(first);
        told(3);
        hooks.post(first, HookStamp.now().sentOn(Instant.parse("2026-11-20T08:00:00Z")));
        told(4);
        assertThat(json(listener.told().get(3)).path("sentOn").asText()).startsWith("2026-11-20");
        listener.answerWith(401);
        hooks.post(first, HookStamp.now().signedWith("other"));
        told(5);
        assertThat(listener.told().get(4).signature())
                .isNotEqualTo(listener.told().get(2).signature());
        hooks.post(first, HookStamp.now().unsigned().withBody("{"));
        told(6);
        assertThat(listener.told().get(5)).satisfies(told -> {
            assertThat(told.signature()).isEmpty();
            assertThat(told.text()).isEqualTo("{");
        });
    }

    @Test
    void aHookIsListedChangedAndRemoved() {
        put(ACME_PATH + "hook", "h1", listener.action("old"), "\"InvoiceReceived\"");
        put(ACME_PATH + "hook", "h1", listener.action("new"), "\"InvoiceReceived\",\"InvoiceSent\"");

        JsonNode listed = psb.get(bearer, ACME_PATH + "hook").json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("action").asText()).isEqualTo(listener.action("new"));
        assertThat(listed.get(0).path("topics")).hasSize(2);
        assertThat(listed.get(0).path("isActive").asBoolean()).isTrue();
        assertThat(psb.delete(bearer, ACME_PATH + "hook/h1").status()).isEqualTo(200);
        assertThat(psb.delete(bearer, ACME_PATH + "hook/h1").status()).isEqualTo(404);
        assertThat(psb.get(bearer, ACME_PATH + "hook").json()).isEmpty();
    }

    @Test
    void aHookIsNotRemovedAndMadeAnewInHaste() {
        put(ACME_PATH + "hook", "h1", listener.action("s"), "\"InvoiceReceived\"");
        psb.delete(bearer, ACME_PATH + "hook/h1");

        assertThat(put(ACME_PATH + "hook", "h2", listener.action("s"), "\"InvoiceReceived\"")
                        .status())
                .isEqualTo(400);
        assertThat(put(ACME_PATH + "hook", "h3", listener.action("s"), "\"InvoiceSent\"")
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(put(ACME_PATH + "hook", "h2", listener.action("s"), "\"InvoiceReceived\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"https://a.example/\",\"topics\":[]}",
                "{\"action\":\"https://a.example/\",\"topics\":[\"Nothing\"]}",
                "{\"action\":\"http://a.example/\",\"topics\":[\"InvoiceSent\"]}",
                "{\"topics\":[\"InvoiceSent\"]}",
                "{\"action\":\"mailto:nobody\",\"topics\":[\"InvoiceSent\"]}",
                "[]",
                "{\"action\":\"https://\",\"topics\":[\"InvoiceSent\"]}",
            })
    void refusesAHookThatIsNone(String hook) {
        assertThat(psb.json("PUT", bearer, ACME_PATH + "hook", hook).status()).isEqualTo(400);
    }

    @Test
    void anInactiveHookIsToldNothing() {
        psb.json(
                "PUT",
                bearer,
                ACME_PATH + "hook",
                "{\"action\":\"" + listener.action("s") + "\",\"topics\":[\"InvoiceReceived\"],\"isActive\":false}");
        deliver("I-1");

        assertThat(hooks.waiting()).isZero();
    }

    @Test
    void aPingReachesEveryHookOfTheParty() {
        hooks.register("XCNL10019", listener.action("s"), HookTopic.INVOICE_SENT);

        assertThat(psb.get(bearer, ACME_PATH + "hook/ping").text("id")).isEqualTo("NL:KVK:12345678");
        told(1);
        assertThat(json(listener.told().get(0)).path("topic").asText()).isEqualTo("Ping");
    }

    @Test
    void whatIsVisibleLaterIsToldLater() {
        hooks.register("XCNL10019", listener.action("s"), HookTopic.INVOICE_RECEIVED);
        simulator.deliver(
                "XCNL10019",
                InboxDocument.of(Ubl.invoice("I-1")).visibleFrom(clock.instant().plus(Duration.ofDays(2))));
        assertThat(hooks.waiting()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        told(1);
    }

    private void told(int times, int waiting) {
        await().until(() -> hooks.attempts().size() == times && hooks.waiting() == waiting);
        assertThat(listener.told()).hasSize(times);
    }

    private PsbWire.Answer put(String path, String id, String action, String topics) {
        return psb.json(
                "PUT",
                bearer,
                path,
                "{\"id\":\"" + id + "\",\"name\":\"test\",\"action\":\"" + action + "\",\"topics\":["
                        + String.join(",", List.of(topics)) + "],\"isActive\":true}");
    }
}
