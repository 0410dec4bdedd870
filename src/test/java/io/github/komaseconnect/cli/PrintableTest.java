package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void leavesAloneWhatCanBeShown() {
        assertThat(new Printable(StandardCharsets.UTF_8).encodable("één … € 日本"))
                .isEqualTo("één … € 日本");
        assertThat(new Printable(Charset.forName("windows-1252")).encodable("één … €"))
                .isEqualTo("één … €");
    }

    @Test
    void takesTheNearestPlainCharacters() {
        assertThat(new Printable(StandardCharsets.US_ASCII).encodable("één … € ‘x’ – 日"))
                .isEqualTo("een ... EUR 'x' - ?");
    }

    @Test
    void nothingPlaysTricksWithTheTerminal() {
        Printable printable = new Printable(StandardCharsets.UTF_8);
        assertThat(printable.oneLine("\u001B[2J\u001B]0;x\u0007a\r\nb\u009B31m\u202Ec\u2028\u200Bd\u0000\t\uD800"))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]")
                .contains("[2J", "a", "b", "31m", "c", "d");
    }

    @Test
    void countsColumnsNotChars() {
        assertThat(Printable.width("e\u0301a")).isEqualTo(2);
        assertThat(Printable.width("\uD83D\uDE00")).isEqualTo(1);
    }
}
