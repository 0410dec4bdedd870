package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.fuzz.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever bytes application.properties holds: companies that can run, and problems that each name line and key. */
public final class ConfigurationFuzz {
    private static final Scratch SCRATCH = new Scratch();

    private ConfigurationFuzz() {}

    /** What init writes, and one with a bit of everything. */
    public static Stream<byte[]> seeds() {
        String full = """
                econnect.platform.url=http://127.0.0.1:8080/soap
                http.response-timeout=3s
                delivery.retry.multiplier=1.5
                pickup.max-size=20KB
                ledger.url=jdbc:sqlite:x.db
                camel.main.name=x
                company.acme.name=Acme
                company.acme.connection-key={{env:K}}
                company.acme.connection-secret={{file:secret.txt}}
                company.acme.company-id=XCNL10019
                company.acme.folder=C:\\Komas\\users
                company.acme.refresh=0 0/15 7-19 ? * MON-FRI
                company.acme.receive-since=31-01-2026
                company.acme.email.from=facturen@acme.nl
                company.acme.mail.smtp.port=587
                company.beta.company-id=XCNL10019
                company.beta.enabled=maybe # comment
                mail.smtp.security=tls
                alert.email=a@x.nl, b@x.nl
                """;
        return Stream.of(
                home("application.properties"),
                full.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + full).getBytes(StandardCharsets.UTF_16LE),
                "company.é.name=€\n".getBytes(java.nio.charset.Charset.forName("windows-1252")));
    }

    private static byte[] home(String name) {
        try (InputStream in = ConfigurationFuzz.class.getResourceAsStream("/home/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        Path home = SCRATCH.file(ConfigurationReader.FILE, content).getParent();
        Configuration configuration = new ConfigurationReader(name -> Optional.empty()).read(home);
        for (Problem problem : configuration.problems()) {
            assertThat(problem.dutch()).isNotBlank();
            assertThat(problem.english()).isNotBlank();
            assertThat(problem.line()).isNotNegative();
            // one line of the log or of the terminal
            assertThat(problem.dutchLine() + problem.englishLine()).doesNotContain("\n", "\r");
        }
        for (BrokenCompany broken : configuration.broken()) {
            assertThat(configuration.problems())
                    .as(broken.key())
                    .anyMatch(problem -> problem.isError()
                            && problem.company().filter(broken.key()::equals).isPresent());
        }
        for (Company company : configuration.companies()) {
            assertThat(company.key()).matches("[a-z0-9-]+");
            assertThat(company.folders().outbox()).isAbsolute();
        }
        assertThat(configuration.settings().delivery().parallel()).isBetween(1, 200);
    }
}
