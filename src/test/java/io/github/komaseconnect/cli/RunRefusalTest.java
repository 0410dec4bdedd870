package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.custody.LedgerEnvironment;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code run} does not start. */
class RunRefusalTest {
    @TempDir
    Path folder;

    private CommandDesk desk;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder);
    }

    @Test
    void aWrongGlobalSettingStopsItBeforeItTouchesAFolder() throws Exception {
        desk.configure(CommandDesk.ACME, "delivery.parallel=veel", "pickup.interval=snel");

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .containsSubsequence("delivery.parallel", "delivery.parallel", "pickup.interval", "pickup.interval")
                .contains("Er is niets gestart");
        try (var files = Files.list(desk.home)) {
            assertThat(files).containsExactly(desk.home.resolve("application.properties"));
        }
    }

    @Test
    void aContradictionBetweenEnvironmentAndAddressStopsIt() {
        desk.configure(
                CommandDesk.ACME, "econnect.environment=production", "econnect.platform.url=http://127.0.0.1:1/x");

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("econnect.environment", "simulator", "Er is niets gestart");
    }

    @Test
    void aLedgerMadeWithASimulatorIsRefusedInProduction() throws Exception {
        desk.configure(CommandDesk.ACME);
        try (Ledger ledger = desk.ledger()) {
            LedgerEnvironment.settle(ledger, Environment.SIMULATOR);
        }

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("hoort bij simulator", "eigen home").contains("belongs to simulator");
        assertThat(desk.at("status").out()).contains("OMGEVING: simulator", "run start zo niet");
        assertThat(desk.at("status", "--json").out()).contains("\"environment\":\"simulator\"");
        try (RunLock lock = RunLock.tryAcquire(desk.data()).orElseThrow()) {
            assertThat(lock).as("the home is free again").isNotNull();
        }
    }

    @Test
    void oneRunToAHome() throws Exception {
        desk.configure(CommandDesk.ACME);
        try (RunLock lock = RunLock.tryAcquire(desk.data()).orElseThrow()) {
            Said said = desk.at("run");

            assertThat(lock).isNotNull();
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("draait al een run").contains("a run is going on already");
        }
        assertThat(desk.home.resolve("logs")).doesNotExist();
    }

    @Test
    void aLedgerOfANewerProgramIsRefusedAndTheHomeSetFreeAgain() throws Exception {
        desk.configure(CommandDesk.ACME);
        Ledger ledger = desk.ledger();
        ledger.close();
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + desk.data().resolve("ledger.db"));
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ledger_schema (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, 1)
                    """);
        }

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err())
                .contains("nieuwere versie")
                .contains("newer version")
                .doesNotContain("\tat ");
        assertThat(RunLock.isHeld(desk.data())).isFalse();
        assertThat(desk.at("status").err()).contains("nieuwere versie");
        assertThat(desk.at("retry", "1").exitCode()).isEqualTo(1);
    }

    @Test
    void aLedgerThatCannotBeOpenedIsSaidWithoutItsPassword() {
        desk.configure(CommandDesk.ACME, "ledger.url=jdbc:postgresql://127.0.0.1:1/komas?user=x&password=pg-pass-77");

        Said said = desk.at("status");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err())
                .contains("niet te gebruiken")
                .doesNotContain("pg-pass-77")
                .doesNotContain("\tat ");
    }

    @Test
    void nothingToDoIsSaid() {
        desk.configure(CommandDesk.ACME, "company.acme.enabled=false");

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("Alle bedrijven staan uit");
    }

    @Test
    void aDataFolderThatCannotBeUsedIsNamed() throws Exception {
        desk.configure(CommandDesk.ACME);
        Files.writeString(desk.data(), "a file where the folder should be");

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("De map " + desk.data() + " is niet te gebruiken");
    }

    @Test
    void whatARunBeforeLeftThatCannotBeRemovedIsNamed() throws Exception {
        desk.configure(CommandDesk.ACME);
        Files.createDirectories(desk.data());
        Files.writeString(desk.data().resolve("tmp"), "a file where the folder should be");

        Said said = desk.at("run");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("De map " + desk.data().resolve("tmp"));
        assertThat(RunLock.isHeld(desk.data())).isFalse();
    }
}
