package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies with a file of their own in companies/. */
class CompanyFilesTest {
    private static final String BETA = """
            name=Beta B.V.
            connection-key=key-of-beta
            connection-secret=secret-of-beta
            company-id=XCNL10020
            """;

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void open() {
        home = new SampleHome(folder).write(SampleHome.ACME);
    }

    private List<String> lines(String key) {
        return home.read().problems().stream()
                .filter(problem -> problem.company().filter(key::equals).isPresent())
                .map(Problem::dutchLine)
                .toList();
    }

    @Test
    void aCompanyInItsOwnFileIsAsOneInTheMainFile() {
        Company inMain = home.write(SampleHome.ACME, SampleHome.BETA)
                .read()
                .company("beta")
                .orElseThrow();

        Configuration configuration = home.write(SampleHome.ACME)
                .file("companies/beta.properties", BETA)
                .read();

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.companies()).extracting(Company::key).containsExactly("acme", "beta");
        assertThat(configuration.company("beta")).contains(inMain);
    }

    @Test
    void itsOwnFileAloneIsEnough() {
        home.write("alert.email=els@acme.example").file("companies/beta.properties", BETA);

        assertThat(home.read().globalErrors()).isEmpty();
        assertThat(home.read().companies()).extracting(Company::key).containsExactly("beta");
    }

    @Test
    void problemsNameTheFileTheLineAndTheKeyAsItStandsThere() {
        home.file(
                "companies/beta.properties",
                BETA.replace("XCNL10020", "xcnl10020")
                        + "pdf=maybe\nrefesh=0 0 * * * ?\ncompany.beta.pdf=none\njunk\n");

        assertThat(lines("beta"))
                .containsExactly(
                        "companies/beta.properties, regel 4, company-id: moet in hoofdletters: XCNL10020",
                        "companies/beta.properties, regel 5, pdf: moet een van deze woorden zijn: none, optional, required; er staat: maybe",
                        "companies/beta.properties, regel 6, refesh: is geen bekende instelling en doet niets; bedoelt u refresh?",
                        "companies/beta.properties, regel 7, company.beta.pdf: is geen bekende instelling en doet niets; bedoelt u"
                                + " pdf?",
                        "companies/beta.properties, regel 8: deze regel is geen instelling; schrijf sleutel=waarde, of # vooraan"
                                + " voor commentaar");
        assertThat(home.read().companies()).extracting(Company::key).containsExactly("acme");
        assertThat(home.read().broken()).extracting(BrokenCompany::key).containsExactly("beta");
        assertThat(home.read().globalErrors()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedToo() {
        home.file("companies/beta.properties", "name=Beta\n");

        assertThat(lines("beta"))
                .contains(
                        "companies/beta.properties, connection-key: ontbreekt of is leeg; vul hem in",
                        "companies/beta.properties, company-id: ontbreekt of is leeg; vul hem in");
    }

    @Test
    void aCompanyInBothPlacesIsAnErrorForThatCompanyOnly() {
        home.write(SampleHome.ACME, SampleHome.BETA).file("companies/beta.properties", BETA);

        assertThat(lines("beta"))
                .containsExactly(
                        "companies/beta.properties: staat ook in application.properties; haal een van beide weg");
        assertThat(home.read().companies()).extracting(Company::key).containsExactly("acme");
    }

    @Test
    void theNameOfTheFileIsTheKey() {
        home.file("companies/Beta B.V.properties", BETA).file("companies/readme.txt", "x");
        home.file("companies/.gamma.properties.swp", "x").file("companies/~delta.properties", "x");
        home.file("companies/acme/relations.csv", "x");

        assertThat(home.read().broken()).extracting(BrokenCompany::key).containsExactly("Beta B.V");
        assertThat(lines("Beta B.V"))
                .containsExactly(
                        "companies/Beta B.V.properties: de naam bestaat uit kleine letters, cijfers en streepjes, zoals"
                                + " beta-b-v.properties");
        assertThat(home.read().companies()).extracting(Company::key).containsExactly("acme");
    }

    @Test
    void foldersInCommonAreFoundAcrossFiles() {
        home.file("companies/beta.properties", BETA + "folder=companies/acme\n");

        assertThat(home.read().companies()).isEmpty();
        assertThat(lines("acme")).anyMatch(line -> line.contains("import-folder in companies/beta.properties"));
        assertThat(lines("beta")).anyMatch(line -> line.contains("company.acme.import-folder"));
    }

    @Test
    void oneThatIsSwitchedOffDoesNotRun() {
        home.file("companies/beta.properties", BETA + "enabled=false\n");

        assertThat(home.read().disabled()).containsExactly("beta");
        assertThat(home.read().problems()).isEmpty();
    }

    @Test
    void keysAndPasswordsAreThoseOfTheFileInForce() throws IOException {
        home.environment.put("SECRET", "secret-from-outside");
        home.file("companies/beta.properties", BETA.replace("secret-of-beta", "{{env:SECRET}}"));
        CredentialsSource source = new CredentialsSource(folder, home::variable);
        assertThat(source.credentials("beta").connectionSecret().value()).isEqualTo("secret-from-outside");
        assertThat(source.allSecretValues()).contains("key-of-beta", "secret-from-outside", "key-of-acme");

        home.environment.put("SECRET", "newer-secret");
        assertThat(source.credentials("beta").connectionSecret().value()).isEqualTo("newer-secret");

        home.file("companies/beta.properties", BETA.replace("key-of-beta", "other-key"));
        assertThat(source.credentials("beta").connectionKey().value()).isEqualTo("key-of-beta");
        source.use(CompanyFiles.read(folder));
        assertThat(source.credentials("beta").connectionKey().value()).isEqualTo("other-key");
    }

    @Test
    void aChangeIsSeenAlsoWithoutANewerTimeWhenTheFileIsYoung() throws IOException {
        Path file = folder.resolve("companies/beta.properties");
        home.file("companies/beta.properties", "pdf=none");
        Instant time = Instant.parse("2026-11-22T10:00:00Z");
        Files.setLastModifiedTime(file, FileTime.from(time));
        CompanyFiles first = CompanyFiles.none().readAgain(folder, time.plusSeconds(1));

        Files.writeString(file, "pdf=nope");
        Files.setLastModifiedTime(file, FileTime.from(time));

        assertThat(first.readAgain(folder, time.plusSeconds(2))).isNotEqualTo(first);
        assertThat(first.readAgain(folder, time.plusSeconds(2)))
                .isEqualTo(CompanyFiles.read(folder))
                .hasSameHashCodeAs(CompanyFiles.read(folder));
    }

    @Test
    void whatIsReadAnewKeepsTheMainFileAsItWas() throws IOException {
        Configuration before = home.read();
        home.write(SampleHome.ACME.replace("XCNL10019", "XCNL77777")).file("companies/beta.properties", BETA);

        Configuration now = before.with(CompanyFiles.read(folder));

        assertThat(now.company("acme")).isEqualTo(before.company("acme"));
        assertThat(now.company("beta")).isPresent();
    }
}
