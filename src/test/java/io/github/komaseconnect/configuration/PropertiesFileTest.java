package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Komas\\export",
                "C:\\users\\new\\table\\first",
                "\\\\server\\share",
                "C:\\Komas\\export\\",
                "C:\\\\Komas\\\\export",
                "a=b=c",
                "key: with: colons",
                "p#ssw!rd\\",
            })
    void values_are_taken_as_typed(String value) {
        assertThat(value("company.acme.folder=" + value + "\nledger.url=x", "company.acme.folder"))
                .isEqualTo(value);
    }

    @Test
    void spaces_around_key_and_value_are_dropped() {
        assertThat(value("  ledger.url \t=  a b  ", "ledger.url")).isEqualTo("a b");
    }

    @Test
    void comments_and_empty_lines_are_skipped_and_lines_counted() {
        PropertiesFile file = PropertiesFile.parse("# one\r\n! two=2\r\n\r\n  # four\r\nledger.url=x\r\n");

        assertThat(file.entries()).containsExactly(new PropertiesFile.Entry("ledger.url", "x", 5));
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void an_empty_value_is_a_setting_too() {
        assertThat(value("ledger.url=", "ledger.url")).isEmpty();
    }

    @Test
    void a_key_that_stands_there_twice_is_an_error_that_names_both_lines() {
        PropertiesFile file = PropertiesFile.parse("ledger.url=x\n\nledger.url=y");

        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.englishLine()).startsWith("line 3, ledger.url: ").contains("line 1");
            assertThat(problem.dutchLine()).startsWith("regel 3, ledger.url: ").contains("regel 1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=value", "company.acme.name: Acme", "just words", "C:\\Komas"})
    void a_line_that_is_no_setting_is_an_error(String line) {
        PropertiesFile file = PropertiesFile.parse(line);

        assertThat(file.entries()).isEmpty();
        assertThat(file.malformedLines()).isEqualTo(1);
        assertThat(file.problems()).singleElement().satisfies(problem -> assertThat(problem.isError())
                .isTrue());
    }

    @Test
    void a_line_that_is_no_setting_counts_for_the_company_that_it_begins_with() {
        assertThat(PropertiesFile.parse("company.acme.name Acme").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.company()).contains("acme"));
    }

    @Test
    void a_line_that_is_no_setting_is_not_shown_as_it_may_be_a_secret() {
        PropertiesFile file = PropertiesFile.parse("company.acme.connection-secret: kJ8s.dS9x\nkJ8s.dS9x");

        assertThat(file.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.toString())
                .doesNotContain("kJ8s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.url=x # why", "ledger.url=x\t#why", "ledger.url=   # why"})
    void what_looks_like_a_comment_in_a_value_is_a_warning(String line) {
        assertThat(PropertiesFile.parse(line).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isFalse());
    }

    @Test
    void a_hash_within_a_word_is_no_comment() {
        assertThat(PropertiesFile.parse("mail.smtp.password=#a#b").problems()).isEmpty();
    }

    @Test
    void values_are_not_shown_by_toString() {
        assertThat(PropertiesFile.parse("a.b=hidden").entries().toString()).doesNotContain("hidden");
    }

    @Test
    void reads_utf8_with_and_without_byte_order_mark_and_windows_1252_and_utf16() throws Exception {
        String text = "company.acme.name=Café Böhm €";
        for (byte[] bytes : new byte[][] {
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            text.getBytes(Charset.forName("windows-1252")),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
        }) {
            Path file = Files.write(folder.resolve("application.properties"), bytes);

            assertThat(PropertiesFile.read(file).find("company.acme.name"))
                    .map(PropertiesFile.Entry::value)
                    .contains("Café Böhm €");
        }
    }

    private static String value(String text, String key) {
        return PropertiesFile.parse(text).find(key).orElseThrow().value();
    }
}
