package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.rendering.BatchPdf.Part;
import io.github.komaseconnect.rendering.BatchPdf.Start;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDFs of several invoices in one, with a list of them in front. */
class BatchPdfTest {
    private static final Instant AT = Instant.parse("2026-11-27T14:30:00Z");

    @TempDir
    Path folder;

    private final BatchPdf pdfs = new BatchPdf();

    private Part part(String number, String customer, String amount, int pages) throws Exception {
        Path file = folder.resolve(number.replace('/', '-') + ".pdf");
        try (PDDocument pdf = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(file.toFile());
        }
        return new Part(file, number, customer, new BigDecimal(amount), "EUR", pages);
    }

    private String text(Path pdf, int from, int to) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }
    }

    private int pages(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void onePdfThatCannotBeJoinedIsFound() throws Exception {
        Part good = part("2026-1", "Bakker", "1", 1);
        Path damaged = Files.writeString(folder.resolve("kapot.pdf"), "%PDF-1.4 en dan niets");
        Part bad = new Part(damaged, "2026-2", "Visser", BigDecimal.ONE, "EUR", 1);
        Path whole = folder.resolve("geheel.pdf");

        assertThatThrownBy(() -> pdfs.make("Acme", AT, "ke1", List.of(good, bad), Start.ANY_PAGE, whole))
                .isInstanceOf(BatchPdf.CannotJoinException.class);

        assertThat(whole).doesNotExist();
        assertThat(pdfs.joins(good.pdf())).isTrue();
        assertThat(pdfs.joins(bad.pdf())).isFalse();
    }

    @Test
    void theListNamesEachWithItsPageAndTheTotals() throws Exception {
        List<Part> parts = List.of(
                part("F-1", "Jansen & Zonen B.V.", "1210.00", 2),
                part("C-2", "Müller 東京", "-60.50", 1),
                new Part(part("F-3", "Zonder bedrag", "0", 3).pdf(), "F-3", "Zonder bedrag", BigDecimal.ZERO, "", 3));
        Path whole = folder.resolve("whole.pdf");

        pdfs.make("Acme", AT, "ke1", parts, Start.ANY_PAGE, whole);

        assertThat(pages(whole)).isEqualTo(1 + 2 + 1 + 3);
        assertThat(pdfs.starts(parts, Start.ANY_PAGE)).containsExactly(2, 4, 5);
        assertThat(text(whole, 1, 1))
                .contains("Acme", "27-11-2026 15:30", "3 facturen")
                .containsPattern("F-1 Jansen & Zonen B\\.V\\. 1\\.210,00 EUR 2")
                .containsPattern("C-2 Müller \\?\\? -60,50 EUR 4")
                .containsPattern("F-3 Zonder bedrag \\? 5")
                .containsPattern("Totaal \\(total\\) EUR 1\\.149,50 EUR");
    }

    @Test
    void whereBothSidesArePrintedEachBeginsOnASheetOfItsOwn() throws Exception {
        List<Part> parts = List.of(part("F-1", "A", "1", 1), part("F-2", "B", "1", 2), part("F-3", "C", "1", 3));
        Path whole = folder.resolve("whole.pdf");

        pdfs.make("Acme", AT, "ke1", parts, Start.NEW_SHEET, whole);

        assertThat(pdfs.starts(parts, Start.NEW_SHEET)).containsExactly(3, 5, 7);
        assertThat(pages(whole)).isEqualTo(2 + 2 + 2 + 4);
    }

    @Test
    void aLongListGoesOnOverSeveralPagesAndTheSameInputGivesTheSameBytes() throws Exception {
        List<Part> parts = new ArrayList<>();
        Part one = part("F-1", "Klant", "10.00", 1);
        for (int number = 1; number <= 100; number++) {
            parts.add(new Part(one.pdf(), "F-" + number, "Klant", one.amount(), "EUR", 1));
        }
        Path first = folder.resolve("first.pdf");
        Path second = folder.resolve("second.pdf");

        pdfs.make("Acme", AT, "ke1", parts, Start.ANY_PAGE, first);
        pdfs.make("Acme", AT, "ke1", parts, Start.ANY_PAGE, second);

        assertThat(pages(first)).isEqualTo(3 + 100);
        assertThat(text(first, 3, 3)).contains("F-100", "1.000,00 EUR", "3 / 3");
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void whatIsDamagedOrProtectedDoesNotGoTogetherWithOthers() throws Exception {
        Path damaged = folder.resolve("damaged.pdf");
        Files.write(damaged, "%PDF-1.4\nno pdf\n".getBytes(StandardCharsets.US_ASCII));
        Path secret = folder.resolve("protected.pdf");
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            pdf.save(secret.toFile());
        }

        assertThat(pdfs.pages(damaged)).isEmpty();
        assertThat(pdfs.pages(secret)).isEmpty();
        assertThat(pdfs.pages(part("F-1", "A", "1", 2).pdf())).hasValue(2);
    }
}
