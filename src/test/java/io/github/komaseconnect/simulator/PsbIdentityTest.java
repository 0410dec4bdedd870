package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsbIdentityTest extends PsbRehearsed {
    private static final String CLIENT = "client_id=acme-client&client_secret=acme-secret";

    @Test
    void givesATokenForAnHour() {
        PsbWire.Answer answer = psb.token("grant_type=client_credentials&scope=ap&" + CLIENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        clock.advance(Duration.ofSeconds(3599));
        assertThat(psb.get(answer.text("access_token"), "me").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(psb.get(answer.text("access_token"), "me").status()).isEqualTo(401);
    }

    @Test
    void givesATokenForAUser() {
        PsbWire.Answer answer = psb.token("grant_type=password&scope=ap&username=jan&password=geheim+%26+zo&" + CLIENT);

        assertThat(psb.get(answer.text("access_token"), "me").text("name")).isEqualTo("jan");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&scope=ap&client_id=acme-client&client_secret=x, invalid_client",
        "grant_type=client_credentials&scope=ap&client_id=nobody&client_secret=acme-secret, invalid_client",
        "grant_type=client_credentials&" + CLIENT + ", invalid_scope",
        "grant_type=client_credentials&scope=other&" + CLIENT + ", invalid_scope",
        "grant_type=implicit&scope=ap&" + CLIENT + ", unsupported_grant_type",
        "grant_type=password&scope=ap&username=jan&password=x&" + CLIENT + ", invalid_grant",
        "grant_type=password&scope=ap&username=piet&password=x&" + CLIENT + ", invalid_grant",
        "nothing=%zz, invalid_request",
    })
    void refuses(String form, String error) {
        PsbWire.Answer answer = psb.token(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo(error);
    }

    @Test
    void answersAWrongClientWith401WhenASourceSaysSo() throws IOException {
        try (Simulator other =
                Simulator.builder().quirks(Quirk.INVALID_CLIENT_401).start()) {
            assertThat(new PsbWire(other)
                            .token("grant_type=client_credentials&scope=ap")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void tokensCanBeMadeWorthless() {
        simulator.psb().expireTokens();

        assertThat(psb.get(bearer, "me").status()).isEqualTo(401);
        assertThat(psb.get(psb.logIn("acme-client", "acme-secret"), "me").status())
                .isEqualTo(200);
    }

    @Test
    void aNewSecretReplacesTheOldOne() {
        simulator.psb().changeSecret("acme-client", "new-secret");

        assertThat(psb.token("grant_type=client_credentials&scope=ap&" + CLIENT).status())
                .isEqualTo(400);
        assertThat(psb.logIn("acme-client", "new-secret")).isNotEmpty();
    }
}
