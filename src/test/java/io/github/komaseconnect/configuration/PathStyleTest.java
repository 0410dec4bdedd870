package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathStyleTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "C:\\Komas\\export, C:\\Komas\\export",
                "C:\\users\\new, C:\\users\\new",
                "C:\\Komas\\export\\, C:\\Komas\\export",
                "C:\\\\Komas\\\\export, C:\\Komas\\export",
                "C:\\\\Komas\\\\export\\\\, C:\\Komas\\export",
                "C:/Komas/export/, C:\\Komas\\export",
                "\\\\server\\share, \\\\server\\share",
                "\\\\\\\\server\\\\share, \\\\server\\share",
                "\\\\server\\share\\, \\\\server\\share",
                "//server/share/komas, \\\\server\\share\\komas",
                "C:\\, C:\\",
                "C:\\\\, C:\\",
                "companies/acme, companies\\acme",
                "companies\\acme\\, companies\\acme",
                "\"C:\\Program Files\\Komas\", C:\\Program Files\\Komas",
                "., .",
            })
    void on_windows(String typed, String path) {
        assertThat(PathStyle.WINDOWS.normalise(typed)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "companies\\acme, companies/acme",
        "companies\\\\acme\\\\, companies/acme",
        "companies/acme/, companies/acme",
        "/srv/komas//export/, /srv/komas/export",
        "/, /",
        "., .",
        "\"my folder\", my folder",
    })
    void elsewhere(String typed, String path) {
        assertThat(PathStyle.POSIX.normalise(typed)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Komas", "c:/Komas", "\\\\server\\share", "C:"})
    void drive_letters_and_shares_mean_windows(String typed) {
        assertThat(PathStyle.meansWindows(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies\\acme", "/srv/komas", "acme", "\\komas"})
    void other_paths_do_not(String typed) {
        assertThat(PathStyle.meansWindows(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"C:Komas, true", "C:, true", "C:\\Komas, false", "C:/Komas, false", "Komas, false"})
    void a_drive_letter_needs_a_backslash(String typed, boolean lacks) {
        assertThat(PathStyle.lacksRoot(typed)).isEqualTo(lacks);
    }
}
