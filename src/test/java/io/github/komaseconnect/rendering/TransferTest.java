package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of an EPC QR code. */
class TransferTest {
    private static final String IBAN = "NL91 ABNA 0417 1643 00";

    @Test
    void followsEpc06912() {
        assertThat(new Transfer("Acme  B.V.", IBAN, "ABNANL2A", "1234.5", "F-1\nklant 10001").text())
                .contains("BCD\n002\n1\nSCT\nABNANL2A\nAcme B.V.\nNL91ABNA0417164300\nEUR1234.50\n\n\nF-1 klant 10001");
    }

    @Test
    void aCreditorReferenceHasItsOwnPlace() {
        assertThat(new Transfer("Acme", IBAN, "geen", "1", "RF18 5390 0754 7034").text())
                .contains("BCD\n002\n1\nSCT\n\nAcme\nNL91ABNA0417164300\nEUR1.00\n\nRF18539007547034");
        assertThat(new Transfer("Acme", IBAN, "", "1", "RF19539007547034")
                        .text()
                        .orElseThrow())
                .endsWith("\n\n\nRF19539007547034");
    }

    @Test
    void aLongNameIsShortened() {
        String text = new Transfer("é".repeat(90), IBAN, "", "1", "").text().orElseThrow();
        assertThat(text).contains("\n" + "é".repeat(70) + "\n").endsWith("EUR1.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "", "1e3", "1,50", "0.001", "1000000000", "abc"})
    void noOtherAmount(String amount) {
        assertThat(new Transfer("Acme", IBAN, "", amount, "").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL92ABNA0417164300",
                "NL91",
                "",
                "IBAN32423940",
                "NL91ABNA0417164300\u0000",
                "nl91abna0417164300"
            })
    void noOtherAccount(String iban) {
        assertThat(new Transfer("Acme", iban, "", "1", "").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE89370400440532013000", "BE68539007547034", "NO9386011117947"})
    void inTheEconomicAreaNoBicIsNeeded(String iban) {
        assertThat(new Transfer("Acme", iban, "", "1", "").text()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CH9300762011623852957", "GB29NWBK60161331926819", "MC5811222000010123456789030"})
    void elsewhereInSepaItIs(String iban) {
        assertThat(new Transfer("Acme", iban, "", "1", "").text()).isEmpty();
        assertThat(new Transfer("Acme", iban, "geen", "1", "").text()).isEmpty();
        assertThat(new Transfer("Acme", iban, "UBSWCHZH80A", "1", "").text().orElseThrow())
                .contains("\nUBSWCHZH80A\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TR330006100519786457841326", "AE070331234567890123456"})
    void outsideSepaThereIsNone(String iban) {
        assertThat(new Transfer("Acme", iban, "UBSWCHZH80A", "1", "").text()).isEmpty();
    }

    @Test
    void noneWithoutANameOrWithAReferenceThatDoesNotFit() {
        assertThat(new Transfer(" ", IBAN, "", "1", "").text()).isEmpty();
        assertThat(new Transfer("Acme", IBAN, "", "1", "x".repeat(141)).text()).isEmpty();
        assertThat(new Transfer("é".repeat(70), IBAN, "", "1", "é".repeat(140)).text())
                .isEmpty();
    }
}
