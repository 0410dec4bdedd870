package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that no person typed: never an exception, always a problem that says on which line, and soon. */
class HostileConfigurationTest {
    private static final String COMPANY = """
            company.acme.name=Acme
            company.acme.connection-key=key-1234
            company.acme.connection-secret=secret-5678
            company.acme.company-id=XCNL10019
            """;

    @TempDir
    Path home;

    /** What is in the file, and what is said about it. */
    private static Map<byte[], String> files() {
        Map<byte[], String> files = new LinkedHashMap<>();
        files.put(new byte[0], "begin met company.acme.name=");
        files.put(new byte[5_000_000], "kan niet worden gelezen");
        files.put(utf8("x\n".repeat(200_000)), "meer dan 100000 regels");
        files.put(utf8("a=b\n".repeat(200_000)), "meer dan 100000 regels");
        files.put(utf8(COMPANY + "a.".repeat(1_000_000)), "meer dan 10000 tekens");
        files.put(utf8(COMPANY + "a.".repeat(4_000) + "\n"), "deze regel is geen instelling");
        files.put(utf8(COMPANY + "alert.email=" + "a.".repeat(4_000) + "b\n"), "e-mailadressen");
        files.put(utf8(COMPANY + "company.a\u0000b.name=x\n"), "company.a");
        files.put(utf8(COMPANY + "company.../../etc.name=x\n"), "company.");
        files.put(utf8(COMPANY + "company.acme.folder=/tmp/\u0000\n"), "moet een pad zijn");
        files.put(utf8(COMPANY + "company.acme.refresh=" + "0 ".repeat(4_000) + "\n"), "Quartz-cronexpressie");
        files.put(utf8(COMPANY + "archive.folder={{file:" + "../".repeat(2_000) + "etc}}\n"), "niet te lezen");
        files.put(utf8(COMPANY + "company.acme.name={{" + "{{".repeat(4_000) + "\n"), "dubbele accolades");
        files.put(utf8(COMPANY + "pickup.max-size=99999999999999999999GB\n"), "pickup.max-size");
        files.put(utf8(COMPANY + "http.response-timeout=-1s\n"), "http.response-timeout");
        files.put(utf8(COMPANY + "company.acme.receive-since=9999999-99-99\n"), "datum");
        files.put(utf8("<?xml version=\"1.0\"?>\n<!DOCTYPE x>\n"), "deze regel is geen instelling");
        files.put(("\uFEFF" + COMPANY + "x").getBytes(StandardCharsets.UTF_16LE), "deze regel is geen instelling");
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void eachIsToldSoon() throws IOException {
        Map<byte[], String> files = files();
        for (Map.Entry<byte[], String> file : files.entrySet()) {
            Files.write(home.resolve(ConfigurationReader.FILE), file.getKey());
            long began = System.nanoTime();
            Configuration configuration = new ConfigurationReader(name -> Optional.empty()).read(home);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(file.getValue())
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(configuration.problems())
                    .as(file.getValue())
                    .extracting(Problem::dutchLine)
                    .anyMatch(line -> line.contains(file.getValue()));
            assertThat(configuration.companies())
                    .allMatch(company -> company.key().equals("acme"));
        }
        System.out.println("COUNT hostile-configuration inputs=" + files.size() + " told=" + files.size());
    }
}
