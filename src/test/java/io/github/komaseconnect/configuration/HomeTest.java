package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    private Path program;
    private SampleHome first;
    private SampleHome second;

    @BeforeEach
    void makeFolders() throws Exception {
        program = Files.createDirectories(folder.resolve("program"));
        first = new SampleHome(folder.resolve("first")).write("");
        second = new SampleHome(folder.resolve("second")).write("");
    }

    @Test
    void the_option_goes_before_the_variable_and_the_variable_before_the_working_directory() {
        assertThat(find("first", "second", folder).directory()).isEqualTo(first.folder);
        assertThat(find("", "second", first.folder.getParent()).directory()).isEqualTo(second.folder);
        assertThat(find("", "", first.folder).directory()).isEqualTo(first.folder);
    }

    @Test
    void a_folder_without_configuration_is_wrong_usage() {
        Home.LookUp answer = Home.find(Optional.of("nowhere"), name -> Optional.empty(), folder, program);

        assertThat(answer).isInstanceOfSatisfying(Home.NotFound.class, missing -> {
            assertThat(missing.english()).contains("nowhere", "--home", "KOMAS_ECONNECT_HOME", "init");
            assertThat(missing.dutch()).contains("nowhere", "init");
        });
    }

    @Test
    void a_name_that_is_no_path_is_wrong_usage() {
        assertThat(Home.find(Optional.of("a\0b"), name -> Optional.empty(), folder, program))
                .isInstanceOf(Home.NotFound.class);
    }

    @Test
    void the_program_itself_is_no_home_as_it_is_never_written_to() {
        new SampleHome(program).write("");

        assertThat(Home.find(Optional.of("program"), name -> Optional.empty(), folder, program))
                .isInstanceOfSatisfying(Home.NotFound.class, wrong -> assertThat(wrong.english())
                        .contains("program itself", "init"));
    }

    @Test
    void routes_are_the_programs_unless_home_has_any() throws Exception {
        Home home = find("first", "", folder);
        assertThat(home.routes()).isEqualTo(program.resolve("routes"));

        Files.createDirectories(home.directory().resolve("routes"));
        assertThat(home.routes()).as("an empty folder runs nothing").isEqualTo(program.resolve("routes"));

        first.file("routes/receive.camel.yaml", "");
        assertThat(home.routes()).isEqualTo(first.folder.resolve("routes"));
    }

    @Test
    void all_that_is_written_is_below_home() {
        Home home = find("first", "", folder);

        assertThat(new Path[] {home.data(), home.logs(), home.tmp(), home.configurationFile()})
                .allSatisfy(path -> assertThat(path).startsWithRaw(first.folder));
    }

    private Home find(String option, String variable, Path workingDirectory) {
        Home.LookUp answer = Home.find(
                Optional.of(option),
                name -> Optional.of(folder.resolve(variable).toString())
                        .filter(path -> name.equals(Home.VARIABLE) && !variable.isEmpty()),
                workingDirectory,
                program);
        return ((Home.Found) answer).home();
    }
}
