package io.github.komaseconnect.reason;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void leavesAloneWhatIsAnOrdinaryText() {
        String text = "Factuur F-1 van Café Żółć & Zn. (€ 10,00) 日本 😀 e\u0301";
        assertThat(OneLine.of(text)).isSameAs(text);
    }

    @Test
    void takesAwayWhatPlaysTricks() {
        assertThat(OneLine.of("a\r\nb\tc\u0000d\u001B[1m\u0085\u2028\u2029\u202Egnp\u2066\uFEFF\uD800z"))
                .isEqualTo("a  b c d [1m    gnp   z");
    }

    @Test
    void isOfALengthThatSomebodyReadsAndNeverEndsInHalfACharacter() {
        assertThat(OneLine.of("x".repeat(1_000_000))).hasSize(5000).endsWith("…");
        assertThat(OneLine.of("😀".repeat(10), 4)).isEqualTo("😀😀😀…");
    }

    @Test
    void isWhatAReasonIsMadeOf() {
        Reason reason = new Reason("x.y", "a\nb", "c\u001Bd", "e\rf", "g\u202Eh");
        assertThat(reason.dutchLine() + reason.englishLine()).isEqualTo("a b e fc d g h");
    }
}
