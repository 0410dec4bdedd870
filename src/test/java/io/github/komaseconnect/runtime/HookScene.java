package io.github.komaseconnect.runtime;

import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.simulator.HookRetry;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A company that hears of purchase invoices by hooks alone, and a PSB that tells. */
abstract class HookScene {
    static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");
    static final String SECRET = "hook-secret-5d1e";

    @TempDir
    Path folder;

    Workshop workshop;
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

    static InboxDocument purchase(String number) throws IOException {
        return InboxDocument.of(Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number));
    }

    void awaitReceived(int count) {
        await().atMost(Workshop.PATIENCE).until(() -> received() == count);
    }

    int received() {
        return workshop.ledger()
                .reading(books -> books.invoices().inState(Direction.PURCHASE, EnumSet.of(InvoiceState.RECEIVED)))
                .size();
    }

    List<String> imported() throws IOException {
        return workshop.files("import").stream()
                .filter(name -> name.endsWith(".xml"))
                .toList();
    }

    HookTraffic traffic() {
        return workshop.ledger().reading(books -> books.hooks().traffic()).stream()
                .findFirst()
                .orElseGet(() -> HookTraffic.none("acme"));
    }
}
