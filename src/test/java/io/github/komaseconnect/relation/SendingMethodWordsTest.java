package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingMethodWordsTest {
    private static final SendingMethodWords WORDS = new SendingMethodWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elektronisch",
                "Elektronisch",
                "ELEKTRONISCH ",
                "e-factuur",
                "E Factuur",
                "efactuur",
                "e-facturen",
                "digitaal",
                "peppol",
                "PEPPOL",
                "via Peppol",
                "Peppol-netwerk",
                "econnect",
                "eConnect",
                "everbinding",
                "via eVerbinding",
                "eVerbinding",
                "ubl",
                "UBL",
                "e-invoice",
                "e-invoicing",
                "electronic",
                "elektronische factuur",
                "per e-factuur",
                "electronisch"
            })
    void peppol(String word) {
        assertThat(WORDS.read(word)).isEqualTo(new MethodChoice.Chosen(SendingMethod.PEPPOL, word.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e-mail",
                "E-mail",
                "email",
                "mail",
                "Mail",
                "per mail",
                "per e-mail",
                "via e-mail",
                "mailen",
                "pdf per mail",
                "PDF per e-mail",
                "by email",
                "e mail",
                "E\u2011mail",
                "UBL per mail"
            })
    void email(String word) {
        assertThat(WORDS.read(word)).isEqualTo(new MethodChoice.Chosen(SendingMethod.EMAIL, word.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post",
                "Post",
                "papier",
                "op papier",
                "print",
                "Print",
                "printen",
                "afdrukken",
                "brief",
                "per brief",
                "per post",
                "by post",
                "paper",
                "letter",
                "on paper"
            })
    void print(String word) {
        assertThat(WORDS.read(word)).isEqualTo(new MethodChoice.Chosen(SendingMethod.PRINT, word.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fax", "onbekend", "per", "?", "-", "peppol of mail", "n.v.t.", "pdf", "postduif", "0"})
    void nothingIsGuessed(String word) {
        assertThat(WORDS.read(word)).isEqualTo(new MethodChoice.NotUnderstood(word));
    }

    @Test
    void emptyIsTheDefault() {
        assertThat(WORDS.read("")).isEqualTo(new MethodChoice.NotChosen());
        assertThat(WORDS.read(" \u00A0\t")).isEqualTo(new MethodChoice.NotChosen());
    }
}
