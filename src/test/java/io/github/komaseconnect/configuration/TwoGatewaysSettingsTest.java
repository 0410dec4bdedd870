package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PsbCredentials;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings a company needs for the way to eConnect that it uses, and what it may keep of the other. */
class TwoGatewaysSettingsTest {
    private static final String PSB = """
            company.acme.name=Acme Installatietechniek B.V.
            company.acme.econnect=psb
            company.acme.party-id=NL:KVK:12345678
            company.acme.client-id=acme-client
            company.acme.client-secret=secret-of-client
            """;

    private static final String PLATFORM_BLOCK = """
            company.acme.connection-key=key-of-acme
            company.acme.connection-secret=secret-of-acme
            company.acme.company-id=XCNL10019
            """;

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    private Company acme(String... parts) {
        return home.write(parts).read().company("acme").orElseThrow();
    }

    @Test
    void theUsualOneIsThePlatform() {
        Company acme = acme(SampleHome.ACME);
        assertThat(acme.gateway()).isEqualTo(Gateway.PLATFORM);
        assertThat(acme.partyId()).isEmpty();
        assertThat(acme.listedBy()).contains(Gateway.PLATFORM);
    }

    @Test
    void thePsbNeedsNothingOfThePlatform() {
        Configuration configuration = home.write(PSB).read();
        Company acme = configuration.company("acme").orElseThrow();
        assertThat(acme.gateway()).isEqualTo(Gateway.PSB);
        assertThat(acme.companyId()).isEmpty();
        assertThat(acme.listedBy()).isEmpty();
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.environment().which().isProduction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"party-id", "client-id", "client-secret"})
    void whatThePsbNeedsMustBeThere(String name) {
        Configuration configuration = home.write(
                        SampleHome.BETA, PSB.replaceAll("(?m)^company.acme." + name + "=.*$", ""))
                .read();
        assertThat(configuration.broken()).singleElement().satisfies(broken -> assertThat(broken.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("company.acme." + name)));
    }

    @ParameterizedTest
    @CsvSource({
        "12345678, NL:KVK:12345678",
        "0106:12345678, NL:KVK:12345678",
        "nl:kvk:12345678, NL:KVK:12345678",
        "9944:NL123456789B01, NL:VAT:NL123456789B01",
        "NL:OIN:00000004003214345000, NL:OINO:00000004003214345000",
        "0208:0202239951, 0208:0202239951"
    })
    void aPartyIdIsReadAsAnIdentifierOnARelationCardIs(String typed, String partyId) {
        assertThat(acme(PSB.replace("NL:KVK:12345678", typed)).partyId()).isEqualTo(partyId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123", "XCNL10019", "NL:NONSENSE:1"})
    void aWrongPartyIdStopsTheCompany(String typed) {
        Configuration configuration =
                home.write(PSB.replace("NL:KVK:12345678", typed)).read();
        assertThat(configuration.broken()).singleElement().satisfies(broken -> assertThat(broken.problems())
                .anySatisfy(problem -> assertThat(problem.key()).isEqualTo("company.acme.party-id")));
    }

    @Test
    void whoChangesKeepsBothBlocks() {
        Company acme = acme(PSB, PLATFORM_BLOCK);
        assertThat(acme.has(Gateway.PLATFORM)).isTrue();
        assertThat(acme.listedBy()).contains(Gateway.PLATFORM);
        Company before = acme(PSB.replace("econnect=psb", "econnect=platform"), PLATFORM_BLOCK);
        assertThat(before.has(Gateway.PSB)).isTrue();
        assertThat(before.gateway()).isEqualTo(Gateway.PLATFORM);
    }

    @Test
    void aRestOfABlockThatCannotBeUsedIsTold() {
        Configuration configuration =
                home.write(PSB, "company.acme.company-id=XCNL10019").read();
        assertThat(configuration.company("acme").orElseThrow().has(Gateway.PLATFORM))
                .isFalse();
        assertThat(configuration.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.englishLine()).contains("connection-key");
        });
    }

    @Test
    void userNameAndPasswordBelongTogether() {
        assertThat(home.write(PSB, "company.acme.username=piet").read().broken())
                .hasSize(1);
        assertThat(home.write(PSB, "company.acme.username=piet", "company.acme.password=wachtwoord")
                        .read()
                        .broken())
                .isEmpty();
    }

    @Test
    void twoCompaniesWithOnePartyIdDoNotRun() {
        Configuration configuration = home.write(
                        PSB, PSB.replace("company.acme", "company.other").replace("NL:KVK:12345678", "0106:12345678"))
                .read();
        assertThat(configuration.companies()).isEmpty();
        assertThat(configuration.broken()).hasSize(2);
    }

    @Test
    void twoOfThePsbWithoutCompanyIdAreNotInEachOthersWay() {
        Configuration configuration = home.write(
                        PSB, PSB.replace("company.acme", "company.other").replace("NL:KVK:12345678", "NL:KVK:87654321"))
                .read();
        assertThat(configuration.companies()).hasSize(2);
        assertThat(configuration
                        .companies()
                        .get(0)
                        .isInTheWayOf(configuration.companies().get(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://psb.example", "https://psb.econnect.eu/?x=1", "psb"})
    void theAddressesAreCheckedAsThatOfThePlatformIs(String url) {
        assertThat(home.write(PSB, "econnect.psb.url=" + url).read().globalErrors())
                .isNotEmpty();
        assertThat(home.write(PSB, "econnect.psb.identity-url=" + url).read().globalErrors())
                .isNotEmpty();
    }

    @Test
    void acceptanceAndProductionAreNotMixed() {
        assertThat(home.write(PSB, "econnect.psb.url=https://accp-psb.econnect.eu")
                        .read()
                        .globalErrors())
                .isNotEmpty();
        Configuration acceptance = home.write(
                        PSB,
                        "econnect.psb.url=https://accp-psb.econnect.eu",
                        "econnect.psb.identity-url=https://accp-identity.econnect.eu")
                .read();
        assertThat(acceptance.globalErrors()).isEmpty();
        assertThat(acceptance.environment().which().isProduction()).isFalse();
    }

    @Test
    void secretsAreReadAnewAndMasked() {
        home.write(PSB);
        CredentialsSource source = new CredentialsSource(folder, home::variable);
        PsbCredentials first = source.psbCredentials("acme");
        assertThat(first.complete()).isTrue();
        home.write(PSB.replace("secret-of-client", "newer-secret-of-client"));
        assertThat(source.psbCredentials("acme").clientSecret().value()).isEqualTo("newer-secret-of-client");
        assertThat(source.allSecretValues()).contains("secret-of-client", "newer-secret-of-client");
        home.write("company.acme.econnect=psb");
        assertThat(source.psbCredentials("acme").clientSecret().value())
                .as("the last good one stays in force")
                .isEqualTo("newer-secret-of-client");
        assertThat(first).asString().doesNotContain("secret-of-client");
    }
}
