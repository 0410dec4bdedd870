package io.github.komaseconnect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Wrapped.lines("een twee drie", 8)).containsExactly("een twee", "drie");
    }

    @Test
    void leavesALongWordWhole() {
        assertThat(Wrapped.lines("a relations.csv b", 5)).containsExactly("a", "relations.csv", "b");
    }

    @Test
    void cutsOffOnlyWhatIsTooLong() {
        assertThat(Wrapped.shortened("onderwerp", 9)).isEqualTo("onderwerp");
        assertThat(Wrapped.shortened("onderwerpen", 9)).isEqualTo("onderw...");
    }
}
