package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the pages break. */
class PdfPagesTest {
    @TempDir
    Path folder;

    private List<String> pages(int lines) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument pdf = Rendering.open(Rendering.render(folder, Rendering.invoice(lines)))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf));
            }
        }
        return pages;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "20, 2", "60, 4", "200, 10"})
    void everyPageHasWhatBelongsOnIt(int lines, int leastPages) throws IOException {
        List<String> pages = pages(lines);
        assertThat(pages).hasSizeBetween(leastPages, leastPages + 3);
        for (int i = 0; i < pages.size(); i++) {
            String page = pages.get(i);
            assertThat(page).contains("Pagina " + (i + 1) + " van " + pages.size());
            assertThat(page).containsAnyOf("Werk nummer", "Te betalen", "Betaling");
            assertThat(page.contains("Omschrijving")).isEqualTo(page.contains("Werk nummer"));
        }
        String whole = String.join("\n", pages);
        assertThat(IntStream.rangeClosed(1, lines))
                .allMatch(number -> whole.split("Werk nummer " + number + "\\b", -1).length == 2);
        assertThat(whole.split("Te betalen", -1)).hasSize(2);
    }

    static IntStream lengths() {
        return IntStream.rangeClosed(8, 24);
    }

    /** Wherever the end of the invoice falls on a page, nothing follows it but what it has to say. */
    @ParameterizedTest
    @MethodSource("lengths")
    void noLengthOpensAnEmptyPage(int lines) throws IOException {
        assertThat(pages(lines)).allMatch(page -> page.lines().count() > 4);
    }
}
