package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/configuration.md the same as the table in the program. */
class SettingsTableTest {
    private static final String BEGIN = "<!-- settings: begin";
    private static final String END = "<!-- settings: end -->";

    @Test
    void documentation_holds_the_table_of_the_program() throws Exception {
        String page = Files.readString(Path.of("docs", "configuration.md")).replace("\r\n", "\n");
        int begin = page.indexOf('\n', page.indexOf(BEGIN)) + 1;
        String documented = page.substring(begin, page.indexOf(END));

        assertThat(documented)
                .as("put this between the markers of docs/configuration.md:%n%s", table())
                .isEqualTo(table());
    }

    private static String table() {
        return "| name | default | meaning | betekenis |\n|---|---|---|---|\n"
                + KnownKeys.all().stream().map(SettingsTableTest::row).collect(Collectors.joining());
    }

    private static String row(KnownKey key) {
        String absent = key.required() ? "*required*" : "";
        String value = key.defaultValue().isEmpty() ? absent : "`" + key.defaultValue() + "`";
        return "| `" + key.name() + "` | " + value + " | " + key.english() + " | " + key.dutch() + " |\n";
    }
}
