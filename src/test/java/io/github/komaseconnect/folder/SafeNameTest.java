package io.github.komaseconnect.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "2026-0001, 2026-0001",
                "FACTUUR 12.xml, FACTUUR 12.xml",
                "factuur (1), factuur (1)",
                "2026/0001, 2026-0001",
                "..\\..\\windows\\x, windows-x",
                "../../etc/passwd, etc-passwd",
                "/, naamloos",
                "..., naamloos",
                "' ', naamloos",
                "日本, naamloos",
                "Café Böhm & Zn., Cafe Bohm - Zn",
                "Smørrebrød Straße Łódź, Smorrebrod Strasse Lodz",
                "ﬁnale ½ ①, finale 1-2 1",
                "a:b*c?d\"e<f>g|h, a-b-c-d-e-f-g-h",
                "NUL, _NUL",
                "nul.xml, _nul.xml",
                "COM1, _COM1",
                "com¹.txt, _com1.txt",
                "CONTRACT, CONTRACT",
                "console, console",
                ".hidden, hidden",
                "~temp, temp",
                "-rf, rf",
                "name., name",
                "'name  . ', name",
            })
    void safe_names(String text, String name) {
        assertThat(SafeName.of(text)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\tb", "a\u202Eb", "a\u007Fb", "a\u00A0b", "a\uD800b"})
    void control_characters_go(String text) {
        assertThat(SafeName.of(text)).matches("a[- ]b");
    }

    @Test
    void an_accent_written_as_two_characters_is_the_same_name() {
        assertThat(SafeName.of("Cafe\u0301"))
                .isEqualTo(SafeName.of("Caf\u00E9"))
                .isEqualTo("Cafe");
    }

    @Test
    void long_texts_are_cut_and_still_end_well() {
        assertThat(SafeName.of("x".repeat(59) + ". and more")).isEqualTo("x".repeat(59));
        assertThat(SafeName.of("é".repeat(1_000_000))).hasSize(60);
        assertThat(SafeName.of("NUL", 3)).isEqualTo("_NU");
        assertThat(SafeName.of("日", 4)).isEqualTo("naam");
    }

    @Test
    void a_word_has_no_spaces() {
        assertThat(SafeName.word("Jansen & Zn. (Installatie), Breda")).isEqualTo("Jansen-Zn.-Installatie-Breda");
    }

    @Test
    void whatever_comes_in_gives_the_name_of_one_file_in_the_folder(@TempDir Path folder) throws Exception {
        Random random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x110000) : random.nextInt(128));
            }
            String name = SafeName.of(text.toString());

            assertThat(name)
                    .matches("[A-Za-z0-9_,+()][A-Za-z0-9 _.,+()-]{0,59}")
                    .doesNotEndWith(".")
                    .doesNotEndWith(" ");
            assertThat(SafeName.of(name)).isEqualTo(name);
            Path file = folder.resolve(name);
            assertThat(file.getParent()).isEqualTo(folder);
            Files.writeString(file, "");
        }
    }
}
