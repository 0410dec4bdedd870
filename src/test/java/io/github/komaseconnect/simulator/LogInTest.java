package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogInTest extends Rehearsed {
    @ParameterizedTest
    @CsvSource({"acme-key,wrong", "wrong,acme-secret", "ACME-KEY,acme-secret", "acme-key,''"})
    void refusesWrongKeys(String key, String secret) {
        Wire.Answer answer = wire.call(
                "Login", "", "<ConsumerKey>" + key + "</ConsumerKey><ConsumerSecret>" + secret + "</ConsumerSecret>");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.fault())
                .isEqualTo("Invalid consumer key or no such app available in registry. [ERRIAU6000007]");
    }

    @Test
    void givesATokenForFourHours() {
        clock.advance(Duration.ofHours(4).minusMillis(1));
        assertThat(call("GetAccountParties", "").status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertThat(call("GetAccountParties", "").fault()).endsWith("[DEFAULT_ERROR_CODE999]");
    }

    @Test
    void canExpireEveryTokenNow() {
        simulator.expireTokens();
        assertThat(call("GetAccountParties", "").fault()).endsWith("[DEFAULT_ERROR_CODE999]");
        token = wire.logIn("acme-key", "acme-secret");
        assertThat(call("GetAccountParties", "").status()).isEqualTo(200);
    }

    @Test
    void refusesACallWithoutAToken() {
        assertThat(wire.call("GetAccountParties", "", "").fault()).endsWith("[ERRSIM9000002]");
    }

    @Test
    void newKeysRevokeTheOldOnesAndTheirTokensAtOnce() {
        simulator.changeKeys("acme-key", "new-key", "new-secret");

        assertThat(call("GetAccountParties", "").fault()).endsWith("[DEFAULT_ERROR_CODE999]");
        assertThat(wire.call(
                                "Login",
                                "",
                                "<ConsumerKey>acme-key</ConsumerKey><ConsumerSecret>acme-secret</ConsumerSecret>")
                        .fault())
                .endsWith("[ERRIAU6000007]");
        assertThat(wire.logIn("new-key", "new-secret")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNPAID_INVOICES,ERRPRO1000002",
        "NEGATIVE_BALANCE,ERRPRO1000003",
        "MISUSE,ERRPRO1000004",
    })
    void refusesEveryCallOfABlockedAccountButLogIn(BlockedFor reason, String code) {
        simulator.block("acme-key", reason);

        assertThat(call("GetAccountParties", "").fault()).endsWith("[" + code + "]");
        assertThat(wire.logIn("acme-key", "acme-secret")).isNotEmpty();
        assertThat(wire.call("GetAccountParties", betaToken(), "").status()).isEqualTo(200);

        simulator.unblock("acme-key");
        assertThat(call("GetAccountParties", "").status()).isEqualTo(200);
    }
}
