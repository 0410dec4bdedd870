package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.FallbackPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** VAT numbers of other countries: asked for where Peppol has a scheme for them, and never passed over in silence. */
class ForeignVatNumberTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";
    private static final Company ACME =
            TestCompany.of("acme", Path.of("acme")).withFallback(new FallbackPolicy(Fallback.EMAIL, "NL", Set.of()));
    private static final RelationLookUp LOOK_UP = new RelationLookUp(new IdentifierReader());

    private static RelationSnapshot file(String line) {
        return ((RelationFileReading.Readable) new RelationFile(new IdentifierReader())
                        .read((HEADER + line + "\n").getBytes(StandardCharsets.UTF_8), "relations.csv"))
                .snapshot();
    }

    private static InvoiceHeader invoice(String vat) {
        InvoiceParty customer = new InvoiceParty(
                Optional.of("Kunde GmbH"),
                Optional.of("1"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(vat).filter(number -> !number.isEmpty()),
                Optional.of("a@kunde.example"),
                Optional.empty());
        return new InvoiceHeader(
                DocumentType.INVOICE,
                "2026-1",
                "",
                Optional.empty(),
                Optional.of("EUR"),
                Optional.empty(),
                customer,
                customer,
                Optional.empty());
    }

    private static Destination decided(LookUp answer) {
        assertThat(answer).isInstanceOf(LookUp.Decided.class);
        return ((LookUp.Decided) answer).destination();
    }

    private static String undecided(LookUp answer) {
        assertThat(answer).isInstanceOf(LookUp.Undecided.class);
        return ((LookUp.Undecided) answer).reason().code();
    }

    @ParameterizedTest
    @CsvSource({
        "DE123456789, 9930:DE123456789",
        "de 123.456.789, 9930:DE123456789",
        "EL123456789, 9933:EL123456789",
        "IT12345678901, 0211:IT12345678901",
        "ATU12345678, 9914:ATU12345678",
        "FR12345678901, 9957:FR12345678901",
        "BE0756996413, 0208:0756996413",
        "NL803851595B01, 9944:NL803851595B01",
    })
    void isAnAddressOfItsOwn(String typed, String receiver) {
        RelationSnapshot file = file("1;Kunde;auto;;" + typed + ";a@b.example;;;;");
        assertThat(decided(LOOK_UP.lookUp(invoice(""), ACME, file)).addresses()).containsExactly(receiver);
        assertThat(decided(LOOK_UP.lookUp(
                                invoice(typed),
                                ACME.withDefaultMethod(DefaultMethod.AUTO),
                                RelationSnapshot.empty("x")))
                        .addresses())
                .containsExactly(receiver);
        assertThat(VatNumbers.ofAddress(ElectronicAddress.ofReceiver(receiver))
                        .flatMap(VatNumbers::addressOf)
                        .map(ElectronicAddress::receiver))
                .contains(receiver);
    }

    @Test
    void isAskedForBesideTheNumberInTheCocField() {
        RelationSnapshot file = file("1;Kunde;peppol;0106:10000001;DE123456789;;;;;");
        assertThat(LOOK_UP.addresses(invoice(""), file, ElectronicAddress.ofReceiver("0106:10000001")))
                .extracting(ElectronicAddress::receiver)
                .containsExactly("0106:10000001", "9930:DE123456789");
    }

    /** Sweden and Finland: their schemes were removed; Denmark has none; the rest is mistyped. */
    @ParameterizedTest
    @ValueSource(strings = {"SE123456789001", "FI12345678", "DK12345678", "NL12345678B01", "BE0756996414", "DE12"})
    void holdsWhereItCannotBeAskedFor(String number) {
        RelationSnapshot file = file("1;Kunde;auto;;" + number + ";a@b.example;;;;e-mail");
        assertThat(undecided(LOOK_UP.lookUp(invoice(""), ACME, file))).isEqualTo("relation.vat-scheme");
        assertThat(new RelationAudit(ACME, file).lacking(file.relations().get(0)))
                .isPresent();
        assertThat(RelationAudit.hasNobodyToAsk(ACME, file.relations().get(0))).isFalse();
        RelationSnapshot bare = file("1;Kunde;auto;;;a@b.example;;;;e-mail");
        assertThat(undecided(LOOK_UP.lookUp(invoice(number), ACME, bare))).isEqualTo("relation.vat-scheme");
        assertThat(undecided(LOOK_UP.lookUp(
                        invoice(number), ACME.withDefaultMethod(DefaultMethod.AUTO), RelationSnapshot.empty("x"))))
                .isEqualTo("relation.vat-scheme");
    }

    @Test
    void withoutAnyNumberItGoesByTheFallbackAsBefore() {
        RelationSnapshot file = file("1;Kunde;auto;;;a@b.example;;;;e-mail");
        assertThat(decided(LOOK_UP.lookUp(invoice(""), ACME, file)).method()).isEqualTo(SendingMethod.EMAIL);
        assertThat(decided(LOOK_UP.lookUp(invoice("12345678"), ACME, file)).method())
                .as("no VAT number of any country")
                .isEqualTo(SendingMethod.EMAIL);
    }

    /** With its country letters it may well be an identifier on Peppol. */
    @ParameterizedTest
    @ValueSource(strings = {"0756996413", "803851595", "12 34 56 78 9"})
    void oneTypedWithoutItsLettersIsNotPassedOverEither(String number) {
        RelationSnapshot file = file("1;Kunde;auto;;" + number + ";a@b.example;;;;e-mail");
        assertThat(undecided(LOOK_UP.lookUp(invoice(""), ACME, file))).isEqualTo("relation.vat-scheme");
        assertThat(new RelationAudit(ACME, file).lacking(file.relations().get(0)))
                .isPresent();
        assertThat(RelationAudit.hasNobodyToAsk(ACME, file.relations().get(0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n.v.t.", "geen", "particulier"})
    void whatIsNoNumberAtAllKeepsNothingFromGoingByTheFallback(String words) {
        RelationSnapshot file = file("1;Kunde;auto;;" + words + ";a@b.example;;;;e-mail");
        assertThat(decided(LOOK_UP.lookUp(invoice(""), ACME, file)).method()).isEqualTo(SendingMethod.EMAIL);
        assertThat(new RelationAudit(ACME, file).lacking(file.relations().get(0)))
                .isEmpty();
        assertThat(RelationAudit.hasNobodyToAsk(ACME, file.relations().get(0))).isTrue();
    }

    @Test
    void oneThatTwoCustomersHaveIsNobodysAlsoWhereTheInvoiceWasFoundByIt() {
        RelationSnapshot file = file("7;A;auto;;NL803851595B01;;;;;\n8;B;auto;;NL803851595B01;;;;;");
        assertThat(LOOK_UP.addresses(invoice("NL803851595B01"), file, ElectronicAddress.ofReceiver("0106:10000009")))
                .extracting(ElectronicAddress::receiver)
                .containsExactly("0106:10000009");
    }

    @Test
    void ofALineThatContradictsTheInvoiceNothingMoreIsAskedFor() {
        RelationSnapshot file = file("1;Kunde;peppol;0106:10000001;DE123456789;;;;;");
        assertThat(LOOK_UP.addresses(invoice("NL803851595B01"), file, ElectronicAddress.ofReceiver("0106:10000001")))
                .extracting(ElectronicAddress::receiver)
                .containsExactly("0106:10000001");
    }
}
