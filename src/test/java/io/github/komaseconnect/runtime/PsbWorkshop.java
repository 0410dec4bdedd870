package io.github.komaseconnect.runtime;

import io.github.komaseconnect.simulator.HookRetry;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/** A workshop whose company is at the PSB only, and hears of purchase invoices by hooks. */
final class PsbWorkshop {
    static final String COMPANY_ID = "XCNL10019";
    private static final SimulatedCompany ACME =
            new SimulatedCompany(COMPANY_ID, "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");
    private static final String HOOK_SECRET = "hook-secret-5d1e";

    private PsbWorkshop() {}

    /** Not started yet; the hook is registered. */
    static Workshop in(Path folder) throws IOException {
        Workshop workshop = new Workshop(
                folder, builder -> builder.client(SimulatedClient.of("acme-client", "acme-client-secret", ACME))
                        .hookRetry(HookRetry.usual().withFirst(Duration.ofMillis(300))));
        int port = freePort();
        workshop.simulator
                .psb()
                .hooks()
                .register(
                        COMPANY_ID,
                        "http://127.0.0.1:" + port + "/hooks/econnect/acme#" + HOOK_SECRET,
                        HookTopic.INVOICE_RECEIVED);
        return workshop.with(
                "econnect.psb.url=" + workshop.simulator.psbUrl(),
                "econnect.psb.identity-url=" + workshop.simulator.identityUrl(),
                "hooks.port=" + port,
                "company.acme.econnect=psb",
                "company.acme.party-id=NL:KVK:12345678",
                "company.acme.client-id=acme-client",
                "company.acme.client-secret=acme-client-secret",
                "company.acme.hook-secret=" + HOOK_SECRET,
                "company.acme.connection-key=",
                "company.acme.connection-secret=",
                "company.acme.company-id=");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
