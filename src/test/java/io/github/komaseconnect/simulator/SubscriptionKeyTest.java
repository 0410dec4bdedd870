package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SubscriptionKeyTest {
    private static final SimulatedAccount WITH_KEY =
            SimulatedAccount.of("acme-key", "acme-secret", Rehearsed.ACME).withSubscriptionKey("sub-1");
    private static final SimulatedAccount WITHOUT_KEY = SimulatedAccount.of("beta-key", "beta-secret", Rehearsed.BETA);

    private static int statusOfLogIn(Simulator simulator, String query, String key, String secret) {
        return new Wire(URI.create(simulator.url() + query))
                .call(
                        "Login",
                        "",
                        "<ConsumerKey>" + key + "</ConsumerKey><ConsumerSecret>" + secret + "</ConsumerSecret>")
                .status();
    }

    @Test
    void refusesAWrongOrMissingKey() throws IOException {
        try (Simulator simulator = Simulator.builder().account(WITH_KEY).start()) {
            assertThat(statusOfLogIn(simulator, "", "acme-key", "acme-secret")).isEqualTo(401);
            assertThat(statusOfLogIn(simulator, "?subscriptionKey=wrong", "acme-key", "acme-secret"))
                    .isEqualTo(401);
            assertThat(statusOfLogIn(simulator, "?subscriptionKey=sub-1", "acme-key", "acme-secret"))
                    .isEqualTo(200);
        }
    }

    @Test
    void asksForItOnlyWhereTheAccountHasOne() throws IOException {
        try (Simulator simulator =
                Simulator.builder().account(WITH_KEY).account(WITHOUT_KEY).start()) {
            assertThat(statusOfLogIn(simulator, "", "beta-key", "beta-secret")).isEqualTo(200);
            assertThat(statusOfLogIn(simulator, "", "acme-key", "acme-secret")).isEqualTo(401);

            String token =
                    new Wire(URI.create(simulator.url() + "?subscriptionKey=sub-1")).logIn("acme-key", "acme-secret");
            assertThat(new Wire(simulator.url())
                            .call("GetAccountParties", token, "")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void ignoresItWhereNobodyHasOne() throws IOException {
        try (Simulator simulator = Simulator.builder().account(WITHOUT_KEY).start()) {
            assertThat(statusOfLogIn(simulator, "?subscriptionKey=any", "beta-key", "beta-secret"))
                    .isEqualTo(200);
        }
    }
}
