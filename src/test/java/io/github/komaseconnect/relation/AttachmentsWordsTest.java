package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Attachments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsWordsTest {
    private final AttachmentsWords words = new AttachmentsWords();

    @ParameterizedTest
    @CsvSource({
        "pdf,PDF",
        "Alleen PDF,PDF",
        "100,PDF",
        "pdf+ubl,PDF_AND_UBL",
        "PDF en UBL,PDF_AND_UBL",
        "101,PDF_AND_UBL",
        "ubl-with-embedded-pdf,UBL_WITH_PDF",
        "UBL met PDF,UBL_WITH_PDF",
        "102,UBL_WITH_PDF"
    })
    void whatPeopleType(String typed, Attachments meant) {
        assertThat(words.read(typed)).isEqualTo(new AttachmentsChoice.Chosen(meant));
    }

    @Test
    void everyKeyIsAWord() {
        for (Attachments one : Attachments.values()) {
            assertThat(words.read(one.key())).isEqualTo(new AttachmentsChoice.Chosen(one));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubl", "xml", "ja", "geen", "zip", "103"})
    void nothingElseIsGuessedAt(String typed) {
        assertThat(words.read(typed)).isEqualTo(new AttachmentsChoice.NotUnderstood(typed));
    }

    @Test
    void anUnknownWordIsToldWithItsLineAndField() {
        String file = "relatienummer;naam;verzendmethode;e-mail;bijlage\n1;A;e-mail;a@x.nl;zip\n2;B;e-mail;b@x.nl;\n";
        RelationFileReading read = new RelationFile(new IdentifierReader(LeadingZeros.PROPOSED))
                .read(file.getBytes(StandardCharsets.UTF_8), "r.csv");
        List<LineTrouble> troubles =
                ((RelationFileReading.Readable) read).snapshot().lineTroubles();
        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0).reason().dutch()).contains("egel 2 van r.csv", "veld bijlage", "zip");
        assertThat(troubles.get(0).reason().adviceDutch()).contains("pdf+ubl", "ubl-with-embedded-pdf");
    }
}
