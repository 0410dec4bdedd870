package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.ledger.InvoiceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateFilterTest {
    @ParameterizedTest
    @EnumSource(InvoiceState.class)
    void knowsEveryStateByItsWordsAndItsName(InvoiceState state) {
        assertThat(StateFilter.of(state.dutch()).states()).containsExactly(state);
        assertThat(StateFilter.of(state.english()).states()).containsExactly(state);
        assertThat(StateFilter.of(state.name()).states()).containsExactly(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on-its-way", "On Its Way", "ON_ITS_WAY", "Onderweg"})
    void isNotParticularAboutSpelling(String typed) {
        assertThat(StateFilter.of(typed).states()).containsExactly(InvoiceState.ON_ITS_WAY);
    }

    @Test
    void namesTheWordsThereAre() {
        assertThatThrownBy(() -> StateFilter.of("weg")).isInstanceOfSatisfying(CommandFailure.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(2);
            assertThat(failure.dutch()).contains("vastgehouden", "klaargezet", "in twijfel");
            assertThat(failure.english()).contains("held", "put ready", "in doubt");
        });
    }
}
