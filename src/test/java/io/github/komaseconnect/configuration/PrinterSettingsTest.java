package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As whom a company logs in at its printer. */
class PrinterSettingsTest {
    private static final String PSB = """
            company.acme.name=Acme Installatietechniek B.V.
            company.acme.econnect=psb
            company.acme.party-id=NL:KVK:12345678
            company.acme.client-id=acme-client
            company.acme.client-secret=secret-of-client
            """;
    private static final String USER = "company.acme.printer-user=kantoor";
    private static final String PASSWORD = "company.acme.printer-password=print-geheim-51c8";

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    private Configuration with(String... lines) {
        return home.write(PSB, String.join("\n", lines)).read();
    }

    private List<String> errors(String... lines) {
        return with(lines).problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.key() + " " + problem.dutch())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ipps://printer.kantoor.example/ipp/print", "IPPS://10.0.0.9:443/ipp/print", "ipp://127.0.0.1/ipp/print"
    })
    void overTlsAndOnThisComputer(String printer) {
        Configuration configuration = with("company.acme.printer=" + printer, USER, PASSWORD);

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.company("acme").orElseThrow().printing().printerUser())
                .isEqualTo("kantoor");
        CredentialsSource credentials = new CredentialsSource(folder, name -> Optional.empty());
        assertThat(credentials.printerPassword("acme")).isEqualTo(new Secret("print-geheim-51c8"));
        assertThat(credentials.allSecretValues()).contains("print-geheim-51c8");
    }

    @Test
    void nowhereElse() {
        assertThat(errors("company.acme.printer=ipp://printer.kantoor.example/ipp/print", USER, PASSWORD))
                .singleElement()
                .asString()
                .contains("printer-password", "ipps://")
                .doesNotContain("print-geheim");
    }

    @Test
    void oneIsNothingWithoutTheOther() {
        String printer = "company.acme.printer=ipps://printer.kantoor.example/ipp/print";

        assertThat(errors(printer, USER)).singleElement().asString().contains("printer-password");
        assertThat(errors(printer, PASSWORD)).singleElement().asString().contains("printer-user");
        assertThat(errors(printer, "company.acme.printer-user=a:b", PASSWORD))
                .singleElement()
                .asString()
                .contains("dubbele punt");
    }

    @Test
    void withoutAPrinterTheyCountForNothing() {
        assertThat(with(USER, PASSWORD).problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.isError())
                .isFalse());
    }
}
