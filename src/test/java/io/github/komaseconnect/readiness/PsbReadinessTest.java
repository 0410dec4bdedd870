package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PartyPermission;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of a home whose company is at the PSB only. */
class PsbReadinessTest {
    private static final String CLIENT = "acme-client";
    private static final String SECRET = "acme-client-secret-77c1";

    @TempDir
    Path folder;

    private final Recorded report = new Recorded();
    private Simulator simulator;
    private GoLiveHome home;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.builder()
                .client(SimulatedClient.of(
                        CLIENT,
                        SECRET,
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01")))
                .start();
        home = new GoLiveHome(folder.resolve("home"))
                .with(
                        "econnect.psb.url=" + simulator.psbUrl(),
                        "econnect.psb.identity-url=" + simulator.identityUrl(),
                        "company.acme.name=Acme Installatietechniek B.V.",
                        "company.acme.econnect=psb",
                        "company.acme.client-id=" + CLIENT,
                        "company.acme.client-secret=" + SECRET);
        for (String each : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(home.of("acme", each));
        }
        home.relations("acme", GoLiveHome.sample("relations.csv"));
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private void check(String partyId) throws IOException {
        home.with("company.acme.party-id=" + partyId).write();
        new Readiness(home.home(), home.configuration(), home.credentials(), Clock.systemUTC())
                .check(List.of("acme"), report);
    }

    @Test
    void accountPartyPermissionsAndClockAreLookedAtOverThePsb() throws IOException {
        check("NL:KVK:12345678");

        assertThat(report.lines("check.log-in"))
                .containsExactly("eConnect (PSB) accepteert client-id en client-secret.");
        assertThat(report.lines("check.company-id"))
                .containsExactly(
                        "Party id NL:KVK:12345678 (Acme Installatietechniek B.V.) hoort bij dit eConnect-account.");
        assertThat(report.lines("check.permissions"))
                .containsExactly("Dit account mag voor NL:KVK:12345678 verzenden, ontvangen en hooks beheren.");
        assertThat(report.lines("check.clock")).singleElement().asString().startsWith("De klok loopt gelijk");
        assertThat(report.lines("check.inbox")).isEmpty();
        assertThat(simulator.journal().calls(Operation.LOGIN)).isEmpty();
    }

    @Test
    void aPartyIdMayBeTypedInAnotherOfItsForms() throws IOException {
        check("0106:12345678");

        assertThat(report.lines("check.company-id")).singleElement().asString().contains("hoort bij");
    }

    @Test
    void whatTheAccountMayNotDoIsSaidOneByOne() throws IOException {
        simulator.psb().revoke(CLIENT, PartyPermission.CAN_SEND_DOCUMENT);
        check("NL:KVK:12345678");

        assertThat(report.lines("check.permissions"))
                .singleElement()
                .asString()
                .startsWith("Dit account mag voor NL:KVK:12345678 geen facturen verzenden.")
                .contains("company.acme.client-id");
        assertThat(report.codes(Level.ERROR)).contains("check.permissions");
    }

    @Test
    void thatItMayNotRemoveIsWarnedOfWhereItIsToRemove() throws IOException {
        simulator.psb().revoke(CLIENT, PartyPermission.CAN_REMOVE_DOCUMENT);
        home.with("company.acme.delete-after-import=true");
        check("NL:KVK:12345678");

        assertThat(report.lines("check.permissions"))
                .singleElement()
                .asString()
                .startsWith("Dit account mag voor NL:KVK:12345678 geen ontvangen facturen verwijderen.")
                .contains("company.acme.client-id", "delete-after-import=false");
        assertThat(report.codes(Level.WARNING)).contains("check.permissions");
        assertThat(report.codes(Level.ERROR)).doesNotContain("check.permissions");
    }

    @Test
    void thatItMayNotRemoveIsNothingToACompanyThatKeeps() throws IOException {
        simulator.psb().revoke(CLIENT, PartyPermission.CAN_REMOVE_DOCUMENT);
        check("NL:KVK:12345678");

        assertThat(report.lines("check.permissions"))
                .containsExactly("Dit account mag voor NL:KVK:12345678 verzenden, ontvangen en hooks beheren.");
    }

    @Test
    void aPartyIdOfAnotherAccountIsAnErrorThatNamesTheRightOne() throws IOException {
        check("NL:KVK:87654321");

        assertThat(report.codes(Level.ERROR)).contains("check.company-id");
        assertThat(report.lines("check.company-id"))
                .singleElement()
                .asString()
                .contains("NL:KVK:87654321 hoort niet bij", "company.acme.party-id", "NL:KVK:12345678 Acme");
        assertThat(report.lines("check.permissions")).isEmpty();
    }

    @Test
    void aWrongSecretIsSaidAndNotShown() throws IOException {
        simulator.psb().changeSecret(CLIENT, "another-secret-90fe");
        check("NL:KVK:12345678");

        assertThat(report.lines("check.log-in")).isEmpty();
        assertThat(report.text()).contains("company.acme.client-secret").doesNotContain(SECRET);
    }
}
