package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsbSendTest extends PsbRehearsed {
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private final String id = UUID.randomUUID().toString();

    @Test
    void takesADocumentByteForByte() {
        String xml = PROLOG + invoiceTo("F-1", "0106", "99999999");

        PsbWire.Answer answer = psb.send(bearer, id, xml);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("id")).isEqualTo(id);
        assertThat(simulator.journal().accepted("F-1")).singleElement().satisfies(accepted -> {
            assertThat(accepted.payload().text()).isEqualTo(xml);
            assertThat(accepted.via()).isEqualTo("XCNL10019");
            assertThat(accepted.to()).isEqualTo("0106:99999999");
            assertThat(accepted.externalId()).isEqualTo(id);
        });
        assertThat(simulator.psb().statuses(id)).containsExactly("InvoiceSent");
    }

    @Test
    void theReceiverCanBeNamedBesideTheDocument() {
        psb.exchange(psb.upload(
                bearer,
                ACME_PATH + "salesInvoice/send?receiverId=NL%3AKVK%3A11223344",
                PsbWire.multipart("b", Ubl.invoice("F-1")),
                "b"));

        assertThat(simulator.journal().accepted("F-1").get(0).method()).isEqualTo(DeliveryMethod.TO_INBOX);
    }

    @Test
    void takesADocumentInChunks() {
        byte[] body = PsbWire.multipart("b", Ubl.invoice("F-1")).getBytes(StandardCharsets.UTF_8);

        PsbWire.Answer answer = psb.exchange(psb.upload(bearer, ACME_PATH + "salesInvoice/send", "", "b")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(simulator.journal().accepted("F-1")).hasSize(1);
    }

    @Test
    void theSameIdIsProcessedOnce() {
        psb.send(bearer, id, Ubl.invoice("F-1"));

        assertThat(psb.send(bearer, id, Ubl.invoice("F-1")).status()).isEqualTo(409);
        assertThat(simulator.journal().accepted("F-1")).hasSize(1);
    }

    @Test
    void withoutAnIdOrWithAnotherItIsTakenTwice() {
        psb.send(bearer, "", Ubl.invoice("F-1"));
        psb.send(bearer, "", Ubl.invoice("F-1"));
        psb.send(bearer, id, Ubl.invoice("F-1"));

        assertThat(simulator.journal().accepted("F-1")).hasSize(3);
    }

    @Test
    void anIdThatWasRefusedIsUsedUp() {
        simulator.breakRules("F-1", "[BR-01] no");
        PsbWire.Answer refused = psb.send(bearer, id, Ubl.invoice("F-1"));
        simulator.breakRules("F-1");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).contains("[BR-01] no");
        assertThat(psb.send(bearer, id, Ubl.invoice("F-1")).status()).isEqualTo(409);
        assertThat(simulator.journal().accepted("F-1")).isEmpty();
    }

    @Test
    void anIdThatNeverGotThatFarIsNotUsedUp() {
        simulator.faults().on(Operation.PSB_SEND).times(1).inject(Fault.statusBeforeAcceptance(503));
        psb.send(bearer, id, Ubl.invoice("F-1"));

        assertThat(psb.send(bearer, id, Ubl.invoice("F-1")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "under_score", "a@example.nl", "with space"})
    void refusesAnIdThatIsNone(String wrong) {
        assertThat(psb.send(bearer, wrong, Ubl.invoice("F-1")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "no xml", "<!DOCTYPE a><a/>", ""})
    void refusesWhatIsNoInvoice(String xml) {
        PsbWire.Answer answer = psb.send(bearer, id, xml);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).contains("not valid");
    }

    @Test
    void wantsOnePartCalledFileWithAFilename() {
        String right = PsbWire.multipart("b", Ubl.invoice("F-1"));
        assertThat(send(right.replace("name=\"file\"", "name=\"xml\""))).isEqualTo(400);
        assertThat(send(right.replace("; filename=\"factuur.xml\"", ""))).isEqualTo(400);
        assertThat(send(right.replace("--b--\r\n", ""))).isEqualTo(400);
        assertThat(send(right.replace("--b--\r\n", "") + right)).isEqualTo(400);
        assertThat(send("")).isEqualTo(400);
        assertThat(send(right)).isEqualTo(200);
    }

    @Test
    void whoCannotBeReachedIsToldLater() {
        simulator.reach(PeppolReach.nobodyExcept());

        assertThat(psb.send(bearer, id, invoiceTo("F-1", "0106", "99999999")).status())
                .isEqualTo(200);
        assertThat(psb.send(bearer, "", Ubl.invoice("F-2")).status()).isEqualTo(200);

        assertThat(simulator.psb().statuses(id)).containsExactly("InvoiceSentError");
        assertThat(simulator.psb().hooks().events(HookTopic.INVOICE_SENT_ERROR)).hasSize(2);
    }

    @Test
    void whatBecomesOfADocumentCanBePlannedAndTold() {
        simulator.psb().onSend("F-1", SendOutcome.PENDING);
        psb.send(bearer, id, Ubl.invoice("F-1"));
        assertThat(psb.get(bearer, ACME_PATH + "salesInvoice/" + id + "/status").json())
                .isEmpty();

        simulator.psb().report(id, HookTopic.INVOICE_SENT_RETRY, "No answer.");

        PsbWire.Answer status = psb.get(bearer, ACME_PATH + "salesInvoice/" + id + "/status");
        assertThat(status.json().get(0).path("name").asText()).isEqualTo("InvoiceSentRetry");
        assertThat(status.json().get(0).path("description").asText()).isEqualTo("No answer.");
        assertThat(status.json().get(0).path("createdOn").asText()).startsWith("2026-11-22T08:00:00");
    }

    @Test
    void faultsStrikeAsOnThePlatform() {
        simulator.faults().on(Operation.PSB_SEND).forInvoices("F-1").times(1).inject(Fault.resetAfterAcceptance());
        assertThatThrownBy(() -> psb.send(bearer, id, Ubl.invoice("F-1"))).isInstanceOf(UncheckedIOException.class);
        assertThat(psb.send(bearer, id, Ubl.invoice("F-1")).status()).isEqualTo(409);

        simulator
                .faults()
                .on(Operation.PSB_SEND)
                .forCompany("XCNL10019")
                .times(1)
                .inject(Fault.statusBeforeAcceptance(429, Duration.ofSeconds(7)));
        PsbWire.Answer tooMany = psb.send(bearer, "", Ubl.invoice("F-2"));
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.retryAfter()).contains("7");

        simulator.faults().on(Operation.PSB_SEND).times(1).inject(Fault.refusal("API400", "Not today."));
        PsbWire.Answer refused = psb.send(bearer, "", Ubl.invoice("F-2"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isEqualTo("Not today.");

        simulator.faults().on(Operation.PSB_TOKEN).times(1).inject(Fault.proxyPage());
        assertThat(psb.token("x").body()).contains("<html>");
        assertThat(simulator.journal().accepted("F-1")).hasSize(1);
        assertThat(simulator.journal().accepted("F-2")).isEmpty();
    }

    @Test
    void theOutboxOfThePlatformShowsItToo() {
        psb.send(bearer, id, Ubl.invoice("F-1"));

        assertThat(call("GetOutboxDocuments", "<Paging><Limit>10</Limit></Paging>")
                        .value("Subject"))
                .isEqualTo("Factuur F-1");
    }

    private int send(String body) {
        return psb.exchange(psb.upload(bearer, ACME_PATH + "salesInvoice/send", body, "b"))
                .status();
    }
}
