package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.readiness.GoLiveHome;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EConnectOnlyTest {
    @TempDir
    Path folder;

    private Simulator simulator;
    private GoLiveHome home;

    @BeforeEach
    void start() throws IOException {
        simulator = GoLiveHome.simulator();
        home = new GoLiveHome(folder.resolve("home")).platform(simulator.url()).acme();
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private EConnectOnly open(Home place) throws IOException {
        home.write();
        return new EConnectOnly(
                place, home.configuration(), home.credentials(), Clock.systemUTC(), Duration.ofSeconds(5));
    }

    private Company acme() {
        return home.configuration().company("acme").orElseThrow();
    }

    @Test
    void talksToEConnectAndLeavesNothingInTheHome() throws IOException {
        try (EConnectOnly only = open(home.home())) {
            EConnect acme = only.forCompany(acme());
            assertThat(acme.logIn()).isInstanceOf(Reply.Done.class);
            assertThat(acme.accountParties()).isInstanceOf(Reply.Done.class);
        }
        assertThat(home.home().data()).doesNotExist();
    }

    @Test
    void opensNoPortThatTheRuntimeHas() throws IOException {
        home.with("camel.server.enabled=true", "camel.server.port=" + simulator.port());
        try (EConnectOnly only = open(home.home())) {
            assertThat(only.forCompany(acme()).logIn()).isInstanceOf(Reply.Done.class);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForNoLongerThanTheSettingsSay() throws IOException {
        home.with("http.connect-timeout=300ms");
        try (EConnectOnly only = open(home.home())) {
            EConnect acme = only.forCompany(acme());
            simulator.refuseConnections();
            assertThat(acme.logIn()).isInstanceOf(Reply.Temporary.class);
        }
    }

    @Test
    void saysThatTheRouteIsMissingOrWrong() throws IOException {
        Path distribution = folder.resolve("distribution");
        Home without = new Home(home.folder, distribution);
        assertThatThrownBy(() -> open(without))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(EConnectOnly.ROUTE_FILE);
        Files.createDirectories(distribution.resolve("routes"));
        Files.writeString(distribution.resolve("routes/" + EConnectOnly.ROUTE_FILE), "- route:\n    nonsense: true\n");
        assertThatThrownBy(() -> open(without)).isInstanceOf(IllegalStateException.class);
    }
}
