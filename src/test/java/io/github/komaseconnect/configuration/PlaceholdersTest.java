package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersTest {
    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    @Test
    void an_environment_variable() {
        home.environment.put("ACME_KEY", " a$b\\c ");

        assertThat(fill("{{env:ACME_KEY}}")).isEqualTo("a$b\\c");
        assertThat(fill("{{ env: ACME_KEY }}")).isEqualTo("a$b\\c");
    }

    @Test
    void the_first_line_of_a_file() {
        home.file("secrets/key.txt", "\uFEFF  geheim  \r\nsecond line\r\n");

        assertThat(fill("{{file:secrets/key.txt}}")).isEqualTo("geheim");
        assertThat(fill("{{file:secrets\\key.txt}}")).isEqualTo("geheim");
        assertThat(fill("{{file:" + folder.resolve("secrets/key.txt") + "}}")).isEqualTo("geheim");
    }

    @Test
    void a_part_of_a_value() {
        home.environment.put("DB", "secret");

        assertThat(fill("jdbc:postgresql://host/db?password={{env:DB}}&ssl=true"))
                .isEqualTo("jdbc:postgresql://host/db?password=secret&ssl=true");
    }

    @Test
    void what_is_not_ours_is_left_alone() {
        assertThat(fill("{{camel.main.name}} {env:X} $1 \\")).isEqualTo("{{camel.main.name}} {env:X} $1 \\");
        assertThat(Placeholders.holdsOthers("{{camel.main.name}}")).isTrue();
        assertThat(Placeholders.holdsOthers("{{env:X}}{{ file:y}}")).isFalse();
    }

    @Test
    void a_missing_or_empty_variable_is_named() {
        home.environment.put("EMPTY", "  ");

        assertThat(missing("{{env:NOWHERE}}").english()).contains("NOWHERE");
        assertThat(missing("{{env:EMPTY}}").dutch()).contains("EMPTY");
    }

    @Test
    void a_missing_empty_or_impossible_file_is_named() {
        home.file("empty.txt", "\nsecond line");

        assertThat(missing("{{file:nowhere.txt}}").english()).contains("nowhere.txt");
        assertThat(missing("{{file:empty.txt}}").english()).contains("empty.txt");
        assertThat(missing("{{file:}}").english()).contains("cannot be read");
        assertThat(missing("{{file:a\0b}}").english()).contains("cannot be read");
    }

    private String fill(String typed) {
        return ((Placeholders.Value) new Placeholders(folder, home::variable).fill(typed)).text();
    }

    private Placeholders.Missing missing(String typed) {
        return (Placeholders.Missing) new Placeholders(folder, home::variable).fill(typed);
    }
}
