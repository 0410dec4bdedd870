package io.github.komaseconnect.psb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PartyPermission;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over the shipped route and real sockets, against the simulator's PSB. */
class PsbAndSimulatorTest {
    private static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");
    private static final SimulatedCompany BETA =
            new SimulatedCompany("XCNL10020", "Beta Techniek B.V.", "87654321", "NL987654321B01");

    @TempDir
    Path folder;

    private Simulator simulator;
    private PsbRoute route;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder()
                .client(SimulatedClient.of(
                        PsbRoute.CLIENT.clientId(),
                        PsbRoute.CLIENT.clientSecret().value(),
                        ACME))
                .client(SimulatedClient.of("beta-client", "beta-secret", BETA))
                .start();
        route = new PsbRoute(
                simulator.psbUrl(), simulator.identityUrl(), folder, Map.of("komas.http.response-timeout", "2000"));
    }

    @AfterEach
    void stop() throws IOException {
        route.close();
        simulator.close();
    }

    private OutgoingDocument invoice(String number, String id) throws IOException {
        String sample = Files.readString(Path.of("src/main/resources/samples/verkoop-peppol.xml"));
        return route.document(
                number,
                id,
                sample.replaceFirst("<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>" + number + "</cbc:ID>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String reason(Reply<?> reply) {
        return Outcome.same(reply).toString();
    }

    @Test
    void logsInAndFindsItsParty() {
        assertThat(route.econnect().logIn()).isInstanceOf(Reply.Done.class);
        assertThat(route.econnect().accountParties())
                .isEqualTo(new Reply.Done<>(List.of(new EConnect.AccountParty("NL:KVK:12345678", ACME.name()))));
        assertThat(route.serverTime.now()).isPresent();
    }

    @Test
    void saysWhatTheAccountMayNotDo() {
        simulator.psb().revoke(PsbRoute.CLIENT.clientId(), PartyPermission.values());
        Reply<List<EConnect.AccountParty>> parties = route.econnect().accountParties();
        assertThat(((Reply.Done<List<EConnect.AccountParty>>) parties)
                        .value()
                        .get(0)
                        .missing())
                .containsExactly(EConnect.Permission.values());
    }

    @Test
    void wrongSecretIsBlocked() {
        simulator.psb().changeSecret(PsbRoute.CLIENT.clientId(), "another-secret-99");
        Reply<String> logIn = route.econnect().logIn();
        assertThat(logIn).isInstanceOf(Reply.Blocked.class);
        assertThat(reason(logIn)).contains("company.acme.client-secret").doesNotContain("client-secret-4711");
    }

    @Test
    void sendsTheFileAsItIsUnderItsDocumentId() throws IOException {
        String id = newId();
        OutgoingDocument document = invoice("P-1", id);
        Reply<Accepted> reply = route.econnect().send(document);
        assertThat(reply).isEqualTo(new Reply.Done<>(Accepted.now(id)));
        assertThat(simulator.journal().accepted("P-1")).hasSize(1);
        assertThat(Files.readString(document.archived())).contains(id, "Bearer ***", Files.readString(document.ubl()));
        assertThat(document.answer()).content().contains(id);
    }

    @Test
    void theSameIdTwiceIsAcceptedBefore() throws IOException {
        String id = newId();
        route.econnect().send(invoice("P-2", id));
        assertThat(route.econnect().send(invoice("P-2", id))).isEqualTo(new Reply.Done<>(Accepted.before(id)));
        assertThat(simulator.journal().accepted("P-2")).hasSize(1);
    }

    @Test
    void acceptedWithoutAnAnswerIsInDoubtAndKnownAgainByItsId() throws IOException {
        String id = newId();
        simulator.faults().on(Operation.PSB_SEND).times(1).inject(Fault.resetAfterAcceptance());
        assertThat(route.econnect().send(invoice("P-3", id))).isInstanceOf(Reply.InDoubt.class);
        assertThat(route.econnect().send(invoice("P-3", id))).isEqualTo(new Reply.Done<>(Accepted.before(id)));
        assertThat(simulator.journal().accepted("P-3")).hasSize(1);
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndTheCallRepeated() throws IOException {
        assertThat(route.econnect().send(invoice("P-4", newId()))).isInstanceOf(Reply.Done.class);
        simulator.psb().expireTokens();
        assertThat(route.econnect().send(invoice("P-5", newId()))).isInstanceOf(Reply.Done.class);
        assertThat(simulator.journal().calls(Operation.PSB_TOKEN)).hasSize(2);
    }

    @Test
    void whatEConnectRefusesIsRefusedWithItsWordsAndItsRequestId() throws IOException {
        OutgoingDocument nonsense = route.document("P-6", newId(), "<no/>".getBytes(StandardCharsets.UTF_8));
        Reply<Accepted> reply = route.econnect().send(nonsense);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(reason(reply)).contains("econnect.rules", "requestId");
        assertThat(nonsense.answer()).content().contains("requestId");
    }

    @Test
    void withoutPermissionTheCompanyIsBlocked() throws IOException {
        simulator.psb().revoke(PsbRoute.CLIENT.clientId(), PartyPermission.values());
        assertThat(reason(route.econnect().send(invoice("P-7", newId()))))
                .startsWith("Blocked")
                .contains("econnect.no-permission");
    }

    @Test
    void fetchesWhatArrivedAndRemovesIt() throws IOException {
        String ubl = Files.readString(Path.of("src/main/resources/samples/verkoop-peppol.xml"));
        String id = simulator.psb().documentId(simulator.deliver(ACME.companyId(), InboxDocument.of(ubl)));
        Path document = folder.resolve("received.xml");
        assertThat(route.econnect().inboxDocument(id, folder.resolve("answer"), document))
                .isEqualTo(new Reply.Done<>(document));
        assertThat(Files.readString(document)).isEqualTo(ubl);
        assertThat(folder.resolve("answer")).doesNotExist();
        assertThat(route.econnect().pdf(id, folder.resolve("x.pdf")))
                .isEqualTo(new Reply.Done<>(new PdfAnswer.NeverMade()));
        assertThat(route.bus().deleteReceived(id)).isInstanceOf(Reply.Done.class);
        assertThat(simulator.psb().keeps(id)).isFalse();
        assertThat(route.bus().deleteReceived("there-is-none")).isInstanceOf(Reply.Done.class);
        assertThat(route.econnect().inboxDocument("there-is-none", folder.resolve("a"), folder.resolve("b")))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void tellsHowFarADocumentCame() throws IOException {
        String id = newId();
        route.econnect().send(invoice("P-8", id));
        Reply<List<ServiceBus.DocumentStatus>> statuses = route.bus().statuses(id);
        assertThat(((Reply.Done<List<ServiceBus.DocumentStatus>>) statuses).value())
                .extracting(ServiceBus.DocumentStatus::name)
                .isEqualTo(simulator.psb().statuses(id));
    }

    @Test
    void asksWhetherAReceiverCanBeReached() {
        Reply<Optional<ServiceBus.Recipient>> reply =
                route.bus().recipient(List.of("0106:87654321", "9944:NL987654321B01"), Optional.empty());
        assertThat(((Reply.Done<Optional<ServiceBus.Recipient>>) reply).value())
                .map(ServiceBus.Recipient::id)
                .contains("NL:KVK:87654321");
    }

    @Test
    void administersHooks() {
        ServiceBus bus = route.bus();
        String id = newId();
        ServiceBus.Hook hook = new ServiceBus.Hook(
                id,
                "komas-econnect",
                "https://hooks.acme.example/hooks/econnect/acme#s3cret",
                List.of("InvoiceReceived", "InvoiceSent"),
                "",
                ServiceBus.Hook.State.ACTIVE);
        assertThat(bus.putHook(hook)).isInstanceOf(Reply.Done.class);
        assertThat(((Reply.Done<List<ServiceBus.Hook>>) bus.hooks()).value())
                .extracting(ServiceBus.Hook::id)
                .contains(id);
        assertThat(bus.ping()).isInstanceOf(Reply.Done.class);
        assertThat(bus.deleteHook(id)).isInstanceOf(Reply.Done.class);
        assertThat(((Reply.Done<List<ServiceBus.Hook>>) bus.hooks()).value()).isEmpty();
        assertThat(hook).asString().doesNotContain("s3cret");
    }
}
