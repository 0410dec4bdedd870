package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One VAT number of several customers, as the companies of a fiscal unity have: nobody gets what is another's. */
class SharedVatNumberTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";
    private static final String VAT = "NL803851595B01";
    private static final String TEN = "10;A B.V.;peppol;10000010;" + VAT + ";a@a.example;NL;nl;nee;\n";
    private static final String ELEVEN = "11;B B.V.;peppol;10000011;" + VAT + ";b@b.example;NL;nl;nee;e-mail\n";
    private static final Company ACME = TestCompany.of("acme", Path.of("acme"));
    private static final RelationLookUp LOOK_UP = new RelationLookUp(new IdentifierReader());

    private static RelationSnapshot file(String lines) {
        return ((RelationFileReading.Readable) new RelationFile(new IdentifierReader())
                        .read((HEADER + lines).getBytes(StandardCharsets.UTF_8), "relations.csv"))
                .snapshot();
    }

    private static InvoiceHeader invoice(String relation, String vat) {
        InvoiceParty customer = new InvoiceParty(
                Optional.of("Klant"),
                Optional.of(relation),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(vat).filter(number -> !number.isEmpty()),
                Optional.empty(),
                Optional.of("NL"));
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

    private static List<String> asked(String lines, String vatOfInvoice) {
        return LOOK_UP
                .addresses(invoice("11", vatOfInvoice), file(lines), ElectronicAddress.ofReceiver("0106:10000011"))
                .stream()
                .map(ElectronicAddress::receiver)
                .toList();
    }

    @Test
    void isNotAskedForWhenAnotherCustomerHasItToo() {
        assertThat(asked(TEN + ELEVEN, "")).containsExactly("0106:10000011");
        assertThat(asked(TEN + ELEVEN, VAT)).as("nor when the invoice names it").containsExactly("0106:10000011");
        assertThat(asked(ELEVEN, VAT)).containsExactly("0106:10000011", "9944:" + VAT);
    }

    @Test
    void isNotAskedForWhenItIsTheAddressOfAnotherCustomer() {
        String registered = "10;A B.V.;peppol;" + VAT + ";;a@a.example;NL;nl;nee;\n";
        assertThat(asked(registered + ELEVEN, VAT)).containsExactly("0106:10000011");
        String withoutVat = "11;B B.V.;peppol;10000011;;b@b.example;NL;nl;nee;\n";
        assertThat(asked(TEN + withoutVat, VAT)).containsExactly("0106:10000011");
    }

    @Test
    void isAskedForWhenAllItsLinesAreOneCustomer() {
        String branch = "12;B B.V. Noord;peppol;10000011;" + VAT + ";;NL;nl;nee;\n";
        assertThat(asked(ELEVEN + branch, "")).containsExactly("0106:10000011", "9944:" + VAT);
        RelationSnapshot twice = file(ELEVEN + branch);
        assertThat(twice.addressesOf(twice.relations().get(1))).hasSize(2);
    }

    @Test
    void holdsTheInvoiceOfALineThatHasNothingElseWhateverElseItMayGoBy() {
        for (String method : List.of("peppol", "auto")) {
            String bare = "11;B B.V.;" + method + ";;" + VAT + ";b@b.example;NL;nl;nee;e-mail\n";
            for (String stated : List.of("", VAT)) {
                LookUp answer = LOOK_UP.lookUp(invoice("11", stated), ACME, file(TEN + bare));
                assertThat(answer).isInstanceOf(LookUp.Undecided.class);
                assertThat(((LookUp.Undecided) answer).reason().code()).isEqualTo("relation.address-of-another");
            }
            RelationSnapshot file = file(TEN + bare);
            assertThat(new RelationAudit(ACME, file).lacking(file.relations().get(1)))
                    .hasValueSatisfying(reason -> assertThat(reason.dutch()).contains("ook van een andere relatie"));
            assertThat(LOOK_UP.lookUp(invoice("11", ""), ACME, file(bare))).isInstanceOf(LookUp.Decided.class);
            String other = "10;A B.V.;peppol;;" + VAT + ";a@a.example;NL;nl;nee;\n";
            assertThat(LOOK_UP.lookUp(invoice("11", ""), ACME, file(other + bare)))
                    .as("neither line has a CoC number")
                    .isInstanceOf(LookUp.Undecided.class);
        }
    }
}
