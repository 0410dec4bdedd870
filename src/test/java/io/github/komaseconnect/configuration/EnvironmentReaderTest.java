package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.EnvironmentReader.Use;
import io.github.komaseconnect.econnect.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentReaderTest {
    private static final String PSB_COMPANY = """
            company.psb.name=Psb B.V.
            company.psb.econnect=psb
            company.psb.party-id=NL:KVK:12345678
            company.psb.client-id=client
            company.psb.client-secret=client-secret
            """;

    @TempDir
    Path folder;

    private Configuration read(String... lines) {
        return new SampleHome(folder)
                .write(SampleHome.ACME, String.join("\n", lines))
                .read();
    }

    private static EnvironmentSettings read(Settings settings, String... addresses) {
        List<Use> uses = List.of(addresses).stream()
                .map(address -> new Use("econnect." + address.replaceAll("\\W", "") + ".url", URI.create(address)))
                .toList();
        return EnvironmentReader.read(settings, uses);
    }

    private Settings settings(String text) {
        return Settings.ofInstallation(
                PropertiesFile.parse(text), new Placeholders(folder, name -> Optional.empty()), folder);
    }

    @Test
    void nothingSetIsProductionWhereInvoicesGoToCustomers() {
        Configuration configuration = read();

        assertThat(configuration.globalErrors()).isEmpty();
        assertThat(configuration.environment()).isEqualTo(EnvironmentSettings.production());
    }

    @Test
    void thisComputerItselfIsASimulatorWhereNobodyIsMailed() {
        Configuration configuration = read("econnect.platform.url=http://127.0.0.1:8085/soap/v3.1");

        assertThat(configuration.globalErrors()).isEmpty();
        assertThat(configuration.environment())
                .isEqualTo(new EnvironmentSettings(Environment.SIMULATOR, new InvoiceMails.ToNobody()));
    }

    @ParameterizedTest
    @CsvSource({
        "production, http://127.0.0.1:8085/soap",
        "acceptance, http://127.0.0.1:8085/soap",
        "simulator, https://api.everbinding.nl/soap/v3.1",
        "acceptance, https://api.everbinding.nl/soap/v3.1",
        "production, https://development.everbinding.nl/soap/v3.1",
    })
    void aContradictionWithTheAddressStopsTheStart(String word, String url) {
        Configuration configuration = read("econnect.environment=" + word, "econnect.platform.url=" + url);

        assertThat(configuration.globalErrors()).singleElement().satisfies(problem -> assertThat(problem.dutchLine())
                .contains(
                        "econnect.environment",
                        word,
                        "econnect.platform.url",
                        URI.create(url).getHost()));
    }

    @Test
    void anUnknownHostMustBeSaidToBeProductionOrNot() {
        String url = "econnect.platform.url=https://proxy.example.com/soap";

        assertThat(read(url).globalErrors()).singleElement().satisfies(problem -> assertThat(problem.englishLine())
                .contains("econnect.environment", "proxy.example.com"));
        Configuration said = read(url, "econnect.environment=production");
        assertThat(said.globalErrors()).isEmpty();
        assertThat(said.environment().which()).isEqualTo(Environment.PRODUCTION);
        assertThat(read(url, "econnect.environment=acceptance").environment().which())
                .isEqualTo(Environment.ACCEPTANCE);
    }

    @Test
    void aWordThatIsNoneStopsTheStart() {
        assertThat(read("econnect.environment=test").globalErrors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.dutchLine()).contains("production, acceptance, simulator"));
    }

    @Test
    void addressesOfDifferentEnvironmentsStopTheStart() {
        Settings settings = settings("");

        read(settings, "https://psb.econnect.eu", "https://identity.econnect.eu", "https://accp-psb.econnect.eu");

        assertThat(settings.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.dutch()).contains("accp-psb.econnect.eu", "psb.econnect.eu", "acceptatie", "productie");
        });
    }

    @Test
    void addressesOfOneEnvironmentAreFine() {
        Settings settings = settings("");

        assertThat(read(settings, "https://accp-psb.econnect.eu", "https://accp-identity.econnect.eu")
                        .which())
                .isEqualTo(Environment.ACCEPTANCE);
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void whoGetsTheMailsOfARehearsal() {
        String simulator = "econnect.platform.url=http://localhost:8085/soap";

        assertThat(read(simulator, "rehearsal.email=ik@acme.nl, zij@acme.nl")
                        .environment()
                        .invoiceMails())
                .isEqualTo(new InvoiceMails.Instead(List.of("ik@acme.nl", "zij@acme.nl")));
        assertThat(read(simulator, "rehearsal.email=customers").environment().invoiceMails())
                .isEqualTo(new InvoiceMails.ToCustomers());
        assertThat(read(simulator, "rehearsal.email=iedereen").globalErrors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.dutchLine()).contains("rehearsal.email", "customers"));
    }

    @Test
    void inProductionItChangesNothingAndIsWarnedOf() {
        Configuration configuration = read("rehearsal.email=ik@acme.nl");

        assertThat(configuration.environment()).isEqualTo(EnvironmentSettings.production());
        assertThat(configuration.warnings())
                .anySatisfy(problem -> assertThat(problem.dutchLine()).contains("rehearsal.email"));
    }

    @Test
    void onlyAddressesThatSomeCompanyUsesCount() {
        String psb =
                "econnect.psb.url=https://accp-psb.econnect.eu\neconnect.psb.identity-url=https://accp-identity.econnect.eu";

        assertThat(read(psb).environment().which()).isEqualTo(Environment.PRODUCTION);
        Configuration both =
                new SampleHome(folder).write(SampleHome.ACME, psb, PSB_COMPANY).read();

        assertThat(both.globalErrors()).isNotEmpty().allSatisfy(problem -> assertThat(problem.dutchLine())
                .contains("acceptatie", "productie"));
        assertThat(both.company("psb")).isEmpty();
        assertThat(new SampleHome(folder)
                        .write(psb, PSB_COMPANY)
                        .read()
                        .environment()
                        .which())
                .isEqualTo(Environment.ACCEPTANCE);
    }

    @Test
    void aCompanyThatComesLaterNeverChangesTheEnvironment() throws Exception {
        SampleHome home = new SampleHome(folder)
                .write(
                        SampleHome.BETA,
                        "econnect.psb.url=http://127.0.0.1:8085\neconnect.psb.identity-url=http://127.0.0.1:8085");
        Configuration atStart = home.read();
        assertThat(atStart.globalErrors()).isEmpty();
        home.file("companies/aaa.properties", PSB_COMPANY.replace("company.psb.", ""));

        Configuration later = atStart.with(atStart.files().readAgain(folder, Instant.EPOCH));

        assertThat(later.environment().which()).isEqualTo(Environment.PRODUCTION);
        assertThat(later.company("aaa")).isEmpty();
        assertThat(later.company("beta")).isPresent();
        assertThat(later.broken()).singleElement().satisfies(broken -> assertThat(
                        broken.problems().get(0).dutch())
                .contains("127.0.0.1", "productie"));
    }
}
