package io.github.komaseconnect.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * What {@code komas-econnect simulate --port N} offers: one company with keys of its own and a few purchase invoices that
 * wait for it, a company at the PSB, a third company to send to, and everybody else on Peppol save one.
 */
public final class RehearsalScenario {
    /** The connection key to put into the configuration of the rehearsal. */
    public static final String CONNECTION_KEY = "rehearsal-key";
    /** The secret that goes with it; it opens nothing but this simulator. */
    public static final String CONNECTION_SECRET = "rehearsal-secret";
    /** The company that rehearses. */
    public static final SimulatedCompany COMPANY =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456782B01");
    /** A company that is at the PSB; the client may act for {@link #COMPANY} too, which can change over to it. */
    public static final SimulatedCompany PSB_COMPANY =
            new SimulatedCompany("XCNL10020", "Bouwbedrijf De Brug B.V.", "55667788", "NL556677889B01");
    /** The client of the PSB to put into the configuration of the rehearsal. */
    public static final String CLIENT_ID = "rehearsal-client";
    /** The secret that goes with it; it opens nothing but this simulator. */
    public static final String CLIENT_SECRET = "rehearsal-client-secret";
    /** A customer with an eConnect inbox; an account of its own, with keys {@code customer-key}/{@code customer-secret}. */
    public static final SimulatedCompany CUSTOMER =
            new SimulatedCompany("XCNL10018", "Woonstichting Voorbeeld", "87654321", "NL987654329B01");
    /** Nobody with this CoC number is on Peppol. */
    public static final String UNREACHABLE = "0106:99999999";

    private static final int INVOICES = 5;
    private static final int HOOKS_PORT = 8086;

    private RehearsalScenario() {}

    /** Starts a simulator on this port (0: a free one) with everything in place and the page at {@code /control}. */
    public static Simulator start(int port, Clock clock) throws IOException {
        Simulator simulator = Simulator.builder()
                .port(port)
                .clock(clock)
                .account(SimulatedAccount.of(CONNECTION_KEY, CONNECTION_SECRET, COMPANY))
                .account(SimulatedAccount.of("customer-key", "customer-secret", CUSTOMER))
                .client(SimulatedClient.of(CLIENT_ID, CLIENT_SECRET, PSB_COMPANY, COMPANY))
                .reach(PeppolReach.everyoneExcept(UNREACHABLE))
                .controlPage()
                .start();
        new SampleInvoices().deliver(simulator, COMPANY.companyId(), INVOICES);
        return simulator;
    }

    /** The settings of a home for rehearsals with this simulator: these lines and no others. */
    public static List<String> settings(Simulator simulator) {
        return List.of(
                "econnect.platform.url=" + simulator.url(),
                "company.acme.name=" + COMPANY.name(),
                "company.acme.connection-key=" + CONNECTION_KEY,
                "company.acme.connection-secret=" + CONNECTION_SECRET,
                "company.acme.company-id=" + COMPANY.companyId(),
                "company.acme.folder=acme",
                "company.acme.relations=acme/relations.csv",
                "",
                "econnect.psb.url=" + simulator.psbUrl(),
                "econnect.psb.identity-url=" + simulator.identityUrl(),
                "hooks.port=" + HOOKS_PORT,
                "company.brug.name=" + PSB_COMPANY.name(),
                "company.brug.econnect=psb",
                "company.brug.party-id=" + PSB_COMPANY.partyId(),
                "company.brug.client-id=" + CLIENT_ID,
                "company.brug.client-secret=" + CLIENT_SECRET,
                "company.brug.hook-secret=rehearsal-hook-secret",
                "company.brug.hook-url=http://127.0.0.1:" + HOOKS_PORT + "/hooks/econnect/brug",
                "company.brug.folder=brug",
                "company.brug.relations=brug/relations.csv");
    }

    /** What to tell the person who rehearses once the home is there: what can be tried. */
    public static List<String> instructions(Simulator simulator) {
        String home = "http://127.0.0.1:" + simulator.port();
        return List.of(
                INVOICES + " inkoopfacturen wachten in de inbox van / purchase invoices wait in the inbox of "
                        + COMPANY.companyId() + " (acme).",
                "Iedereen zit op Peppol, behalve / everybody is on Peppol, except " + UNREACHABLE + ". "
                        + CUSTOMER.name() + " (" + CUSTOMER.cocNumber()
                        + ") heeft een inbox bij eConnect / has an eConnect inbox.",
                "Wat er aankwam / what arrived:",
                "  curl " + home + "/control/journal",
                "Meer inkoopfacturen / more purchase invoices:",
                "  curl -X POST '" + home + "/control/inbox?company=" + COMPANY.companyId() + "&count=3'",
                "Idem bij de PSB, voor brug / the same at the PSB, for brug:",
                "  curl -X POST '" + home + "/control/inbox?company=" + PSB_COMPANY.companyId() + "&count=3'",
                "Wat hooks meldden / what hooks were told:",
                "  curl " + home + "/control/hooks",
                "Wat er mis kan gaan / things that go wrong:",
                "  curl " + home + "/control");
    }
}
