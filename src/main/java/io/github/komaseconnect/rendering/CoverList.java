package io.github.komaseconnect.rendering;

import io.github.komaseconnect.reason.DutchTime;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws the list of the invoices in a batch: numbers, customers, amounts, pages and totals, in Dutch and English. */
final class CoverList {
    private static final int LINES_PER_PAGE = 46;
    private static final float LEFT = 50;
    private static final float CUSTOMER = 170;
    private static final float AMOUNT_END = 490;
    private static final float PAGE_END = 545;
    private static final float TOP = 790;
    private static final float FIRST_LINE = 718;
    private static final float STEP = 14;
    private static final float SMALL = 9;

    private final PDDocument pdf;
    private final PDFont plain;
    private final PDFont bold;
    private final DecimalFormat amounts =
            new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl-NL")));

    CoverList(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        this.plain = font(pdf, "LiberationSans-Regular.ttf");
        this.bold = font(pdf, "LiberationSans-Bold.ttf");
    }

    /** How many pages the list of so many invoices takes. */
    static int pages(int invoices) {
        return Math.max(1, (invoices + totalsRoom() + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
    }

    /** A line between, and one for the total of each of a few currencies. */
    private static int totalsRoom() {
        return 4;
    }

    void draw(String company, Instant at, List<CoverLine> lines) throws IOException {
        int pages = pages(lines.size());
        for (int page = 0; page < pages; page++) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            pdf.addPage(sheet);
            try (PDPageContentStream out = new PDPageContentStream(pdf, sheet)) {
                head(out, company, at, lines.size());
                int from = Math.min(page * LINES_PER_PAGE, lines.size());
                int to = Math.min(from + LINES_PER_PAGE, lines.size());
                for (int line = from; line < to; line++) {
                    line(out, lines.get(line), FIRST_LINE - (line - from) * STEP);
                }
                if (page == pages - 1) {
                    totals(out, lines, FIRST_LINE - (to - from) * STEP - STEP / 2);
                }
                text(out, plain, SMALL, LEFT, 40, (page + 1) + " / " + pages);
            }
        }
    }

    private void head(PDPageContentStream out, String company, Instant at, int invoices) throws IOException {
        text(out, bold, 16, LEFT, TOP, fitting(company, bold, 16, PAGE_END - LEFT));
        text(
                out,
                plain,
                11,
                LEFT,
                TOP - 20,
                "Dagafdruk (daily print) " + DutchTime.minute(at) + " – " + invoices + " facturen (invoices)");
        float y = TOP - 48;
        text(out, bold, SMALL, LEFT, y, "Factuur (invoice)");
        text(out, bold, SMALL, CUSTOMER, y, "Klant (customer)");
        right(out, bold, AMOUNT_END, y, "Bedrag (amount)");
        right(out, bold, PAGE_END, y, "Pagina");
        out.moveTo(LEFT, y - 5);
        out.lineTo(PAGE_END, y - 5);
        out.stroke();
    }

    private void line(PDPageContentStream out, CoverLine line, float y) throws IOException {
        text(out, plain, SMALL, LEFT, y, fitting(line.number(), plain, SMALL, CUSTOMER - LEFT - 8));
        text(out, plain, SMALL, CUSTOMER, y, fitting(line.customer(), plain, SMALL, 215));
        right(out, plain, AMOUNT_END, y, line.currency().isEmpty() ? "?" : amount(line.amount(), line.currency()));
        right(out, plain, PAGE_END, y, Integer.toString(line.page()));
    }

    private void totals(PDPageContentStream out, List<CoverLine> lines, float top) throws IOException {
        Map<String, BigDecimal> totals = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.currency().isEmpty())
                .forEach(line -> totals.merge(line.currency(), line.amount(), BigDecimal::add));
        float y = top;
        for (Map.Entry<String, BigDecimal> total : totals.entrySet()) {
            text(out, bold, SMALL, CUSTOMER, y, "Totaal (total) " + printable(total.getKey(), bold));
            right(out, bold, AMOUNT_END, y, amount(total.getValue(), total.getKey()));
            y -= STEP;
        }
    }

    private String amount(BigDecimal value, String currency) {
        return amounts.format(value) + " " + currency;
    }

    private void right(PDPageContentStream out, PDFont font, float end, float y, String text) throws IOException {
        String shown = printable(text, font);
        text(out, font, SMALL, end - width(shown, font, SMALL), y, shown);
    }

    private void text(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(printable(text, font));
        out.endText();
    }

    /** As much of it as there is room for. */
    private static String fitting(String text, PDFont font, float size, float room) throws IOException {
        String shown = printable(text, font);
        if (width(shown, font, size) <= room) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && width(shown.substring(0, end) + "…", font, size) > room) {
            end--;
        }
        return shown.substring(0, end) + "…";
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** Letters that the font has not are shown as question marks. */
    private static String printable(String text, PDFont font) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(200).forEach(letter -> {
            String one = Character.toString(letter);
            shown.append(letter >= ' ' && has(font, one) ? one : "?");
        });
        return shown.toString();
    }

    private static boolean has(PDFont font, String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException notInTheFont) {
            return false;
        }
    }

    private static PDFont font(PDDocument pdf, String name) throws IOException {
        try (InputStream in = CoverList.class.getResourceAsStream("/rendering/fonts/" + name)) {
            return PDType0Font.load(pdf, in);
        }
    }
}
