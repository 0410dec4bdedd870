package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Attachments;
import java.util.Map;
import java.util.Set;

/** The words that people type for what is to be attached to a mail; those of Komas's text blocks (4510) too. */
final class AttachmentsWords {
    private static final Map<Attachments, Set<String>> WORDS = Map.of(
            Attachments.PDF,
            Set.of("pdf", "alleenpdf", "onlypdf", "pdfonly", "pdfalleen", "100"),
            Attachments.PDF_AND_UBL,
            Set.of(
                    "pdfubl",
                    "ublpdf",
                    "pdfenubl",
                    "ublenpdf",
                    "pdfandubl",
                    "ublandpdf",
                    "pdfxml",
                    "pdfenxml",
                    "beide",
                    "both",
                    "101"),
            Attachments.UBL_WITH_PDF,
            Set.of(
                    "ublwithembeddedpdf",
                    "ublwithpdf",
                    "ublmetpdf",
                    "ublmetpdferin",
                    "ublmetingeslotenpdf",
                    "ublmetingeslotepdf",
                    "ublmetpdfbijlage",
                    "alleenublmetpdf",
                    "102"));

    AttachmentsChoice read(String typed) {
        String shown = Typed.cell(typed);
        if (shown.isEmpty()) {
            return new AttachmentsChoice.NotChosen();
        }
        String word = Typed.word(typed);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .findFirst()
                .<AttachmentsChoice>map(entry -> new AttachmentsChoice.Chosen(entry.getKey()))
                .orElseGet(() -> new AttachmentsChoice.NotUnderstood(shown));
    }
}
