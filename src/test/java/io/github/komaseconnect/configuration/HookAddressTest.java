package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a company may give to eConnect as its hook: what travels there is signed, and not secret unless by https. */
class HookAddressTest {
    private static final String PSB = """
            company.acme.name=Acme Installatietechniek B.V.
            company.acme.econnect=psb
            company.acme.party-id=NL:KVK:12345678
            company.acme.client-id=acme-client
            company.acme.client-secret=secret-of-client
            company.acme.hook-secret=secret-of-hook
            """;

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    private Configuration with(String url) {
        return home.write(PSB, "company.acme.hook-url=" + url).read();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.acme.example/hooks/econnect/acme",
        "http://127.0.0.1:8086/hooks/econnect/acme",
        "http://localhost:8086/hooks/econnect/acme",
        "mailto:facturen@acme.example"
    })
    void theseAreUsable(String url) {
        Configuration configuration = with(url);

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.company("acme").orElseThrow().hooks().url()).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.acme.example/hooks/econnect/acme",
                "http://192.168.1.10:8086/hooks/econnect/acme",
                "http://127.0.0.1.acme.example/hooks/econnect/acme",
                "http://localhost@acme.example/hooks/econnect/acme",
                "https://hooks.acme.example/hooks/econnect/acme#secret",
                "https://hooks.acme.example/hooks/econnect/acme?key=secret",
                "ftp://hooks.acme.example/acme",
                "mailto:nobody",
                "hooks.acme.example"
            })
    void theseAreNot(String url) {
        Configuration configuration = with(url);

        assertThat(configuration.company("acme")).isEmpty();
        assertThat(configuration.broken()).singleElement().satisfies(broken -> assertThat(broken.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("company.acme.hook-url")));
    }
}
