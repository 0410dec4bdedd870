package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} in a process of its own, with commands beside it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is asked to stop by SIGTERM")
class RunProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);
    private static final String KEY = "app-key-7f3a";

    @TempDir
    Path folder;

    private Simulator simulator;
    private CommandDesk desk;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.builder()
                .account(SimulatedAccount.of(
                        KEY,
                        CommandDesk.SECRET,
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01")))
                .start();
        desk = new CommandDesk(folder)
                .configure(
                        "econnect.platform.url=" + simulator.url(),
                        CommandDesk.ACME,
                        "receive.pdf-retry=200ms",
                        "receive.pdf-wait=2s",
                        "company.beta.name=Beta, whose keys are missing",
                        "company.beta.company-id=XCNL10020");
        for (String name : new String[] {"import", "export", "outbox", "sent", "held", "print-spool"}) {
            Files.createDirectories(desk.home.resolve("companies/acme").resolve(name));
        }
        Files.writeString(desk.home.resolve("companies/acme/relations.csv"), sample("relations.csv"));
        Files.createDirectories(desk.data().resolve("tmp"));
        Files.writeString(desk.data().resolve("tmp/left-over"), "x");
    }

    @AfterEach
    void close() throws Exception {
        simulator.close();
    }

    @Test
    void runsUntilItIsAskedToStopAndStartsAgain() throws Exception {
        simulator.deliver("XCNL10019", InboxDocument.of(sample("verkoop-peppol.xml")));
        Path console = folder.resolve("console.txt");
        try (RunProcess run = RunProcess.start(desk.home, console)) {
            awaitReceived(run, 1);
            assertThat(desk.data().resolve("tmp/left-over")).doesNotExist();

            refreshBringsTheSecond();
            ordersAreCarriedOut();
            theBrokenCompanyIsAnAlarm();
            aSecondRunIsRefused();

            assertThat(run.terminate(TIME_TO_STOP)).isIn(143, 0);
        }
        String log = log();
        assertThat(log)
                .contains("komas-econnect dev start: home " + desk.home)
                .contains("[acme]")
                .contains("BEDRIJF beta DRAAIT NIET")
                .contains("komas-econnect is gestopt")
                .doesNotContain(KEY)
                .doesNotContain(CommandDesk.SECRET);
        assertThat(desk.at("refresh").exitCode()).isEqualTo(1);

        simulator.deliver("XCNL10019", InboxDocument.of(sample("verkoop-overheid.xml")));
        try (RunProcess again = RunProcess.start(desk.home, console)) {
            awaitReceived(again, 3);
            assertThat(again.terminate(TIME_TO_STOP)).isIn(143, 0);
        }
        assertThat(log().split("komas-econnect is gestopt", -1)).hasSize(3);
        assertThat(Files.readString(console)).doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsWrongWithARouteOfTheUserWithoutAStackTrace() throws Exception {
        Files.createDirectories(desk.home.resolve("routes"));
        Files.writeString(desk.home.resolve("routes/own.camel.yaml"), "- route:\n    from:\n      uri: nosuch:thing\n");
        Path console = folder.resolve("console.txt");
        try (RunProcess run = RunProcess.start(desk.home, console)) {
            await().atMost(PATIENCE).until(() -> !run.isAlive());

            assertThat(run.terminate(TIME_TO_STOP)).isEqualTo(1);
            assertThat(run.console())
                    .contains("De runtime kan niet starten")
                    .contains("The runtime cannot start")
                    .doesNotContain("\tat ");
            assertThat(log()).contains("\tat ");
        }
    }

    @Test
    void canBeStoppedWhileItBegins() throws Exception {
        Path console = folder.resolve("console.txt");
        try (RunProcess run = RunProcess.start(desk.home, console)) {
            await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> run.console()
                    .contains("BEDRIJF beta DRAAIT NIET"));

            assertThat(run.terminate(TIME_TO_STOP)).isIn(143, 0);
            assertThat(run.console())
                    .contains("komas-econnect is gestopt")
                    .doesNotContain("kan niet starten")
                    .doesNotContain("\tat ");
        }
    }

    private void refreshBringsTheSecond() throws IOException {
        simulator.deliver("XCNL10019", InboxDocument.of(sample("verkoop-email.xml")));

        Said said = desk.at("refresh", "acme");

        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("1 nieuw document; 1 in de importmap").containsPattern("acme .*EUR");
    }

    private void ordersAreCarriedOut() {
        assertThat(desk.at("pause", "acme").out()).contains("acme is gepauzeerd");
        assertThat(desk.at("status").out()).contains("Gepauzeerd door anna@kantoor");
        assertThat(desk.at("resume", "acme").out()).contains("acme gaat weer verder");
        Said refused = desk.at("cancel", "1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("kan niet geannuleerd worden");
    }

    private void theBrokenCompanyIsAnAlarm() {
        Said said = desk.at("status", "--check");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("Bedrijf beta draait niet").contains("company.beta.connection-key");
    }

    private void aSecondRunIsRefused() {
        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("draait al een run");
    }

    private void awaitReceived(RunProcess run, int number) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(run.isAlive()).describedAs(run.console()).isTrue();
            return received() == number;
        });
    }

    private int received() {
        return (int) desk.at("status", "acme", "--state", "ontvangen")
                .out()
                .lines()
                .filter(line -> line.contains("inkoop factuur") || line.contains("inkoop creditnota"))
                .count();
    }

    private String log() throws IOException {
        return Files.readString(desk.home.resolve("logs/komas-econnect.log"));
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = RunProcessTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
