package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.IdentifierReading.Valid;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierReaderTest {
    private static final IdentifierReader READER = new IdentifierReader();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "12345678, 0106:12345678",
        "01234567, 0106:01234567",
        "NL:KVK:12345678, 0106:12345678",
        "0106:12345678, 0106:12345678",
        "KvK 12345678, 0106:12345678",
        "NL:OIN:00000004003214345000, 0190:00000004003214345000",
        "NL:OINO:00000004003214345000, 0190:00000004003214345000",
        "0190:00000004003214345000, 0190:00000004003214345000",
        "00000001003214345000, 0190:00000001003214345000",
        "NL:VAT:NL123456789B01, 9944:NL123456789B01",
        "9944:NL123456789B01, 9944:NL123456789B01",
        "NL123456789B01, 9944:NL123456789B01",
        "0208:0756996413, 0208:0756996413",
        "BE:EN:0756996413, 0208:0756996413",
        "BE0756996413, 0208:0756996413",
        "0208:BE0756996413, 0208:0756996413",
        "0088:8711200999903, 0088:8711200999903",
        "0088:7300010000001, 0088:7300010000001",
        "0002:FR23342, 0002:FR23342",
        "9930:DE111111125, 9930:DE111111125",
        "0204:04011000-12345-03, 0204:04011000-12345-03",
        "0201:UFLCTZ, 0201:UFLCTZ",
        "iso6523-actorid-upis::0106:12345678, 0106:12345678",
        "XCNL10019, XCNL10019",
    })
    void readsWhatStandsThereAsItShould(String typed, String receiver) {
        Valid valid = valid(typed, "");
        assertThat(valid.address().receiver()).isEqualTo(receiver);
    }

    @ParameterizedTest(name = "{0} is {1} by {2}")
    @CsvSource({
        "1234 5678, 0106:12345678, SPACES",
        "12.34.56.78, 0106:12345678, DOTS",
        "1234-5678, 0106:12345678, DASHES",
        "1234\u20135678, 0106:12345678, DASHES",
        "1234\u00A05678, 0106:12345678, SPACES",
        "\u00A012345678\u202F, 0106:12345678, SPACES",
        "12345678\u200B, 0106:12345678, INVISIBLE_CHARACTERS",
        "\uFEFF12345678, 0106:12345678, INVISIBLE_CHARACTERS",
        "\u201912345678, 0106:12345678, APOSTROPHE",
        "nl:kvk:12345678, 0106:12345678, LOWER_CASE",
        "nl:oin:00000004003214345000, 0190:00000004003214345000, LOWER_CASE",
        "nl123456789b01, 9944:NL123456789B01, LOWER_CASE",
        "9944:nl123456789b01, 9944:NL123456789B01, LOWER_CASE",
        "NL 1234.56.789.B.01, 9944:NL123456789B01, SPACES|DOTS",
        "0190:NL:OIN:00000004003214345000, 0190:00000004003214345000, DOUBLE_PREFIX",
        "0106:0106:12345678, 0106:12345678, DOUBLE_PREFIX",
        "0208:be0756996413, 0208:0756996413, LOWER_CASE|COUNTRY_LETTERS",
        "0208:0756.996.413, 0208:0756996413, DOTS",
        "NL:OIN: 0000 0004 0032 1434 5000, 0190:00000004003214345000, SPACES",
        "0088:87 11200 99990 3, 0088:8711200999903, SPACES",
    })
    void repairsWhatIsCertainAndSaysSo(String typed, String receiver, String repairs) {
        Valid valid = valid(typed, "");
        assertThat(valid.address().receiver()).isEqualTo(receiver);
        Set<String> names = Set.of(repairs.split("\\|"));
        assertThat(valid.repairs().stream().map(Repair::name)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Repair.dutch(valid.repairs())).isNotBlank();
        assertThat(Repair.english(valid.repairs())).isNotBlank();
    }

    @Test
    void repairsTheApostropheThatExcelLeaves() {
        for (String typed :
                List.of("'00000004003214345000", "NL:OIN:'00000004003214345000", "'NL:OIN:00000004003214345000")) {
            Valid valid = valid(typed, "");
            assertThat(valid.address().receiver()).isEqualTo("0190:00000004003214345000");
            assertThat(valid.repairs()).containsExactly(Repair.APOSTROPHE);
        }
    }

    @Test
    void repairsAnExcelTextFormula() {
        Valid valid = valid("=\"01234567\"", "");
        assertThat(valid.address().receiver()).isEqualTo("0106:01234567");
        assertThat(valid.repairs()).containsExactly(Repair.FORMULA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678", "NL:KVK:12345678", "NL:OIN:00000004003214345000", "0208:0756996413", "XCNL10019"})
    void saysNothingOfRepairsWhereNoneWereNeeded(String typed) {
        assertThat(valid(typed, "").repairs()).isEmpty();
    }

    @Test
    void theNameNlOinMeans0190AndNotTheRemoved9954OfTheOfficialList() {
        assertThat(valid("NL:OIN:00000001003214345000", "").address().scheme()).isEqualTo("0190");
    }

    @ParameterizedTest(name = "{0}: {1}, probably {2}")
    @CsvSource({
        // zeros that a spreadsheet dropped: never padded, always proposed
        "1234567, identifier.leading-zero, 01234567",
        "NL:KVK:1234567, identifier.leading-zero, 01234567",
        "0106:234567, identifier.leading-zero, 00234567",
        "4003214345000, identifier.leading-zero, NL:OIN:00000004003214345000",
        "NL:OIN:4003214345000, identifier.leading-zero, NL:OIN:00000004003214345000",
        "0190:1003214345000, identifier.leading-zero, NL:OIN:00000001003214345000",
        "0190:0001003214345000, identifier.leading-zero, NL:OIN:00000001003214345000",
        "NL12345678B01, identifier.leading-zero, NL012345678B01",
        "123456789B01, identifier.format, NL123456789B01",
        "BE:EN:756996413, identifier.leading-zero, BE:EN:0756996413",
        "0088:10000000007, identifier.format, 13",
        "0756996413, identifier.format, BE:EN:0756996413",
        // the branch number in place of the CoC number
        "000012345678, identifier.branch-number, 8 cijfers",
        "NL:KVK:000012345678, identifier.branch-number, 8 cijfers",
        // removed from the official list
        "9954:00000001003214345000, identifier.removed-scheme, 0190",
        "9956:0756996413, identifier.removed-scheme, 0208",
        "9901:1234567890, identifier.removed-scheme, 9901",
        "0213:FI12345678, identifier.removed-scheme, 0213",
        // not in it at all
        "1234:567, identifier.unknown-scheme, 1234",
        "EM:jan@example.nl, identifier.unknown-scheme, EM",
        "106:12345678, identifier.unknown-scheme, 0106:12345678",
        "DE:VAT:DE111111125, identifier.unknown-scheme, 9930:DE111111125",
        "DE111111125, identifier.format, 9930:DE111111125",
        "0106:NL:OIN:00000001003214345000, identifier.two-schemes, twee",
        // check digits
        "0208:0756996414, identifier.check-digit, ondernemingsnummer",
        "0208:0123456789, identifier.check-digit, ondernemingsnummer",
        "0088:8711200999904, identifier.check-digit, GLN",
        // form
        "0106:SITEST00000, identifier.format, 8 cijfers",
        "123456789, identifier.format, 8 cijfers",
        "0190:0000000100321434500, identifier.format, 20 cijfers",
        "0190:ABC, identifier.format, 20 cijfers",
        "9944:NL1234567890, identifier.format, 9 cijfers",
        "NL1234567890, identifier.format, 9 cijfers",
        "0002:a b$c, identifier.format, 0002:",
        "0002:, identifier.format, 0002:",
        "xcnl10019, identifier.format, XCNL10019",
        "Jansen B.V., identifier.unknown, KvK-nummer",
        "onbekend, identifier.unknown, KvK-nummer",
    })
    void refusesAndNamesWhatWasProbablyMeant(String typed, String code, String named) {
        Reason reason = refused(typed, "");
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.dutchLine()).contains(named);
        assertThat(reason.english()).isNotBlank();
        assertThat(reason.adviceDutch()).isNotBlank();
        assertThat(reason.adviceEnglish()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4,00321E+18",
                "4.00321E+18",
                "4,00321e+18",
                "NL:OIN:4,00321E+18",
                "0190:4.00321E+018",
                "4E+18",
                "1,2345E+07",
                "'4,00321E+18",
                "4,00321 E+18"
            })
    void refusesByNameANumberThatExcelRounded(String typed) {
        Reason reason = refused(typed, "");
        assertThat(reason.code()).isEqualTo("identifier.scientific");
        assertThat(reason.dutch()).contains("Excel");
        assertThat(reason.adviceDutch()).contains("Tekst");
    }

    @Test
    void anOinWithLostZerosThatIsAValidGlnToo() {
        assertThat(SchemeFormats.isGln("4003214345000")).isTrue();
        Reason reason = refused("4003214345000", "");
        assertThat(reason.dutchLine()).contains("NL:OIN:00000004003214345000", "0088:4003214345000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "\u00A0"})
    void refusesNothing(String typed) {
        assertThat(refused(typed, "").code()).isEqualTo("identifier.empty");
    }

    @ParameterizedTest
    @CsvSource({"0756996413", "0756.996.413", "BE0756996413", "BE 0756.996.413", "be0756996413", "0208:0756996413"})
    void aBareNumberOfABelgianRelationIsAnEnterpriseNumber(String typed) {
        assertThat(valid(typed, "BE").address().receiver()).isEqualTo("0208:0756996413");
    }

    @Test
    void aBelgianNumberThatLostItsZeroIsProposed() {
        assertThat(refused("756996413", "BE").dutchLine()).contains("BE:EN:0756996413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DK", "CZ", "DE", "Absurdistan"})
    void aBareNumberOfAForeignRelationIsNoCocNumber(String country) {
        Reason reason = refused("12345678", country);
        assertThat(reason.code()).isEqualTo("identifier.foreign-number");
        assertThat(reason.dutch()).contains(country);
        assertThat(valid("NL:KVK:12345678", country).address().receiver()).isEqualTo("0106:12345678");
    }

    @ParameterizedTest(name = "{0} is {1} with its zeros")
    @CsvSource({
        "1234567, 0106:01234567",
        "NL:KVK:12345, 0106:00012345",
        "NL:OIN:4003214345000, 0190:00000004003214345000",
        "1003214345001, 0190:00000001003214345001",
        "BE:EN:756996413, 0208:0756996413",
        "NL5450830B62, 9944:NL005450830B62",
    })
    void putsLostZerosBackOnlyWhereThatIsAskedForAndSaysSo(String typed, String receiver) {
        assertThat(refused(typed, "").code()).startsWith("identifier.");
        IdentifierReading reading = new IdentifierReader(LeadingZeros.PADDED).read(typed, "");
        assertThat(reading.usable().map(ElectronicAddress::receiver)).contains(receiver);
        assertThat(((Valid) reading).repairs()).containsExactly(Repair.LEADING_ZEROS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4003214345000", "000012345678", "NL12345678B01", "4,00321E+18", "1234"})
    void neverPutsZerosBackWhereSomethingElseMayBeMeant(String typed) {
        assertThat(new IdentifierReader(LeadingZeros.PADDED).read(typed, "").usable())
                .isEmpty();
    }

    @Test
    void knowsTheCheckDigitsOfLegalPersonsAndOfSoleTraders() {
        assertThat(VatNumbers.hasRightCheckDigits("NL000099998B57")).isTrue();
        assertThat(VatNumbers.hasRightCheckDigits("NL005450830B62")).isTrue();
        assertThat(VatNumbers.hasRightCheckDigits("NL123456782B01")).isTrue();
        assertThat(VatNumbers.hasRightCheckDigits("NL123456789B01")).isFalse();
    }

    @Test
    void aDutchNumberOfABelgianRelationIsProposedWithItsScheme() {
        assertThat(refused("12345678", "BE").dutchLine()).contains("NL:KVK:12345678");
    }

    @Test
    void vatCheckDigitsNeverBlock() {
        for (String number : List.of("NL000099998B57", "NL005450830B62", "NL123456789B01")) {
            assertThat(valid(number, "").address().receiver()).isEqualTo("9944:" + number);
        }
    }

    @Test
    void refusalsQuoteWhatWasTypedOnOneLineAndNotEndlessly() {
        String typed = "x\r\nBcc: a@b.nl" + "y".repeat(500);
        Reason reason = refused(typed, "");
        assertThat(reason.dutch()).doesNotContain("\n", "\r").hasSizeLessThan(200);
    }

    @Test
    void readsIdentifiersOfDocuments() {
        assertThat(READER.read(new PartyId("0106", "12345678"), "").usable().map(ElectronicAddress::receiver))
                .contains("0106:12345678");
        assertThat(READER.read(new PartyId("", "12345678"), "NL").usable().map(ElectronicAddress::receiver))
                .contains("0106:12345678");
        assertThat(READER.read(new PartyId("NL:OIN", "00000001003214345000"), "NL")
                        .usable()
                        .map(ElectronicAddress::receiver))
                .contains("0190:00000001003214345000");
        assertThat(READER.read(new PartyId("", "12345678"), "").usable()).isEmpty();
        assertThat(READER.read(new PartyId("", "HRB 12345"), "DE").usable()).isEmpty();
        assertThat(READER.read(new PartyId("EM", "jan@example.nl"), "NL").usable())
                .isEmpty();
    }

    @Test
    void participantsAreComparedWithoutRegardToCaseAndCompanyIdsWithIt() {
        assertThat(new ElectronicAddress("9930", "de1").sameReceiver(new ElectronicAddress("9930", "DE1")))
                .isTrue();
        assertThat(ElectronicAddress.companyId("XCNL1").sameReceiver(ElectronicAddress.companyId("xcnl1")))
                .isFalse();
    }

    private static Valid valid(String typed, String country) {
        IdentifierReading reading = READER.read(typed, country);
        assertThat(reading).as(typed).isInstanceOf(Valid.class);
        return (Valid) reading;
    }

    private static Reason refused(String typed, String country) {
        IdentifierReading reading = READER.read(typed, country);
        assertThat(reading.refusal()).as(typed + " → " + reading).isPresent();
        return reading.refusal().orElseThrow();
    }
}
