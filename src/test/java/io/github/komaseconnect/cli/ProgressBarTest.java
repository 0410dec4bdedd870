package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter text = new StringWriter();

    @Test
    void eachStepWritesOverTheLineAndTheEndLeavesIt() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), 3);

        bar.step();
        bar.step();
        bar.step();
        bar.end();

        assertThat(text.toString().split("\r"))
                .containsExactly(
                        "",
                        "[##########                    ] 1/3",
                        "[####################          ] 2/3",
                        "[##############################] 3/3" + System.lineSeparator());
    }

    @Test
    void ofNothingNothingIsShown() {
        new ProgressBar(new PrintWriter(text), 0).end();

        assertThat(text.toString()).isEmpty();
    }
}
