package io.github.komaseconnect.econnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.everbinding.nl/soap/v3.1, PRODUCTION",
        "https://API.Everbinding.NL/soap/v3.1, PRODUCTION",
        "https://psb.econnect.eu, PRODUCTION",
        "https://identity.econnect.eu, PRODUCTION",
        "https://accp-psb.econnect.eu, ACCEPTANCE",
        "https://accp-identity.econnect.eu, ACCEPTANCE",
        "https://accp.econnect.eu, ACCEPTANCE",
        "https://development.everbinding.nl/soap/v3.1, ACCEPTANCE",
        "https://api.development.everbinding.nl, ACCEPTANCE",
        "http://127.0.0.1:8085/soap/v3.1, SIMULATOR",
        "http://localhost:8085, SIMULATOR",
        "http://[::1]:8085, SIMULATOR",
    })
    void isKnownByTheHost(URI address, Environment environment) {
        assertThat(Environment.of(address)).contains(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://econnect.example.com",
                "https://api.everbinding.nl.example.com",
                "https://accp-psb.example.com",
                "https://notapi.everbinding.nl",
                "https://psb.econnect.eu.evil.example",
                "https://127.0.0.1.example.com",
                "https://127.example.com",
                "https://localhost.example.com",
            })
    void aNameThatSaysNothingIsNotGuessedAt(URI address) {
        assertThat(Environment.of(address)).isEmpty();
    }

    @Test
    void onlyWhatIsNotProductionIsMarked() {
        assertThat(Environment.PRODUCTION.mark()).isEmpty();
        assertThat(Environment.ACCEPTANCE.mark()).isEqualTo("[ACCEPTATIE] ");
        assertThat(Environment.SIMULATOR.mark()).isEqualTo("[SIMULATOR] ");
        assertThat(Environment.of("acceptance")).contains(Environment.ACCEPTANCE);
        assertThat(Environment.of("")).isEmpty();
    }
}
