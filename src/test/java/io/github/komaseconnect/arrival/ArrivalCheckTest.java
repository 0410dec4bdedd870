package io.github.komaseconnect.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.ArrivalReader;
import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.validation.PhiveRules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalCheckTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String LEGAL = Arrived.COMPANY_ID;

    @TempDir
    Path folder;

    private final SafeXml xml = SafeXml.ofArrivals();
    private final ArrivalCheck check = new ArrivalCheck(new ArrivalReader(xml), new PhiveRules(xml, missing -> {}));

    private List<Reason> remarks(byte[] document) throws IOException {
        Path file = Files.write(folder.resolve("f.xml"), document);
        return check.examine(file, new ArrivedPdf.OfSupplier());
    }

    private List<Reason> remarks(String document) throws IOException {
        return remarks(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(List<Reason> remarks) {
        return remarks.stream().map(Reason::code).toList();
    }

    @Test
    void oneThatIsAsItShouldBeGetsNone() throws IOException {
        assertThat(remarks(Arrived.sound("F1"))).isEmpty();
        assertThat(remarks(Arrived.soundCreditNote("C1"))).isEmpty();
    }

    static Stream<Arguments> variations() {
        return Stream.of(
                one("arrival.no-coc", LEGAL, "", "30112233", "schemeID 0106"),
                one("arrival.coc-form", LEGAL, LEGAL.replace("30112233", "3011223"), "3011223", "8 cijfers"),
                one("arrival.coc-form", LEGAL, legal("0190", "123"), "123", "OIN van 20 cijfers"),
                one("arrival.coc-scheme", LEGAL, legal("9944", "NL123456789B01"), "9944", "relatienummer"),
                one(
                        "arrival.coc-scheme",
                        LEGAL,
                        "<cbc:CompanyID>30112233</cbc:CompanyID>",
                        "zonder schemeID",
                        "30112233"),
                one("arrival.foreign-supplier", ">NL<", ">DE<", "DE", "relatienummer")
                        .without(LEGAL),
                one("arrival.profile", Arrived.PROFILE, "urn:example:other", "urn:example:other", "PDF"),
                one(
                        "arrival.totals",
                        ">100.00<",
                        ">100.01<",
                        "totaal van de regels is 100,01, berekend 100,00",
                        "exclusief"),
                one("arrival.totals", ">95.00<", ">90.00<", "exclusief btw is 90,00, berekend 95,00", "inclusief"),
                one("arrival.totals", ">101.00<", ">102.00<", "te betalen bedrag is 102,00, berekend 101,00", "PDF"),
                one(
                        "arrival.totals",
                        "EUR\">19.95</cbc:TaxAmount><cac:TaxSub",
                        "EUR\">19.90</cbc:TaxAmount><cac:TaxSub",
                        "btw is 19,90, berekend 19,95",
                        "inclusief"),
                one(
                        "arrival.totals",
                        ">5.00</cbc:Amount>",
                        ">6.00</cbc:Amount>",
                        "toeslagen is 5,00, berekend 6,00",
                        "Komas"),
                one(
                        "arrival.totals",
                        ">10.00</cbc:Amount>",
                        ">9.00</cbc:Amount>",
                        "kortingen is 10,00, berekend 9,00",
                        "Komas"),
                one("arrival.totals", "39.75", "39.76", "regels is 100,00, berekend 100,01", "Komas"),
                one("arrival.totals-missing", "cbc:TaxInclusiveAmount", "cbc:Other", "TaxInclusiveAmount", "PDF"),
                one("arrival.encoding", "Bouwmarkt", "CafÃ©", "twee keer gecodeerd", "regel 1"),
                one("arrival.encoding", "Bouwmarkt", "Caf\uFFFD", "verloren", "UTF-8"));
    }

    private static String legal(String scheme, String value) {
        return "<cbc:CompanyID schemeID=\"" + scheme + "\">" + value + "</cbc:CompanyID>";
    }

    private record Variation(String code, String from, String to, String says, String saysToo, String left)
            implements Arguments {
        Variation without(String text) {
            return new Variation(code, from, to, says, saysToo, text);
        }

        @Override
        public Object[] get() {
            return new Object[] {code, from, to, says, saysToo, left};
        }
    }

    private static Variation one(String code, String from, String to, String says, String saysToo) {
        return new Variation(code, from, to, says, saysToo, "\u0000");
    }

    @ParameterizedTest
    @MethodSource("variations")
    void saysWhatIsMissingWhatKomasDoesAndWhatToDo(
            String code, String from, String to, String says, String saysToo, String left) throws IOException {
        String document = Arrived.sound("F1");
        assertThat(document).contains(from);

        List<Reason> remarks = remarks(document.replace(left, "").replace(from, to));

        assertThat(codes(remarks)).containsExactly(code);
        assertThat(remarks.get(0).dutchLine()).contains(says).contains(saysToo).contains("Komas");
        assertThat(remarks.get(0).englishLine()).contains("Komas");
        assertThat(remarks.get(0).adviceDutch()).isNotEmpty();
        assertThat(remarks.get(0).adviceEnglish()).isNotEmpty();
    }

    @Test
    void aGovernmentIsRecognisedByItsOin() throws IOException {
        assertThat(remarks(Arrived.sound("F1").replace(LEGAL, legal("0190", "00000001234567890000"))))
                .isEmpty();
    }

    @Test
    void anAmountThatIsNoNumberIsNamedWithItsLine() throws IOException {
        List<Reason> remarks = remarks(Arrived.sound("F1").replace(">60.25<", "\n>veel<".replace("\n", "")));

        assertThat(codes(remarks)).containsExactly("arrival.amount-unreadable", "arrival.totals");
        assertThat(remarks.get(0).dutch()).contains("cbc:LineExtensionAmount (1)");
    }

    @Test
    void sumsAreExactHoweverManyLines() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < 1000; line++) {
            lines.append(Arrived.line("0.10"));
        }
        String document = Arrived.sound("F1").replace(Arrived.line("60.25") + Arrived.line("39.75"), lines);

        assertThat(remarks(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,UTF-8,waarschijnlijk Windows-1252",
        "windows-1252,ISO-8859-1,waarschijnlijk Windows-1252",
        "UTF-8,UTF-16,codering die bovenaan staat",
        "UTF-8,x-no-such,codering die bovenaan staat"
    })
    void bytesThatAreNotWhatTheySayAreReadAllTheSame(String bytes, String declared, String says) throws IOException {
        String document = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>"
                + Arrived.sound("F1").replace("Bouwmarkt", "Café € Bouw");

        List<Reason> remarks = remarks(document.getBytes(Charset.forName(bytes)));

        assertThat(codes(remarks)).containsExactly("arrival.encoding");
        assertThat(remarks.get(0).dutch()).contains(says).contains("ongewijzigd naar Komas");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "UTF-16LE,UTF-16", "UTF-16,UTF-16", "windows-1252,windows-1252", "ISO-8859-1,ISO-8859-1"
    })
    void anEncodingThatIsWhatItSaysIsSound(String bytes, String declared) throws IOException {
        String document = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>"
                + Arrived.sound("F1").replace("Bouwmarkt", "Café Bouw");

        assertThat(remarks(document.getBytes(Charset.forName(bytes)))).isEmpty();
    }

    @Test
    void controlCharactersAreTold() throws IOException {
        List<Reason> remarks = remarks(Arrived.sound("F1").replace("Bouwmarkt", "Bouw\u0002markt"));

        assertThat(codes(remarks)).containsExactly("arrival.encoding");
        assertThat(remarks.get(0).dutch()).contains("besturingstekens");
    }

    @Test
    void tellsWhatThereIsToShow() throws IOException {
        Path file = Files.writeString(folder.resolve("f.xml"), Arrived.sound("F1"));
        Reason fault = Reason.of("x", "De bijlage is geen PDF.", "The attachment is no PDF.");

        assertThat(check.examine(file, new ArrivedPdf.OfEConnect(Optional.empty())))
                .isEmpty();
        assertThat(codes(check.examine(file, new ArrivedPdf.OfEConnect(Optional.of(fault)))))
                .containsExactly("arrival.pdf-not-suppliers");
        List<Reason> none = check.examine(file, new ArrivedPdf.None(Optional.of(fault)));
        assertThat(codes(none)).containsExactly("arrival.no-pdf");
        assertThat(none.get(0).dutch()).contains("De bijlage is geen PDF.").contains("Komas");
        assertThat(codes(check.examine(file, new ArrivedPdf.None(Optional.empty()))))
                .containsExactly("arrival.no-pdf");
    }

    @Test
    void whatCannotBeReadIsARemarkToo() throws IOException {
        assertThat(codes(remarks("<Invoice"))).containsExactly("arrival.not-checked");
        assertThat(codes(remarks("<!DOCTYPE Invoice><Invoice/>"))).containsExactly("arrival.not-checked");
        assertThat(codes(check.examine(folder.resolve("gone.xml"), new ArrivedPdf.OfSupplier())))
                .containsExactly("arrival.not-checked");
    }

    /** Of those that the official rules find right, the amounts add up and the characters are sound. */
    @Test
    void theCorpusRaisesNoFalseAlarmOnAmounts() throws IOException {
        for (Path file : Corpus.files()) {
            if (file.getParent().endsWith("valid")) {
                assertThat(codes(check.examine(file, new ArrivedPdf.OfSupplier())))
                        .as(file.getFileName().toString())
                        .doesNotContain("arrival.totals", "arrival.totals-missing", "arrival.amount-unreadable")
                        .doesNotContain("arrival.not-checked");
            }
        }
    }

    @Test
    void windowsBytesKeepTheirMeaning() throws IOException {
        Path file = Files.write(
                folder.resolve("w.xml"),
                Arrived.sound("F1").replace("Bouwmarkt", "Café €").getBytes(WINDOWS));

        assertThat(new ArrivalReader(xml)
                        .read(file)
                        .orElseThrow()
                        .header()
                        .supplier()
                        .name())
                .contains("Café € B.V.");
    }
}
