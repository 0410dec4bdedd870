package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.relation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Renders in tests: one compiled layout for all of them. */
final class Rendering {
    private static final InvoicePdf PDF = new InvoicePdf(new SafeXml());

    static final String IBAN = "NL91ABNA0417164300";

    private Rendering() {}

    /** Renders this UBL in Dutch; the PDF is in the folder, which keeps the UBL as well. */
    static Path render(Path folder, String ubl) {
        return render(folder, ubl, Branding.none());
    }

    static Path render(Path folder, String ubl, Branding branding) {
        try {
            Path file = Files.writeString(folder.resolve("in.xml"), ubl);
            return render(file, new Look(Language.NL, branding), folder.resolve("uit.pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path render(Path ubl, Look look, Path target) throws IOException {
        assertThat(PDF.render(ubl, look, target)).isInstanceOf(PdfRendering.Rendered.class);
        return target;
    }

    static PDDocument open(Path pdf) throws IOException {
        return Loader.loadPDF(pdf.toFile());
    }

    static String sample(String name) throws IOException {
        try (var in = Rendering.class.getResourceAsStream("/samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Payable in euro by transfer to {@link #IBAN}, with so many lines. */
    static String invoice(int lines) {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            all.append(line(i));
        }
        return TestUbl.invoice(TestUbl.NUMBER + "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
                + TestUbl.SUPPLIER + means("30", IBAN) + payable("121.00") + all);
    }

    static String payable(String amount) {
        return "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"EUR\">" + amount
                + "</cbc:PayableAmount></cac:LegalMonetaryTotal>";
    }

    static String means(String code, String iban) {
        return "<cac:PaymentMeans><cbc:PaymentMeansCode>" + code + "</cbc:PaymentMeansCode><cbc:PaymentID>F-1 / 10001"
                + "</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>" + iban
                + "</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>";
    }

    private static String line(int number) {
        return "<cac:InvoiceLine><cbc:ID>" + number + "</cbc:ID><cbc:InvoicedQuantity unitCode=\"HUR\">2.50"
                + "</cbc:InvoicedQuantity><cbc:LineExtensionAmount>10.00</cbc:LineExtensionAmount><cac:Item>"
                + "<cbc:Description>Op locatie</cbc:Description><cbc:Name>Werk nummer " + number
                + "</cbc:Name></cac:Item></cac:InvoiceLine>";
    }
}
