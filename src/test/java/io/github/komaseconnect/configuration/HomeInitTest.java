package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeInitTest {
    private static final Map<String, String> KEYS = Map.of("ACME_KEY", "key-of-acme", "ACME_SECRET", "secret-of-acme");

    @TempDir
    Path folder;

    @Test
    void makes_a_home_that_lacks_only_keys() throws Exception {
        HomeInit.Outcome outcome = HomeInit.make(folder.resolve("new/home"));

        assertThat(outcome).isInstanceOfSatisfying(HomeInit.Made.class, made -> {
            assertThat(made.configuration()).isEqualTo(folder.resolve("new/home/application.properties"));
            assertThat(made.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        });
        assertThat(folder.resolve("new/home/companies/acme"))
                .isDirectoryContaining(path -> path.endsWith("import"))
                .isDirectoryContaining(path -> path.endsWith("export"));
        Configuration configuration =
                new ConfigurationReader(name -> Optional.empty()).read(folder.resolve("new/home"));
        assertThat(configuration.problems())
                .extracting(Problem::key)
                .containsExactly("company.acme.connection-key", "company.acme.connection-secret");
    }

    @Test
    void with_keys_that_home_runs() throws Exception {
        HomeInit.make(folder);

        Configuration configuration = new ConfigurationReader(name -> Optional.ofNullable(KEYS.get(name))).read(folder);
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.company("acme").orElseThrow().relations()).exists();
    }

    @Test
    void overwrites_nothing_and_then_writes_nothing() throws Exception {
        Path mine = Files.createDirectories(folder.resolve("companies/acme")).resolve("relations.csv");
        Files.writeString(mine, "mine");

        assertThat(HomeInit.make(folder))
                .isInstanceOfSatisfying(HomeInit.AlreadyThere.class, there -> assertThat(there.english())
                        .contains(mine.toString()));
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("application.properties")).doesNotExist();
        assertThat(folder.resolve("companies/acme/import")).doesNotExist();
    }

    @Test
    void the_relation_file_has_headers_and_no_customers_and_excel_knows_its_encoding() throws Exception {
        HomeInit.make(folder);

        List<String> lines = Files.readAllLines(folder.resolve("companies/acme/relations.csv"));
        assertThat(lines).singleElement().satisfies(line -> assertThat(line)
                .startsWith("\uFEFFrelatienummer;naam;verzendmethode;kvk-nummer"));
    }

    @Test
    void the_distribution_holds_the_same_configuration() {
        assertThat(Path.of("application.properties"))
                .hasSameTextualContentAs(Path.of("src/main/resources/home/application.properties"));
    }

    @Test
    void what_is_commented_out_in_it_is_known_and_shows_the_default() throws Exception {
        List<PropertiesFile.Entry> shown = PropertiesFile.parse(
                        Files.readAllLines(Path.of("application.properties")).stream()
                                .filter(line -> line.matches("#[a-z][a-z0-9.-]+=.*"))
                                .map(line -> line.substring(1))
                                .collect(Collectors.joining("\n")))
                .entries();

        assertThat(shown).hasSizeGreaterThan(30).allSatisfy(entry -> {
            KnownKey known = KnownKeys.find(entry.key()).orElseThrow();
            assertThat(entry.value()).as(entry.key()).isIn("", known.defaultValue());
        });
    }
}
