package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelationLookUpTest {
    private static final IdentifierReader IDENTIFIERS = new IdentifierReader();
    private static final RelationLookUp LOOK_UP = new RelationLookUp(IDENTIFIERS);
    private static final String HEADER =
            "relation;name;sending method;coc number;vat number;e-mail;country;language;government\n";
    private static final String OIN = "00000001003214345000";

    // ---- finding the relation

    @Test
    void peppolByCustomerNumber() {
        Destination found = decided(
                "10023;Jansen B.V.;e-factuur;1234 5678;;;NL;;", customer().number("10023"));
        assertThat(found.method()).isEqualTo(SendingMethod.PEPPOL);
        assertThat(found.addresses()).containsExactly("0106:12345678");
        assertThat(found.language()).isEqualTo(Language.NL);
        assertThat(found.relationNumber()).isEqualTo("10023");
        assertThat(found.relationName()).isEqualTo("Jansen B.V.");
        assertThat(found.relationRow()).isEqualTo("10023;Jansen B.V.;e-factuur;1234 5678;;;NL;;");
        assertThat(found.whyDutch())
                .contains(
                        "gevonden op relatienummer 10023, regel 2 van relations.csv",
                        "e-factuur",
                        "spaties weggelaten");
        assertThat(found.whyEnglish())
                .contains("found by relation number 10023, line 2 of relations.csv", "spaces removed");
    }

    @ParameterizedTest(name = "row {0}, document {1}")
    @CsvSource({"abc1, ABC1", "' 10023 ', 10023", "010023, 10023", "10023, 010023", "10023, '10023 '"})
    void customerNumbersAreComparedLeniently(String inRow, String inDocument) {
        assertThat(decided(inRow + ";A;post;;;;;;", customer().number(inDocument))
                        .method())
                .isEqualTo(SendingMethod.PRINT);
    }

    @Test
    void zerosBeforeACustomerNumberAreSignificantWhenBothExist() {
        String rows = "0010;A;post;;;;;;\n10;B;mail;;;b@example.nl;;;";
        assertThat(decided(rows, customer().number("10")).relationName()).isEqualTo("B");
        assertThat(decided(rows, customer().number("0010")).relationName()).isEqualTo("A");
        assertThat(undecided(rows, customer().number("00010")).code()).isEqualTo("relation.unknown");
    }

    @ParameterizedTest(name = "{0} and {1}:{2}")
    @CsvSource({
        "12345678, 0106, 12345678",
        "NL:KVK:12345678, 0106, 12345678",
        "12.345.678, 0106, 12345678",
        "0106:12345678, NL:KVK, 12345678",
        "NL:OIN:00000001003214345000, 0190, 00000001003214345000",
        "NL123456789B01, 9944, nl123456789b01",
        "0088:8711200999903, 0088, 8711200999903",
        "9930:DE111111125, 9930, de111111125",
    })
    void byEndpoint(String cocField, String scheme, String value) {
        Destination found =
                decided("1;A;peppol;" + cocField + ";;;;;", customer().endpoint(scheme, value));
        assertThat(found.method()).isEqualTo(SendingMethod.PEPPOL);
        assertThat(found.whyDutch()).contains("gevonden op endpoint-id");
    }

    @Test
    void byEndpointThatIsTheVatNumberOfTheRow() {
        Destination found = decided("1;A;peppol;;NL123456789B01;;;;", customer().endpoint("9944", "NL123456789B01"));
        assertThat(found.addresses()).containsExactly("9944:NL123456789B01");
        assertThat(found.whyDutch()).contains("van de factuur zelf");
    }

    @Test
    void byLegalRegistrationWithAndWithoutScheme() {
        assertThat(decided("1;A;post;12345678;;;;;", customer().legal("0106", "12345678"))
                        .whyDutch())
                .contains("gevonden op registratienummer 0106:12345678");
        assertThat(decided("1;A;post;12345678;;;;;", customer().legal("", "12345678"))
                        .whyDutch())
                .contains("gevonden op registratienummer");
    }

    @ParameterizedTest
    @CsvSource({
        "NL123456789B01, NL123456789B01",
        "NL 1234.56.789.B01, nl123456789b01",
        "123456789B01, NL123456789B01",
        "DE111111125, DE 111 111 125"
    })
    void byVatNumber(String inRow, String inDocument) {
        assertThat(decided("1;A;post;;" + inRow + ";;;;", customer().vat(inDocument))
                        .whyDutch())
                .contains("gevonden op btw-nummer");
    }

    @Test
    void byEmail() {
        Destination found =
                decided("1;A;mail;;;Jan@Example.nl, b@example.nl;;;", customer().email("jan@example.nl"));
        assertThat(found.method()).isEqualTo(SendingMethod.EMAIL);
        assertThat(found.addresses()).containsExactly("Jan@Example.nl", "b@example.nl");
        assertThat(found.whyDutch()).contains("gevonden op e-mailadres");
    }

    @Test
    void byAnEndpointThatIsAnEmailAddress() {
        for (String scheme : new String[] {"EM", ""}) {
            assertThat(decided("1;A;mail;;;jan@example.nl;;;", customer().endpoint(scheme, "jan@example.nl"))
                            .method())
                    .isEqualTo(SendingMethod.EMAIL);
        }
    }

    @Test
    void anEmailAddressWithoutASchemeGivesWayToTheLegalRegistration() {
        Destination found = decided(
                "1;A;peppol;12345678;;;;;",
                customer().endpoint("", "jan@example.nl").legal("0106", "12345678"));
        assertThat(found.addresses()).containsExactly("0106:12345678");
    }

    @Test
    void theOrderIsNumberEndpointLegalVatEmail() {
        String rows = "1;Nummer;post;;;;;;\n2;Endpoint;post;0088:8711200999903;;;;;\n3;Legal;post;12345678;;;;;\n"
                + "4;Vat;post;;NL123456789B01;;;;\n5;Mail;post;;;jan@example.nl;;;";
        Party all = customer()
                .number("1")
                .endpoint("0088", "8711200999903")
                .legal("0106", "12345678")
                .vat("NL123456789B01")
                .email("jan@example.nl");
        assertThat(decided(rows, all).relationName()).isEqualTo("Nummer");
        Party withoutNumber = all.number("99");
        assertThat(decided(rows, withoutNumber).relationName()).isEqualTo("Endpoint");
        Party withoutEndpoint = withoutNumber.endpoint("0088", "7300010000001");
        assertThat(decided(rows, withoutEndpoint).relationName()).isEqualTo("Legal");
        Party withoutLegal = withoutEndpoint.legal("0106", "87654321");
        assertThat(decided(rows, withoutLegal).relationName()).isEqualTo("Vat");
        Party withoutVat = withoutLegal.vat("NL000099998B57");
        assertThat(decided(rows, withoutVat).relationName()).isEqualTo("Mail");
        assertThat(undecided(rows, withoutVat.email("piet@example.nl")).code()).isEqualTo("relation.unknown");
    }

    // ---- contradictions

    @Test
    void aRowThatContradictsTheDocumentsCocNumberIsHeld() {
        Reason reason =
                undecided("1;A;peppol;12345678;;;;;", customer().number("1").legal("0106", "87654321"));
        assertThat(reason.code()).isEqualTo("relation.contradicts");
        assertThat(reason.dutch())
                .contains("Regel 2 van relations.csv (1 A)", "KvK-nummer 0106:12345678", "0106:87654321");
    }

    @Test
    void aRowThatContradictsTheDocumentsOinIsHeld() {
        Party party = customer().number("1").endpoint("0190", "00000004003214345000");
        Reason reason = undecided("1;A;peppol;NL:OIN:" + OIN + ";;;;;", party);
        assertThat(reason.code()).isEqualTo("relation.contradicts");
        assertThat(reason.dutch()).contains("OIN");
    }

    @Test
    void aRowThatContradictsTheDocumentsVatNumberIsHeldWhateverItsMethod() {
        for (String method : List.of("peppol", "mail", "post")) {
            Reason reason = undecided(
                    "1;A;" + method + ";12345678;NL123456789B01;a@example.nl;;;",
                    customer().number("1").vat("NL000099998B57"));
            assertThat(reason.code()).isEqualTo("relation.contradicts");
        }
    }

    @Test
    void aNumberAmongSeveralOfTheDocumentIsNoContradiction() {
        Party party = customer().number("1").endpoint("0190", OIN).legal("0106", "12345678");
        assertThat(decided("1;A;post;12345678;;;;;", party).method()).isEqualTo(SendingMethod.PRINT);
    }

    @Test
    void anEndpointInAnotherSchemeIsNoContradictionButIsSaid() {
        Party party = customer().number("1").endpoint("0088", "8711200999903");
        Destination found = decided("1;A;peppol;12345678;;;;;", party);
        assertThat(found.addresses()).containsExactly("0106:12345678");
        assertThat(found.whyDutch()).contains("op de factuur staat endpoint 0088:8711200999903");
    }

    @Test
    void anotherGlnAsEndpointIsAContradictionAndAsPlainIdentificationNot() {
        String row = "1;A;peppol;0088:8711200999903;;;;;";
        assertThat(undecided(row, customer().number("1").endpoint("0088", "7300010000001"))
                        .code())
                .isEqualTo("relation.contradicts");
        assertThat(decided(row, customer().number("1").identification("0088", "7300010000001"))
                        .addresses())
                .containsExactly("0088:8711200999903");
    }

    // ---- ambiguity

    @Test
    void severalRowsThatGoTheSameWayAreOne() {
        String rows = "1;A;peppol;12345678;;;;;\n2;A filiaal;e-factuur;12345678;;;;;";
        assertThat(decided(rows, customer().endpoint("0106", "12345678")).relationNumber())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;A;peppol;12345678;;;;;|2;B;mail;12345678;;b@example.nl;;;",
                "1;A;mail;12345678;;a@example.nl;;;|2;B;mail;12345678;;b@example.nl;;;",
                "1;A;post;12345678;;;;;|2;B;fax;12345678;;;;;",
            })
    void severalRowsThatDifferAreHeldNamingTheCandidates(String one, String other) {
        Reason reason = undecided(one + "\n" + other, customer().endpoint("0106", "12345678"));
        assertThat(reason.code()).isEqualTo("relation.ambiguous");
        assertThat(reason.dutch()).contains("regel 2 (1 A)", "regel 3 (2 B)", "0106:12345678");
        assertThat(reason.english()).contains("line 2 (1 A)", "line 3 (2 B)");
    }

    // ---- what the row lacks

    @Test
    void anUnknownMethodIsHeldForInvoicesThatHitTheRowOnly() {
        String rows = "1;A;fax;;;;;;\n2;B;post;;;;;;";
        assertThat(undecided(rows, customer().number("1")).code()).isEqualTo("relation.method-unknown");
        assertThat(undecided(rows, customer().number("1")).dutch()).contains("fax", "Regel 2");
        assertThat(decided(rows, customer().number("2")).method()).isEqualTo(SendingMethod.PRINT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567|identifier.leading-zero|01234567",
                "4003214345000|identifier.leading-zero|00000004003214345000",
                "4,00321E+18|identifier.scientific|Excel",
                "000012345678|identifier.branch-number|vestigingsnummer",
            })
    void peppolWithABadCocFieldIsHeldEvenWhenTheDocumentHasAnAddress(String coc, String code, String word) {
        Party party = customer().number("1").endpoint("0106", "12345678");
        Reason reason = undecided("1;A;peppol;" + coc + ";;;;;", party);
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.dutchLine()).contains("Regel 2 van relations.csv (1 A)", "veld kvk-nummer", word);
    }

    @Test
    void aBadCocFieldDoesNotMatterForMailAndPrint() {
        assertThat(decided("1;A;post;1234567;;;;;", customer().number("1")).method())
                .isEqualTo(SendingMethod.PRINT);
    }

    @Test
    void peppolWithoutAnyAddressIsHeld() {
        Reason reason = undecided("1;A;peppol;;SE123456789001;;;;", customer().number("1"));
        assertThat(reason.code()).isEqualTo("relation.address-missing");
        assertThat(reason.adviceDutch()).contains("KvK-nummer");
    }

    @Test
    void peppolWithAnEmptyCocFieldTakesTheDocumentsOwnAddressAndSaysSo() {
        Destination byEndpoint = decided(
                "1;A;peppol;;;;;;",
                customer().number("1").endpoint("0106", "12345678").legal("0106", "12345678"));
        assertThat(byEndpoint.addresses()).containsExactly("0106:12345678");
        assertThat(byEndpoint.whyDutch()).contains("van de factuur zelf (endpoint-id)");
        Destination byLegal = decided("1;A;peppol;;;;;;", customer().number("1").legal("0106", "12345678"));
        assertThat(byLegal.whyEnglish()).contains("(legal registration)");
    }

    @Test
    void peppolWithAnEmptyCocFieldDoesNotTakeTheAddressOfAnotherRelation() {
        Reason reason = undecided(
                "1;A;peppol;;;;;;\n2;B;peppol;12345678;;;;;",
                customer().number("1").endpoint("0106", "12345678"));
        assertThat(reason.code()).isEqualTo("relation.address-of-another");
        assertThat(reason.dutch()).contains("regel 3 (2 B)");
    }

    @Test
    void aCompanyIdIsAReceiverAsItStands() {
        assertThat(decided("1;A;peppol;XCNL10019;;;;;", customer().number("1")).addresses())
                .containsExactly("XCNL10019");
    }

    @Test
    void mailWithoutAValidAddressIsHeld() {
        assertThat(undecided("1;A;mail;;;;;;", customer().number("1").email("jan@example.nl"))
                        .code())
                .isEqualTo("relation.email-missing");
        assertThat(undecided("1;A;mail;;;jan@;;;", customer().number("1")).code())
                .isEqualTo("email.invalid");
        assertThat(undecided("1;A;mail;;;jan@example.nl piet@;;;", customer().number("1"))
                        .code())
                .isEqualTo("email.invalid");
    }

    @Test
    void aLineThatCannotBeTrustedIsHeldAndNotSentByTheDefaultMethod() {
        Reason reason = undecided("1;A;B;post;;;;;;;x", customer().number("1"), DefaultMethod.PRINT);
        assertThat(reason.code()).isEqualTo("relation-line.fields");
        assertThat(reason.dutch()).contains("Regel 2 van relations.csv");
    }

    // ---- government

    @ParameterizedTest
    @CsvSource({"ja", "yes", "1", "x", "true"})
    void aGovernmentOnItsCocNumberIsHeld(String government) {
        Reason reason = undecided(
                "1;Gemeente;peppol;12345678;;;;;" + government, customer().number("1"));
        assertThat(reason.code()).isEqualTo("relation.government-without-oin");
        assertThat(reason.adviceDutch()).contains("NL:OIN:");
    }

    @Test
    void aCustomerWhoseOinStandsInTheDocumentIsAGovernmentToo() {
        Party party = customer().number("1").endpoint("0190", OIN).legal("0106", "12345678");
        Reason reason = undecided("1;Gemeente;peppol;12345678;;;;;", party);
        assertThat(reason.code()).isEqualTo("relation.government-without-oin");
        assertThat(reason.adviceDutch()).contains(OIN);
    }

    @Test
    void aGovernmentOnItsOinIsReached() {
        Party party = customer().number("1").endpoint("0106", "12345678");
        assertThat(decided("1;Gemeente;peppol;nl:oin:" + OIN + ";;;;;ja", party).addresses())
                .containsExactly("0190:" + OIN);
    }

    @Test
    void aGovernmentMayGetMailAndPrint() {
        assertThat(decided("1;Gemeente;post;12345678;;;;;ja", customer().number("1"))
                        .method())
                .isEqualTo(SendingMethod.PRINT);
    }

    @ParameterizedTest
    @EnumSource(
            value = DefaultMethod.class,
            names = {"PEPPOL", "AUTO"})
    void aDamagedEndpointIsHeldAndNoOtherNumberTakesItsPlace(DefaultMethod method) {
        Party party = customer()
                .number("1")
                .endpoint("0190", "4003214345000")
                .legal("0106", "12345678")
                .email("post@example.nl");
        for (String rows : List.of("2;B;post;;;;;;", "1;A;peppol;;;a@example.nl;;;", "1;A;auto;;;a@example.nl;;;")) {
            Reason reason = undecided(rows, party, method);
            assertThat(reason.code()).isEqualTo("identifier.leading-zero");
            assertThat(reason.dutch()).contains("endpoint-id", "4003214345000");
            assertThat(reason.adviceDutch()).contains("NL:OIN:00000004003214345000", "relations.csv");
        }
        assertThat(undecided("2;B;post;;;;;;", party.endpoint("0106", "1234567"), method)
                        .code())
                .isEqualTo("identifier.leading-zero");
    }

    @ParameterizedTest(name = "{0}:{1}")
    @CsvSource({
        "0190, 4003214345000",
        "190, 4003214345000",
        "9954, 00000001003214345000",
        "NL:OIN, 4003214345000",
        "nl:oino, x",
        "'', OIN 4003214345000",
        "'', NL:OIN:4003214345000",
        "iso6523-actorid-upis::9954, 1"
    })
    void aDamagedOinAnywhereShowsAGovernment(String scheme, String value) {
        Party party = customer().number("1").legal("0106", "12345678").identification(scheme, value);
        assertThat(undecided("2;B;post;;;;;;", party, DefaultMethod.PEPPOL).code())
                .isEqualTo("relation.government-without-oin");
        assertThat(undecided("1;A;peppol;12345678;;;;;", party).code()).isEqualTo("relation.government-without-oin");
        assertThat(decided("1;A;peppol;NL:OIN:" + OIN + ";;;;;", party).addresses())
                .containsExactly("0190:" + OIN);
    }

    // ---- e-mail matches

    @Test
    void anEmailMatchNeverYieldsAPeppolAddress() {
        Party party = customer().email("jan@example.nl");
        assertThat(undecided("1;A;peppol;12345678;;jan@example.nl;;;", party).code())
                .isEqualTo("relation.email-match");
        assertThat(undecided("1;A;;12345678;;jan@example.nl;;;", party, DefaultMethod.PEPPOL)
                        .code())
                .isEqualTo("relation.email-match");
    }

    // ---- defaults

    @Test
    void noMatchAndHoldNamesTheCustomerAndWhatWasTried() {
        Party party = customer()
                .number("999")
                .endpoint("0106", "12345678")
                .legal("0106", "87654321")
                .vat("NL123456789B01")
                .email("jan@example.nl");
        Reason reason = undecided("1;A;post;;;;;;", party);
        assertThat(reason.code()).isEqualTo("relation.unknown");
        assertThat(reason.dutch())
                .contains(
                        "Klant BV",
                        "999",
                        "0106:12345678",
                        "0106:87654321",
                        "NL123456789B01",
                        "jan@example.nl",
                        "relations.csv");
        assertThat(reason.adviceDutch()).contains("company.acme.default-method");
    }

    @Test
    void noMatchAndPeppolGoesToTheDocumentsOwnAddress() {
        String rows = "1;A;post;;;;;;";
        Party party = customer().endpoint("0106", "12345678").legal("0106", "87654321");
        assertThat(decided(rows, party, DefaultMethod.PEPPOL).addresses()).containsExactly("0106:12345678");
        assertThat(decided(rows, customer().legal("0106", "87654321"), DefaultMethod.PEPPOL)
                        .addresses())
                .containsExactly("0106:87654321");
        assertThat(decided(rows, party.endpoint("EM", "a@example.nl"), DefaultMethod.PEPPOL)
                        .addresses())
                .containsExactly("0106:87654321");
        assertThat(decided(rows, customer().identification("0088", "8711200999903"), DefaultMethod.PEPPOL)
                        .addresses())
                .containsExactly("0088:8711200999903");
        Destination byVat = decided(rows, customer().vat("NL 123456789.B01"), DefaultMethod.PEPPOL);
        assertThat(byVat.addresses()).containsExactly("9944:NL123456789B01");
        assertThat(byVat.whyDutch()).contains("btw-nummer", "punten weggelaten");
        assertThat(undecided(rows, customer().vat("12345678"), DefaultMethod.PEPPOL)
                        .code())
                .isEqualTo("relation.unknown");
        assertThat(undecided(rows, customer().endpoint("9954", OIN), DefaultMethod.PEPPOL)
                        .code())
                .isEqualTo("identifier.removed-scheme");
        assertThat(undecided(rows, party.legal("0190", OIN), DefaultMethod.PEPPOL)
                        .code())
                .isEqualTo("relation.government-without-oin");
    }

    @Test
    void noMatchAndEmailGoesToTheDocumentsContact() {
        String rows = "1;A;post;;;;;;";
        assertThat(decided(rows, customer().email("jan@example.nl"), DefaultMethod.EMAIL)
                        .addresses())
                .containsExactly("jan@example.nl");
        for (Party party :
                List.of(customer(), customer().email("jan@"), customer().email("a@example.nl\nBcc: b@example.nl"))) {
            assertThat(undecided(rows, party, DefaultMethod.EMAIL).code()).isEqualTo("relation.unknown");
        }
    }

    @Test
    void noMatchAndPrint() {
        Destination found = decided("1;A;post;;;;;;", customer(), DefaultMethod.PRINT);
        assertThat(found.method()).isEqualTo(SendingMethod.PRINT);
        assertThat(found.addresses()).isEmpty();
        assertThat(found.relationNumber()).isEmpty();
        assertThat(found.relationRow()).isEmpty();
        assertThat(found.relationName()).isEqualTo("Klant BV");
        assertThat(found.whyDutch()).contains("company.acme.default-method");
    }

    @ParameterizedTest
    @EnumSource(DefaultMethod.class)
    void aRowWithoutMethodTakesTheDefaultMethodWithItsOwnAddresses(DefaultMethod method) {
        LookUp answer =
                lookUp("1;A;;12345678;;a@example.nl;;;", customer().number("1").email("b@example.nl"), method);
        if (method == DefaultMethod.HOLD) {
            assertThat(((LookUp.Undecided) answer).reason().code()).isEqualTo("relation.method-empty");
            return;
        }
        Destination found = ((LookUp.Decided) answer).destination();
        assertThat(found.method().name()).isEqualTo(method == DefaultMethod.AUTO ? "PEPPOL" : method.name());
        assertThat(found.addresses())
                .isEqualTo(
                        switch (method) {
                            case PEPPOL, AUTO -> List.of("0106:12345678");
                            case EMAIL -> List.of("a@example.nl");
                            default -> List.of();
                        });
        assertThat(found.relationNumber()).isEqualTo("1");
        assertThat(found.whyDutch()).contains("geen verzendmethode ingevuld");
    }

    @Test
    void anEmptyBookLeavesTheDefaultMethod() {
        LookUp answer = LOOK_UP.lookUp(
                header(customer().party()), company(DefaultMethod.PRINT), RelationSnapshot.empty("relations.csv"));
        assertThat(answer).isInstanceOf(LookUp.Decided.class);
    }

    // ---- language

    @ParameterizedTest(name = "row {0}/{1}, document {2}: {3}")
    @CsvSource({
        "nl, DE, '', NL",
        "en, NL, NL, EN",
        "'', NL, '', NL",
        "'', BE, '', NL",
        "'', '', '', NL",
        "'', Duitsland, '', EN",
        "'', '', DE, EN",
        "'', '', BE, NL",
        "'', NL, DE, NL",
        "frans, NL, '', NL",
        "frans, FR, '', EN"
    })
    void theLanguageIsTheRowsElseTheCountrys(String language, String inRow, String inDocument, Language expected) {
        Party party = customer().number("1").country(inDocument);
        assertThat(decided("1;A;post;;;;" + inRow + ";" + language + ";", party).language())
                .isEqualTo(expected);
    }

    @Test
    void anotherEndpointInTheInvoiceIsWarnedOfWithBothValuesAndStopsNothing() {
        LookUp.Decided answer = (LookUp.Decided) lookUp(
                "1;A;peppol;12345678;;;;;",
                customer().number("1").endpoint("0088", "8711200999903"),
                DefaultMethod.HOLD);
        assertThat(answer.destination().addresses()).containsExactly("0106:12345678");
        assertThat(answer.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("relation.endpoint-differs");
            assertThat(warning.dutch()).contains("0106:12345678", "0088:8711200999903");
            assertThat(warning.english()).contains("0106:12345678", "0088:8711200999903");
        });
    }

    @Test
    void anEndpointThatCannotBeUsedDiffersToo() {
        LookUp.Decided answer = (LookUp.Decided) lookUp(
                "1;A;peppol;12345678;;;;;", customer().number("1").endpoint("0106", "1234567"), DefaultMethod.HOLD);
        assertThat(answer.warnings()).extracting(Reason::code).containsExactly("relation.endpoint-differs");
    }

    @Test
    void theSameEndpointIsNotWarnedOf() {
        LookUp.Decided answer = (LookUp.Decided) lookUp(
                "1;A;peppol;12345678;;;;;", customer().number("1").endpoint("0106", "12345678"), DefaultMethod.HOLD);
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void wrongCheckDigitsOfAVatNumberAreWarnedOfAndStopNothing() {
        LookUp.Decided answer = (LookUp.Decided)
                lookUp("1;A;peppol;NL123456789B01;;;;;", customer().number("1"), DefaultMethod.HOLD);
        assertThat(answer.destination().addresses()).containsExactly("9944:NL123456789B01");
        assertThat(answer.warnings()).extracting(Reason::code).containsExactly("identifier.vat-check-digits");
    }

    @Test
    void withABelgianCompanyANumberOfARelationWithoutACountryIsABelgianOne() {
        byte[] content =
                (HEADER + "1;A;peppol;0756996413;;;;;\n2;B;peppol;12345678;;;NL;;\n").getBytes(StandardCharsets.UTF_8);
        RelationFileReading reading = new RelationFile(IDENTIFIERS, "BE").read(content, "relations.csv");
        assertThat(((RelationFileReading.Readable) reading).snapshot().relations())
                .extracting(relation -> relation.address().orElseThrow().receiver())
                .containsExactly("0208:0756996413", "0106:12345678");
    }

    @Test
    void whereNothingElseIsKnownTheVatNumberOfTheRelationIsItsAddress() {
        for (String method : List.of("peppol", "auto")) {
            Destination destination =
                    decided("1;A;" + method + ";;NL123456782B01;;;;", customer().number("1"));
            assertThat(destination.method()).isEqualTo(SendingMethod.PEPPOL);
            assertThat(destination.addresses()).containsExactly("9944:NL123456782B01");
            assertThat(destination.whyDutch()).contains("van het btw-nummer van de relatie");
        }
        assertThat(decided("1;A;auto;;BE0756996413;;;;", customer().number("1")).addresses())
                .containsExactly("0208:0756996413");
        assertThat(decided(
                                "1;A;auto;;NL123456782B01;;;;",
                                customer().number("1").legal("0106", "12345678"))
                        .addresses())
                .as("the invoice's own goes first")
                .containsExactly("0106:12345678");
    }

    @Test
    void everyNumberOfTheLineAndOfTheInvoiceIsAskedForThePlannedOneFirst() {
        Party party = customer()
                .number("1")
                .endpoint("0088", "8711200999903")
                .legal("0106", "12345678")
                .identification("0190", "not usable")
                .vat("NL123456782B01");

        assertThat(asked("1;A;peppol;12345678;NL803851595B01;;;;", party.vat(""), "0106:12345678"))
                .containsExactly("0106:12345678", "9944:NL803851595B01", "0088:8711200999903");
        assertThat(asked("1;A;peppol;12345678;;;;;", party, "0106:12345678"))
                .containsExactly("0106:12345678", "0088:8711200999903", "9944:NL123456782B01");
        assertThat(asked("1;A;peppol;87654321;NL803851595B01;;;;", party, "0088:8711200999903"))
                .as("where line and invoice contradict each other, either may be about somebody else")
                .containsExactly("0088:8711200999903");
        assertThat(asked(
                        "1;A;peppol;NL:OIN:" + OIN + ";NL803851595B01;;;;ja",
                        customer().number("1"),
                        "0190:" + OIN))
                .as("a government on its OIN only")
                .containsExactly("0190:" + OIN);
    }

    private static List<String> asked(String rows, Party party, String planned) {
        byte[] content = (HEADER + rows + "\n").getBytes(StandardCharsets.UTF_8);
        RelationFileReading reading = new RelationFile(IDENTIFIERS).read(content, "relations.csv");
        RelationSnapshot snapshot = ((RelationFileReading.Readable) reading).snapshot();
        return LOOK_UP.addresses(header(party.party()), snapshot, ElectronicAddress.ofReceiver(planned)).stream()
                .map(ElectronicAddress::receiver)
                .toList();
    }

    @Test
    void whatWasRepairedIsToldWithWhereItStands() {
        LookUp.Decided ofLine =
                (LookUp.Decided) lookUp("1;A;peppol;1234 56.78;;;;;", customer().number("1"), DefaultMethod.HOLD);
        assertThat(ofLine.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("identifier.repaired");
            assertThat(warning.dutch()).contains("regel 2", "0106:12345678", "spaties weggelaten, punten weggelaten");
            assertThat(warning.english()).contains("line 2", "0106:12345678", "spaces removed, dots removed");
        });
        LookUp.Decided ofInvoice = (LookUp.Decided)
                lookUp("1;A;peppol;;;;;;", customer().number("1").legal("0106", "12.34.56.78"), DefaultMethod.HOLD);
        assertThat(ofInvoice.warnings()).singleElement().satisfies(warning -> assertThat(warning.dutch())
                .contains("de factuur (registratienummer)", "punten weggelaten"));
    }

    @Test
    void autoWithoutAnyNumberIsDecidedAsAFallbackThatSaysSo() {
        LookUp.Decided answer = (LookUp.Decided)
                lookUpWithFallback("1;A;auto;;;a@b.nl;;;;e-mail", customer().number("1"));
        assertThat(answer.destination().method()).isEqualTo(SendingMethod.EMAIL);
        assertThat(answer.insteadOfPeppol()).hasValueSatisfying(why -> assertThat(why.dutch())
                .contains("geen nummer bekend", "per e-mail (a@b.nl)"));
        assertThat(((LookUp.Decided) lookUpWithFallback(
                                "1;A;e-mail;;;a@b.nl;;;;e-mail", customer().number("1")))
                        .insteadOfPeppol())
                .isEmpty();
    }

    private static LookUp lookUpWithFallback(String rows, Party party) {
        byte[] content = ("relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n"
                        + rows + "\n")
                .getBytes(StandardCharsets.UTF_8);
        RelationFileReading reading = new RelationFile(IDENTIFIERS).read(content, "relations.csv");
        RelationSnapshot snapshot = ((RelationFileReading.Readable) reading).snapshot();
        return LOOK_UP.lookUp(header(party.party()), company(DefaultMethod.HOLD), snapshot);
    }

    // ---- the parts

    private static Destination decided(String rows, Party party) {
        return decided(rows, party, DefaultMethod.HOLD);
    }

    private static Destination decided(String rows, Party party, DefaultMethod method) {
        LookUp answer = lookUp(rows, party, method);
        assertThat(answer).isInstanceOf(LookUp.Decided.class);
        return ((LookUp.Decided) answer).destination();
    }

    private static Reason undecided(String rows, Party party) {
        return undecided(rows, party, DefaultMethod.HOLD);
    }

    private static Reason undecided(String rows, Party party, DefaultMethod method) {
        LookUp answer = lookUp(rows, party, method);
        assertThat(answer).isInstanceOf(LookUp.Undecided.class);
        return ((LookUp.Undecided) answer).reason();
    }

    private static LookUp lookUp(String rows, Party party, DefaultMethod method) {
        byte[] content = (HEADER + rows + "\n").getBytes(StandardCharsets.UTF_8);
        RelationFileReading reading = new RelationFile(IDENTIFIERS).read(content, "relations.csv");
        RelationSnapshot snapshot = ((RelationFileReading.Readable) reading).snapshot();
        return LOOK_UP.lookUp(header(party.party()), company(method), snapshot);
    }

    private static InvoiceHeader header(InvoiceParty customer) {
        return new InvoiceHeader(
                DocumentType.INVOICE,
                "2026-1",
                "",
                Optional.empty(),
                Optional.of("EUR"),
                Optional.empty(),
                customer().party(),
                customer,
                Optional.empty());
    }

    private static Company company(DefaultMethod method) {
        Path here = Path.of("acme");
        return TestCompany.of(
                "acme",
                "Acme",
                "XCNL1",
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(here, here, here, here, here, here),
                here,
                "0 0 * * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                method,
                "",
                PdfPolicy.OPTIONAL,
                List.of());
    }

    private static Party customer() {
        return new Party("Klant BV", "", new PartyId("", ""), new PartyId("", ""), "", "", List.of(), "NL");
    }

    /** A customer as a document gives it, changed one thing at a time. */
    private record Party(
            String name,
            String number,
            PartyId endpoint,
            PartyId legal,
            String vat,
            String email,
            List<PartyId> identifications,
            String country) {

        Party number(String value) {
            return new Party(name, value, endpoint, legal, vat, email, identifications, country);
        }

        Party endpoint(String scheme, String value) {
            return new Party(name, number, new PartyId(scheme, value), legal, vat, email, identifications, country);
        }

        Party legal(String scheme, String value) {
            return new Party(name, number, endpoint, new PartyId(scheme, value), vat, email, identifications, country);
        }

        Party vat(String value) {
            return new Party(name, number, endpoint, legal, value, email, identifications, country);
        }

        Party email(String value) {
            return new Party(name, number, endpoint, legal, vat, value, identifications, country);
        }

        Party country(String value) {
            return new Party(name, number, endpoint, legal, vat, email, identifications, value);
        }

        Party identification(String scheme, String value) {
            List<PartyId> more = new ArrayList<>(identifications);
            more.add(new PartyId(scheme, value));
            return new Party(name, number, endpoint, legal, vat, email, more, country);
        }

        InvoiceParty party() {
            return new InvoiceParty(
                    text(name),
                    text(number),
                    id(endpoint),
                    identifications,
                    id(legal),
                    text(vat),
                    text(email),
                    text(country));
        }

        private static Optional<String> text(String value) {
            return Optional.of(value).filter(given -> !given.isEmpty());
        }

        private static Optional<PartyId> id(PartyId value) {
            return Optional.of(value).filter(given -> !given.value().isEmpty());
        }
    }
}
