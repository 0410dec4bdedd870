package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.simulator.BlockedFor;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.InvoiceStatus;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Recorded report = new Recorded();
    private Simulator simulator;
    private GoLiveHome home;

    @BeforeEach
    void start() throws IOException {
        simulator = GoLiveHome.simulator();
        mail.start();
        mail.setUser("facturen@acme.example", "facturen", "mail-password-31bf");
        home = new GoLiveHome(folder.resolve("home")).platform(simulator.url()).acme();
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        mail.stop();
    }

    private GoLiveHome withMail() {
        return home.with(
                "mail.smtp.host=127.0.0.1",
                "mail.smtp.port=" + mail.getSmtp().getPort(),
                "mail.smtp.security=none",
                "mail.smtp.username=facturen",
                "mail.smtp.password=mail-password-31bf",
                "alert.email=beheer@acme.example");
    }

    private Level check(String... companies) throws IOException {
        home.write();
        return checkAsWritten(companies);
    }

    private Level checkAsWritten(String... companies) {
        return new Readiness(home.home(), home.configuration(), home.credentials(), Clock.systemUTC())
                .check(Arrays.asList(companies), report);
    }

    private String deliver(InvoiceStatus status, Instant createdOn) throws IOException {
        return simulator.deliver(
                "XCNL10019",
                InboxDocument.of(GoLiveHome.sample("verkoop-peppol.xml"))
                        .withStatus(status)
                        .withCreatedOn(createdOn));
    }

    @Test
    void everythingInOrder() throws IOException {
        withMail();
        assertThat(check("acme")).as(report.text()).isEqualTo(Level.WARNING);
        assertThat(report.codes(Level.WARNING)).containsExactly("check.environment");
        assertThat(report.lines("check.environment"))
                .singleElement()
                .asString()
                .startsWith("Omgeving: simulator, geen");
        assertThat(report.lines("check.log-in")).hasSize(1);
        assertThat(report.lines("check.company-id")).hasSize(1);
        assertThat(report.lines("check.folder")).hasSize(6);
        assertThat(report.lines("check.rules"))
                .hasSize(3)
                .anyMatch(line -> line.contains("Peppol BIS Billing 3, 2026.5, van kracht sinds 17-08-2026"))
                .anyMatch(line -> line.contains("NLCIUS (SI-UBL 2.0), 2.0.3.12") && line.contains("2.0.3.13"));
        assertThat(report.lines("check.moves")).hasSize(1);
        assertThat(report.lines("check.relations"))
                .containsExactly("4 relaties in relations.csv: Peppol 2, e-mail 1, print 1.");
        assertThat(report.lines("check.mail")).hasSize(2);
        assertThat(report.lines("check.alarms")).containsExactly("Alarmen gaan naar beheer@acme.example.");
    }

    @Test
    void sendsNothingFetchesNothingAndLeavesNoTrace() throws IOException {
        String waiting = deliver(InvoiceStatus.RECEIVED, NOW);
        home.put("acme", "export", "verkoop-peppol.xml");
        withMail().write();
        List<String> before = home.everything();
        checkAsWritten("acme");
        assertThat(home.everything()).isEqualTo(before);
        assertThat(simulator.status(waiting)).isEqualTo(InvoiceStatus.RECEIVED);
        assertThat(simulator.journal().calls())
                .extracting(call -> call.details().operation().orElse(null))
                .containsOnly(null, Operation.LOGIN, Operation.GET_ACCOUNT_PARTIES, Operation.GET_INBOX_DOCUMENTS);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void warnsOfInvoicesThatLieInTheExportFolder() throws IOException {
        home.put("acme", "export", "verkoop-peppol.xml");
        Files.writeString(home.of("acme", "export").resolve("~half.xml"), "x");
        check("acme");
        assertThat(report.lines("check.export-waiting"))
                .singleElement()
                .asString()
                .contains("1 XML-bestanden");
    }

    @Test
    void showsNoSecret() throws IOException {
        withMail();
        mail.setUser("facturen@acme.example", "facturen", "another");
        simulator.changeKeys("acme-key", "acme-key", "new-secret");
        check("acme");
        assertThat(report.text()).doesNotContain(GoLiveHome.ACME_SECRET, "mail-password-31bf");
        assertThat(report.codes(Level.ERROR)).contains("econnect.keys-refused", "mail.login-refused");
    }

    @Test
    void countsWhatNobodyHasDownloaded() throws IOException {
        deliver(InvoiceStatus.RECEIVED, NOW.minusSeconds(500));
        deliver(InvoiceStatus.RECEIVED, NOW.minusSeconds(400));
        deliver(InvoiceStatus.DOWNLOADED, NOW.minusSeconds(300));
        check("acme");
        assertThat(report.lines("check.inbox")).singleElement().asString().contains("haalt 2 inkoopfacturen");
    }

    @Test
    void countsAllSinceTheDayInTheSettings() throws IOException {
        home.with("company.acme.receive-since=2026-11-01");
        deliver(InvoiceStatus.DOWNLOADED, Instant.parse("2026-10-31T12:00:00Z"));
        deliver(InvoiceStatus.DOWNLOADED, Instant.parse("2026-11-02T12:00:00Z"));
        check("acme");
        assertThat(report.lines("check.inbox"))
                .singleElement()
                .asString()
                .contains("haalt 1 inkoopfacturen", "sinds 01-11-2026");
    }

    @Test
    void countsFromTheWatermarkBesideARunningRuntime() throws Exception {
        deliver(InvoiceStatus.DOWNLOADED, Instant.parse("2026-09-01T12:00:00Z"));
        deliver(InvoiceStatus.DOWNLOADED, NOW.minusSeconds(60));
        Path data = home.home().data();
        try (RunLock lock = RunLock.tryAcquire(data).orElseThrow();
                Ledger ledger = LedgerDatabase.open("", data, Clock.systemUTC(), "test")) {
            assertThat(lock).isNotNull();
            ledger.record(books -> books.receipts().watermark("acme", NOW.minusSeconds(3600), NOW));
            check("acme");
        }
        assertThat(report.lines("check.inbox")).singleElement().asString().contains("volgende verversing haalt 1 ");
        assertThat(report.lines("check.run")).singleElement().asString().contains("draait nu voor");
        assertThat(report.lines("check.ledger")).singleElement().asString().contains("schemaversie ");
    }

    @Test
    void aCompanyIdOfAnotherAccountIsAnError() throws IOException {
        home.beta();
        home.write();
        Path file = home.home().configurationFile();
        Files.writeString(file, Files.readString(file).replace("XCNL10020", "XCNL10021"));
        new Readiness(home.home(), home.configuration(), home.credentials(), Clock.systemUTC())
                .check(List.of("beta"), report);
        assertThat(report.codes(Level.ERROR)).contains("check.company-id");
        assertThat(report.lines("check.company-id")).singleElement().asString().contains("XCNL10020 Beta Techniek");
    }

    @Test
    void oneBrokenCompanyStopsNoOther() throws IOException {
        home.beta().with("company.beta.printer=lpd://printer/");
        assertThat(check("acme", "beta")).isEqualTo(Level.ERROR);
        assertThat(report.lines("check.company-broken"))
                .singleElement()
                .asString()
                .contains("beta");
        assertThat(report.lines("check.configuration")).anyMatch(line -> line.contains("begint met ipp:// of ipps://"));
        assertThat(report.lines("check.log-in")).hasSize(1);
    }

    @Test
    void refusedKeysOfOneCompanyStopNoOther() throws IOException {
        home.beta();
        simulator.changeKeys("acme-key", "acme-key", "another");
        check("acme", "beta");
        assertThat(report.codes(Level.ERROR)).contains("econnect.keys-refused");
        assertThat(report.lines("check.log-in")).hasSize(1);
        assertThat(report.sections).anyMatch(section -> section.startsWith("Bedrijf beta"));
    }

    @Test
    void aBlockedBalanceIsAnError() throws IOException {
        simulator.block("acme-key", BlockedFor.NEGATIVE_BALANCE);
        check("acme");
        assertThat(report.codes(Level.ERROR)).contains("econnect.balance-blocked");
    }

    @Test
    void eConnectOutOfReachIsAnErrorAndTheRestIsCheckedAllTheSame() throws IOException {
        simulator.refuseConnections();
        check("acme");
        assertThat(report.codes(Level.ERROR)).contains("econnect.unreachable-service");
        assertThat(report.lines("check.relations")).hasSize(1);
    }

    @Test
    void keysGoNowhereWhenTheAddressOfEConnectIsWrong() throws IOException {
        home = new GoLiveHome(folder.resolve("wrong")).acme().with("econnect.platform.url=nonsense");
        check("acme");
        assertThat(report.codes(Level.ERROR)).contains("check.configuration", "check.not-tried");
        assertThat(report.lines("check.log-in")).isEmpty();
        assertThat(report.lines("check.folder")).hasSize(6);
    }

    @Test
    void missingFoldersAreErrorsEachWithItsSetting() throws IOException {
        Files.delete(home.of("acme", "outbox"));
        Files.delete(home.of("acme", "held"));
        Files.writeString(home.of("acme", "held"), "a file");
        check("acme");
        assertThat(report.lines("check.folder-missing"))
                .singleElement()
                .asString()
                .contains("outbox", "company.acme.outbox-folder");
        assertThat(report.codes(Level.ERROR)).contains("check.folder-is-file");
    }

    @Test
    void customersByEmailNeedAMailServer() throws IOException {
        check("acme");
        assertThat(report.codes(Level.ERROR)).contains("check.mail");
        assertThat(report.codes(Level.WARNING)).contains("check.alarms");
    }

    @Test
    void theRouteToEConnectMayBeMissingAmongRoutesOfOnesOwn() throws IOException {
        Files.createDirectories(home.folder.resolve("routes"));
        Files.writeString(home.folder.resolve("routes/own.camel.yaml"), "- route:\n");
        check("acme");
        assertThat(report.codes(Level.ERROR)).contains("check.routes");
        assertThat(report.lines("check.relations")).hasSize(1);
    }

    @Test
    void aDisabledCompanyIsSaidToBeOff() throws IOException {
        home.beta().with("company.beta.enabled=false");
        check("acme", "beta");
        assertThat(report.codes(Level.WARNING)).contains("check.company-disabled");
        assertThat(report.sections).noneMatch(section -> section.startsWith("Bedrijf beta"));
    }

    @Test
    void aShorterRelationFileIsJudgedAsTheRuntimeWouldAndTheConfirmationStays() throws IOException {
        StringBuilder many = new StringBuilder("relatienummer;naam;verzendmethode\n");
        for (int i = 0; i < 40; i++) {
            many.append(i).append(";Klant ").append(i).append(";print\n");
        }
        Path lastGood = home.folder.resolve("data/relations/acme.csv");
        Files.createDirectories(lastGood.getParent());
        Files.writeString(lastGood, many);
        check("acme");
        assertThat(report.codes(Level.ERROR)).contains("relation-file.shorter");
        assertThat(report.lines("check.relations").get(0)).startsWith("40 relaties");
        Path accept = Files.createFile(home.of("acme", "relations.csv.accept"));
        report.findings.clear();
        check("acme");
        assertThat(report.lines("check.relations").get(0)).startsWith("4 relaties");
        assertThat(accept).exists();
        assertThat(Files.readString(lastGood)).isEqualTo(many.toString());
    }
}
