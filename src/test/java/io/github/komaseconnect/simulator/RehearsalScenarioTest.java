package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalScenarioTest {
    private Simulator simulator;
    private Wire wire;
    private String token;

    @BeforeEach
    void start() throws IOException {
        simulator = RehearsalScenario.start(0, new SettableClock());
        wire = new Wire(simulator.url());
        token = wire.logIn(RehearsalScenario.CONNECTION_KEY, RehearsalScenario.CONNECTION_SECRET);
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private Wire.Answer post(String path) {
        return wire.exchange(HttpRequest.newBuilder(simulator.url().resolve(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private String get(String path) {
        return wire.exchange(
                        HttpRequest.newBuilder(simulator.url().resolve(path)).build())
                .body();
    }

    private Wire.Answer send(String number) {
        return wire.call("SendDocument", token, Wire.sending("XCNL10019", "0106:11223344", Ubl.invoice(number)));
    }

    private Wire.Answer inbox() {
        return wire.call("GetInboxDocuments", token, "<Paging><Limit>100</Limit></Paging>");
    }

    @Test
    void hasFreshInvoicesWaiting() {
        assertThat(inbox().values("ExternalId")).hasSize(5);
        assertThat(inbox().values("CreatedOn")).allMatch("2026-11-22T08:00:00.000Z"::equals);
        assertThat(inbox().values("Name")).contains("Technische Groothandel Noorderlicht B.V.");
    }

    @Test
    void tellsWhatToPutIntoTheConfiguration() {
        assertThat(RehearsalScenario.settings(simulator))
                .contains(
                        "econnect.platform.url=" + simulator.url(),
                        "company.acme.connection-key=rehearsal-key",
                        "company.acme.connection-secret=rehearsal-secret",
                        "company.acme.company-id=XCNL10019",
                        "econnect.psb.url=" + simulator.psbUrl(),
                        "econnect.psb.identity-url=" + simulator.identityUrl(),
                        "company.brug.econnect=psb",
                        "company.brug.party-id=NL:KVK:55667788",
                        "company.brug.client-id=rehearsal-client",
                        "company.brug.client-secret=rehearsal-client-secret");
    }

    @Test
    void showsTheJournal() {
        send("2026-0042");
        assertThat(get("/control/journal"))
                .contains("2026-0042  XCNL10019 -> 0106:11223344  ToPeppol")
                .contains("SendDocument  2026-0042  ANSWERED  HTTP 200");
    }

    @Test
    void letsFaultsBeInjectedByHand() {
        assertThat(post("/control/faults?operation=SendDocument&fault=unavailable&times=1&invoice=7")
                        .body())
                .isEqualTo("done\n");
        assertThat(send("6").status()).isEqualTo(200);
        assertThat(send("7").status()).isEqualTo(503);
        assertThat(send("7").status()).isEqualTo(200);

        post("/control/faults?fault=proxy-page&times=100");
        assertThat(send("8").body()).contains("<html>");
        post("/control/faults/clear");
        assertThat(send("8").status()).isEqualTo(200);
    }

    @Test
    void letsTheRestBeChangedByHand() {
        post("/control/inbox?company=XCNL10019&count=3");
        assertThat(inbox().values("ExternalId")).hasSize(8);

        post("/control/rules?invoice=9&rule=%5BBR-NL-1%5D");
        assertThat(send("9").fault()).contains("[BR-NL-1]");
        post("/control/rules?invoice=9");
        String sent = send("9").value("ExternalId");
        post("/control/status?id=" + sent + "&code=50");
        assertThat(simulator.status(sent)).isEqualTo(InvoiceStatus.REJECTED);

        post("/control/block?key=rehearsal-key&reason=negative-balance");
        assertThat(send("10").fault()).endsWith("[ERRPRO1000003]");
        post("/control/unblock?key=rehearsal-key");
        post("/control/tokens/expire");
        assertThat(send("10").fault()).endsWith("[DEFAULT_ERROR_CODE999]");
    }

    @Test
    void showsAndUpsetsThePsbByHand() {
        PsbWire psb = new PsbWire(simulator);
        String bearer = psb.logIn(RehearsalScenario.CLIENT_ID, RehearsalScenario.CLIENT_SECRET);
        post("/control/faults?operation=psb-send&fault=unavailable&times=1");
        assertThat(psb.send(bearer, "document-1", Ubl.invoice("F-1")).status()).isEqualTo(503);
        assertThat(psb.send(bearer, "document-1", Ubl.invoice("F-1")).status()).isEqualTo(200);

        post("/control/report?id=document-1&topic=InvoiceSentRetry");
        post("/control/respond?id=document-1&status=RE&reason=REF&text=No+order");
        post("/control/hooks/repeat");

        assertThat(simulator.psb().statuses("document-1"))
                .containsExactly("InvoiceSentError", "InvoiceSentRetry", "InvoiceResponseReceived");
        assertThat(simulator.psb().responses("document-1"))
                .containsExactly(InvoiceResponse.rejected("REF", "No order"));
        assertThat(get("/control/hooks")).contains("InvoiceResponseReceived  NL:KVK:12345678  document-1  F-1");
        assertThat(get("/control/journal")).contains("document-1  F-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/control/respond?id=x&status=RE",
                "/control/report?id=x&topic=Nothing",
                "/control/nonsense",
                "/control/faults",
                "/control/faults?fault=nonsense",
                "/control/faults?fault=proxy-page&operation=nonsense",
                "/control/faults?fault=proxy-page&times=x",
                "/control/block?key=rehearsal-key&reason=x",
                "/control/block?key=x&reason=misuse",
                "/control/status?id=x&code=50",
                "/control/inbox?company=XCNL1"
            })
    void saysWhatIsWrongWithAWish(String path) {
        assertThat(post(path).status()).isEqualTo(400);
    }

    @Test
    void namesTheFaultsThatThereAre() {
        assertThat(get("/control")).contains("POST /control/faults").contains("reset-after-acceptance");
    }
}
