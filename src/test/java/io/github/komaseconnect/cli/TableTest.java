package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Printable utf8 = new Printable(StandardCharsets.UTF_8);

    @Test
    void alignsAndIsNoWiderThanNeeded() {
        Table table = new Table()
                .column("nummer", "number")
                .column("bedrag", "amount", Table.Side.RIGHT, 20)
                .column("wie", "who");

        table.row("1", "1.210,00 EUR", "Café");
        table.row("2026-0042", "5,00 EUR", "");

        assertThat(table.lines(utf8))
                .containsExactly(
                        "nummer           bedrag  wie",
                        "number           amount  who",
                        "---------  ------------  ----",
                        "1          1.210,00 EUR  Café",
                        "2026-0042      5,00 EUR");
    }

    @Test
    void hasOneHeadLineWhenTheLanguagesAgree() {
        assertThat(new Table().column("id", "id").row("7").lines(utf8)).containsExactly("id", "--", "7");
    }

    @Test
    void cutsWhatIsTooLong() {
        Table table = new Table().column("x", "x", Table.Side.LEFT, 6).row("Bakkerij");

        assertThat(table.lines(utf8)).last().isEqualTo("Bakke…");
        assertThat(table.lines(new Printable(StandardCharsets.US_ASCII))).last().isEqualTo("Bak...");
    }

    @Test
    void keepsToOneLineARowWhateverInvoicesBringAlong() {
        Table table = new Table().column("x", "x").row("a\r\n\u001b[2Jb\u202ec");

        assertThat(table.lines(utf8)).last().isEqualTo("a   [2Jb c");
    }

    @Test
    void wantsACellForEveryColumn() {
        Table table = new Table().column("x", "x");

        assertThatThrownBy(() -> table.row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }
}
