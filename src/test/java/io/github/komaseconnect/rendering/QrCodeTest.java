package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.github.komaseconnect.invoice.TestUbl;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The QR code as a telephone reads it from the page, and where there is none. */
class QrCodeTest {
    private static final String EURO = "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>";
    private static final String TRANSFER = Rendering.means("30", Rendering.IBAN);

    @TempDir
    Path folder;

    private Optional<String> scanned(String ubl) throws Exception {
        try (PDDocument pdf = Rendering.open(Rendering.render(folder, ubl))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap seen = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            return Optional.of(new QRCodeReader().decode(seen).getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    private static String invoice(String means, String amount) {
        return TestUbl.invoice(TestUbl.NUMBER + EURO + TestUbl.SUPPLIER + means + Rendering.payable(amount));
    }

    @Test
    void holdsTheTransfer() throws Exception {
        assertThat(scanned(invoice(TRANSFER, "1234.5")))
                .contains("BCD\n002\n1\nSCT\n\nAcme\nNL91ABNA0417164300\nEUR1234.50\n\n\nF-1 / 10001");
    }

    @Test
    void namesTheHolderOfTheAccountBeforeThePayee() throws Exception {
        String payee =
                "<cac:PayeeParty><cac:PartyName><cbc:Name>Handelsnaam</cbc:Name></cac:PartyName></cac:PayeeParty>";
        String holder = TRANSFER.replace(
                "</cbc:ID></cac:PayeeFinancialAccount>",
                "</cbc:ID><cbc:Name>Stichting Derdengelden</cbc:Name></cac:PayeeFinancialAccount>");

        assertThat(scanned(invoice(payee + TRANSFER, "1")).orElseThrow()).contains("\nHandelsnaam\n");
        assertThat(scanned(invoice(payee + holder, "1")).orElseThrow()).contains("\nStichting Derdengelden\n");
    }

    @Test
    void noneOnACreditNote() throws Exception {
        assertThat(scanned(TestUbl.creditNote(
                        TestUbl.NUMBER + EURO + TestUbl.SUPPLIER + TRANSFER + Rendering.payable("121.00"))))
                .isEmpty();
        assertThat(scanned(TestUbl.invoice(TestUbl.NUMBER + "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>" + EURO
                        + TestUbl.SUPPLIER + TRANSFER + Rendering.payable("121.00"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"49", "59", "48", "10", "57", "97", "1", ""})
    void noneForAnotherMeans(String code) throws Exception {
        assertThat(scanned(invoice(Rendering.means(code, Rendering.IBAN), "121.00")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-121.00"})
    void noneWhereNothingIsToPay(String amount) throws Exception {
        assertThat(scanned(invoice(TRANSFER, amount))).isEmpty();
    }

    @Test
    void noneWithASplitOverTwoAccounts() throws Exception {
        String split = TRANSFER.replace("<cbc:PaymentMeansCode>", "<cbc:ID>GACCOUNT</cbc:ID><cbc:PaymentMeansCode>");
        assertThat(scanned(invoice(split, "121.00"))).isEmpty();
        assertThat(scanned(invoice(TRANSFER + TRANSFER, "121.00"))).isEmpty();
    }

    @Test
    void noneInAnotherCurrency() throws Exception {
        assertThat(scanned(invoice(TRANSFER, "121.00").replace("EUR", "USD"))).isEmpty();
    }

    @Test
    void noneForAnAccountThatIsNoIban() throws Exception {
        assertThat(scanned(invoice(Rendering.means("30", "IBAN32423940"), "121.00")))
                .isEmpty();
    }
}
