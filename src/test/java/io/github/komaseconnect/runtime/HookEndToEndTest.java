package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.simulator.HookRetry;
import io.github.komaseconnect.simulator.HookStamp;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.PsbEvent;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Purchase invoices that the PSB tells of by hooks, from the simulator into the import folder. */
class HookEndToEndTest {
    private static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");
    private static final String SECRET = "hook-secret-5d1e";

    @TempDir
    Path folder;

    private Workshop workshop;
    private int port;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(
                folder, builder -> builder.client(SimulatedClient.of("acme-client", "acme-psb-secret", ACME))
                        .hookRetry(HookRetry.usual().withFirst(Duration.ofMillis(300))));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        workshop.with(
                "econnect.psb.url=" + workshop.simulator.psbUrl(),
                "econnect.psb.identity-url=" + workshop.simulator.identityUrl(),
                "company.acme.econnect=psb",
                // no list that would tell too
                "company.acme.connection-key=",
                "company.acme.connection-secret=",
                "company.acme.company-id=",
                "company.acme.party-id=NL:KVK:12345678",
                "company.acme.client-id=acme-client",
                "company.acme.client-secret=acme-psb-secret",
                "company.acme.hook-secret=" + SECRET,
                "hooks.port=" + port);
        workshop.simulator
                .psb()
                .hooks()
                .register(
                        "XCNL10019",
                        "http://127.0.0.1:" + port + "/hooks/econnect/acme#" + SECRET,
                        HookTopic.INVOICE_RECEIVED);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static InboxDocument purchase(String number) throws IOException {
        return InboxDocument.of(Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number));
    }

    private void awaitReceived(int count) {
        await().atMost(Workshop.PATIENCE).until(() -> received() == count);
    }

    private int received() {
        return workshop.ledger()
                .reading(books -> books.invoices().inState(Direction.PURCHASE, EnumSet.of(InvoiceState.RECEIVED)))
                .size();
    }

    private List<String> imported() throws IOException {
        return workshop.files("import").stream()
                .filter(name -> name.endsWith(".xml"))
                .toList();
    }

    @Test
    void whatArrivesIsInTheImportFolderOnceAndThenRemovedAtEConnect() throws Exception {
        workshop.with("company.acme.delete-after-import=true").start();
        String id = workshop.simulator.deliver("XCNL10019", purchase("2026-1"));
        awaitReceived(1);

        assertThat(imported()).singleElement().asString().contains("2026-1");
        long invoice = workshop.ledger().reading(books -> books.invoices()
                .inState(Direction.PURCHASE, EnumSet.of(InvoiceState.RECEIVED))
                .get(0)
                .id());
        List<LedgerEvent> events =
                workshop.ledger().reading(books -> books.events().of(invoice));
        assertThat(events).extracting(LedgerEvent::dutch).endsWith("Ontvangen. Verwijderd bij eConnect.");
        assertThat(workshop.simulator.psb().keeps(id)).isFalse();

        PsbEvent event = workshop.simulator
                .psb()
                .hooks()
                .events(HookTopic.INVOICE_RECEIVED)
                .get(0);
        workshop.simulator.psb().hooks().repeat(event);
        workshop.simulator.psb().hooks().post(event, HookStamp.now().signedWith("wrong"));
        workshop.simulator.deliver("XCNL10019", purchase("2026-2"));
        awaitReceived(2);
        assertThat(imported()).hasSize(2);
    }

    @Test
    void whatCameWhileTheProgramWasAwayComesLaterInAnyOrder() throws Exception {
        workshop.start();
        workshop.stop();
        workshop.simulator.psb().hooks().pause();
        workshop.simulator.deliver("XCNL10019", purchase("2026-1"));
        workshop.simulator.deliver("XCNL10019", purchase("2026-2"));

        workshop.start();
        workshop.simulator.psb().hooks().resumeReversed();
        awaitReceived(2);
        PsbEvent event = workshop.simulator
                .psb()
                .hooks()
                .events(HookTopic.INVOICE_RECEIVED)
                .get(0);
        workshop.simulator
                .psb()
                .hooks()
                .post(event, HookStamp.now().sentOn(Instant.now().minus(Duration.ofDays(2))));

        workshop.stop();
        workshop.start();
        assertThat(received()).isEqualTo(2);
        assertThat(imported()).hasSize(2);
    }
}
