package io.github.komaseconnect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void givesEveryColumnTheWidthOfItsWidestCell() {
        assertThat(new Table("klant", "methode")
                        .row("Bakkerij", "print")
                        .row("Hotel", "e-mail")
                        .lines())
                .containsExactly("klant     methode", "--------  -------", "Bakkerij  print", "Hotel     e-mail");
    }
}
