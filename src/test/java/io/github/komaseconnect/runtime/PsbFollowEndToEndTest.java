package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.HookRetry;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.InvoiceResponse;
import io.github.komaseconnect.simulator.SendOutcome;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of invoices sent over the PSB: told by hooks through the real door, or found by asking when all are lost. */
class PsbFollowEndToEndTest {
    private static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");
    private static final String SECRET = "hook-secret-71b0";
    private static final InvoiceResponse REJECTION =
            new InvoiceResponse("RE", Map.of("REF", "Inkoopnummer ontbreekt"), Map.of(), "");

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(
                folder, builder -> builder.client(SimulatedClient.of("acme-client", "acme-psb-secret", ACME))
                        .hookRetry(HookRetry.usual().withFirst(Duration.ofMillis(300))));
        workshop.with(
                "econnect.psb.url=" + workshop.simulator.psbUrl(),
                "econnect.psb.identity-url=" + workshop.simulator.identityUrl(),
                "company.acme.econnect=psb",
                "company.acme.connection-key=",
                "company.acme.connection-secret=",
                "company.acme.company-id=",
                "company.acme.party-id=NL:KVK:12345678",
                "company.acme.client-id=acme-client",
                "company.acme.client-secret=acme-psb-secret");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private void startWithHooksOnly() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        workshop.simulator
                .psb()
                .hooks()
                .register(
                        "XCNL10019",
                        "http://127.0.0.1:" + port + "/hooks/econnect/acme#" + SECRET,
                        HookTopic.INVOICE_SENT,
                        HookTopic.INVOICE_SENT_ERROR,
                        HookTopic.INVOICE_RESPONSE_RECEIVED);
        workshop.with("following.psb-poll=0s", "company.acme.hook-secret=" + SECRET, "hooks.port=" + port)
                .start();
    }

    private void export(String number) throws Exception {
        workshop.export(number + ".XML", Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number));
    }

    private void awaitStatusFile(LedgerInvoice invoice, String words) {
        Path file = workshop.acme("sent").resolve(invoice.where().path() + ".status.txt");
        await().atMost(Workshop.PATIENCE)
                .until(() -> Files.exists(file) && Files.readString(file).contains(words));
    }

    private List<Alarm> alarms() {
        return workshop.ledger().reading(books -> books.alarms().open());
    }

    private void awaitRejectionTold() {
        await().atMost(Workshop.PATIENCE).until(() -> alarms().stream()
                .anyMatch(alarm -> alarm.reason().code().equals("following.rejected")));
    }

    @Test
    void hooksTellThatItArrivedAndThatTheBuyerRejectsIt() throws Exception {
        startWithHooksOnly();
        export("2026-1");
        LedgerInvoice invoice = workshop.awaitState("2026-1", InvoiceState.SENT);
        awaitStatusFile(invoice, "Stand: afgeleverd");
        assertThat(alarms()).isEmpty();

        workshop.simulator.psb().respond(invoice.externalId(), REJECTION);

        awaitRejectionTold();
        assertThat(alarms()).singleElement().satisfies(alarm -> assertThat(
                        alarm.reason().dutchLine())
                .contains("afgewezen", "Inkoopnummer ontbreekt", "creditnota"));
        awaitStatusFile(invoice, "Stand: afgewezen door de klant");
    }

    @Test
    void whatEConnectGivesUpIsHeldAndARetryIsAnotherDocument() throws Exception {
        workshop.simulator.psb().onSend("2026-2", SendOutcome.FAILED);
        startWithHooksOnly();
        export("2026-2");
        LedgerInvoice held = workshop.awaitState("2026-2", InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).isEqualTo("econnect.not-delivered");
        assertThat(held.reason().orElseThrow().dutch()).contains("The receiver");
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);

        workshop.simulator.psb().onSend("2026-2", SendOutcome.SENT);
        workshop.ledger()
                .record(books -> books.orders().place(WorkOrder.Kind.RETRY, "acme", held.id(), "", "els@kantoor"));

        LedgerInvoice sent = workshop.awaitState("2026-2", InvoiceState.SENT);
        awaitStatusFile(sent, "Stand: afgeleverd");
        assertThat(workshop.simulator.journal().accepted("2026-2"))
                .extracting(AcceptedDocument::externalId)
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(workshop.files("held")).isEmpty();
    }

    @Test
    void whenAllHooksAreLostItIsFoundByAsking() throws Exception {
        workshop.simulator.psb().onSend("2026-4", SendOutcome.FAILED);
        workshop.with("following.psb-poll=300ms").start();
        export("2026-3");
        export("2026-4");
        LedgerInvoice invoice = workshop.awaitState("2026-3", InvoiceState.SENT);

        awaitStatusFile(invoice, "Stand: afgeleverd");
        LedgerInvoice held = workshop.awaitState("2026-4", InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).isEqualTo("econnect.not-delivered");

        workshop.simulator
                .psb()
                .report(invoice.externalId(), HookTopic.MESSAGE_LEVEL_STATUS_RECEIVED, "The access point took it.");
        workshop.simulator.psb().respond(invoice.externalId(), REJECTION);
        awaitRejectionTold();
        awaitStatusFile(invoice, "Stand: afgewezen door de klant");
        assertThat(workshop.ledger()
                        .<List<LedgerEvent>>reading(books -> books.events().of(invoice.id())))
                .extracting(LedgerEvent::dutch)
                .filteredOn(words -> words.startsWith("eConnect meldt:"))
                .containsExactly("eConnect meldt: MessageLevelStatusReceived: The access point took it.");
    }
}
