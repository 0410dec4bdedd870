package io.github.komaseconnect.configuration;

import static io.github.komaseconnect.configuration.SampleHome.ACME;
import static io.github.komaseconnect.configuration.SampleHome.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictsTest {
    private static final String GAMMA = ACME.replace(".acme.", ".gamma.").replace("XCNL10019", "XCNL10021");

    @TempDir
    Path folder;

    @Test
    void companies_with_folders_of_their_own_are_fine() {
        assertThat(read("company.acme.folder=shared/acme", "company.beta.folder=shared/beta")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "company.beta.folder, companies/acme",
        "company.beta.folder, companies\\acme\\",
        "company.beta.folder, companies/x/../acme",
        "company.beta.export-folder, companies/acme/export",
        "company.beta.import-folder, companies/acme/export",
        "company.beta.held-folder, companies/acme/export/held",
        "company.beta.folder, companies/acme/sent/beta",
    })
    void a_shared_folder_breaks_both_and_nobody_else(String key, String value) {
        Configuration configuration = read(key + "=" + value);

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("gamma");
        assertThat(configuration.broken()).extracting(BrokenCompany::key).containsExactly("acme", "beta");
        assertThat(configuration.globalErrors()).isEmpty();
        assertThat(configuration.broken().get(0).problems())
                .allSatisfy(problem -> assertThat(problem.englishLine()).contains("company.beta."));
    }

    @Test
    void a_link_to_anothers_folder_is_found() throws Exception {
        Files.createDirectories(folder.resolve("companies/acme"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("companies/acme"));

        assertThat(read("company.beta.folder=link").broken())
                .extracting(BrokenCompany::key)
                .containsExactly("acme", "beta");
    }

    @Test
    void a_shared_company_id_breaks_both() {
        Configuration configuration = new SampleHome(folder)
                .write(ACME, BETA.replace("XCNL10020", "XCNL10019"), GAMMA)
                .read();

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("gamma");
        assertThat(configuration.broken()).hasSize(2);
        assertThat(configuration.broken().get(1).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.englishLine()).contains("company.beta.company-id", "acme"));
    }

    @Test
    void a_company_that_is_broken_already_still_stands_in_the_way() {
        Configuration configuration = read("company.beta.folder=companies/acme", "company.beta.refresh=never");

        assertThat(configuration.company("acme")).isEmpty();
    }

    @Test
    void one_folder_for_two_purposes_breaks_a_company() {
        Configuration configuration = read("company.acme.import-folder=companies/acme/export");

        assertThat(configuration.broken()).extracting(BrokenCompany::key).containsExactly("acme");
    }

    @Test
    void a_folder_within_another_of_the_same_company_is_fine() {
        assertThat(read("company.acme.sent-folder=companies/acme/export/sent").problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/acme", "logs", "archive/acme"})
    void folders_of_the_program_are_not_for_companies(String place) {
        Configuration configuration = read("archive.folder=archive", "company.acme.folder=" + place);

        assertThat(configuration.broken()).extracting(BrokenCompany::key).containsExactly("acme");
    }

    @Test
    void a_relation_file_can_be_shared() {
        assertThat(read("company.acme.relations=relations.csv", "company.beta.relations=relations.csv")
                        .problems())
                .isEmpty();
    }

    private Configuration read(String... lines) {
        return new SampleHome(folder)
                .write(ACME, BETA, GAMMA, String.join("\n", lines))
                .read();
    }
}
