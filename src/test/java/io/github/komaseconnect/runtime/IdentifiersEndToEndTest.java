package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type for a number, from the relation file to eConnect. */
class IdentifiersEndToEndTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid\n";

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
        Files.writeString(
                workshop.acme("relations.csv"),
                HEADER
                        + String.join(
                                "\n",
                                "00001;Nul weg;peppol;1234567;;;NL;nl;nee",
                                "00002;Los nummer;peppol;0756996413;;;;nl;nee",
                                "00003;Met BE;peppol;be 0756.996.413;;;BE;nl;nee",
                                "00004;Spaties;peppol;12 34-56.78;;;NL;nl;nee",
                                "00005;Vestiging;peppol;000012345678;;;NL;nl;nee",
                                "00006;Overheid zonder OIN;peppol;12345678;;;NL;nl;ja",
                                ""));
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    /** An invoice for this relation without any address of its own. */
    private void export(String number, String relation) throws Exception {
        workshop.export(
                number + ".XML",
                Workshop.sample("verkoop-peppol.xml")
                        .replace("F2026-0101", number)
                        .replace("<cbc:ID>10001</cbc:ID>", "<cbc:ID>" + relation + "</cbc:ID>")
                        .replaceAll("<cbc:(EndpointID|CompanyID) schemeID=\"0106\">87654321</cbc:\\1>", ""));
    }

    private String receiver(String number) {
        LedgerInvoice invoice = workshop.awaitState(number, InvoiceState.SENT);
        return workshop.ledger()
                .reading(books -> books.deliveries().of(invoice.id()))
                .get(0)
                .destination()
                .addresses()
                .get(0);
    }

    private List<String> warnings(String number) {
        long id = workshop.invoice(number).orElseThrow().id();
        return workshop.ledger().reading(books -> books.events().of(id)).stream()
                .filter(event -> event.kind().equals("warning"))
                .map(event -> event.dutch())
                .filter(text -> text.contains("gelezen als"))
                .toList();
    }

    private String heldFor(String number) {
        return workshop.awaitState(number, InvoiceState.HELD)
                .reason()
                .orElseThrow()
                .dutchLine();
    }

    @Test
    void whatIsCertainIsRepairedAndSaidAndAGuessIsMadeOnlyWhereItIsAskedFor() throws Exception {
        workshop.with("identifiers.pad-leading-zeros=true", "company.acme.country=BE", "company.acme.validation=off")
                .start();
        export("ZERO", "00001");
        export("BARE", "00002");
        export("BE", "00003");
        export("SPACES", "00004");
        export("BRANCH", "00005");
        export("GOV", "00006");

        assertThat(receiver("ZERO")).isEqualTo("0106:01234567");
        assertThat(warnings("ZERO"))
                .singleElement()
                .asString()
                .contains("00001 Nul weg", "0106:01234567", "nullen vooraan aangevuld", "Vul het zo in");
        assertThat(receiver("BARE")).isEqualTo("0208:0756996413");
        assertThat(warnings("BARE")).isEmpty();
        assertThat(receiver("BE")).isEqualTo("0208:0756996413");
        assertThat(warnings("BE"))
                .singleElement()
                .asString()
                .contains("punten weggelaten", "landletters BE weggelaten");
        assertThat(receiver("SPACES")).isEqualTo("0106:12345678");
        assertThat(warnings("SPACES")).singleElement().asString().contains("spaties", "punten", "streepjes");
        assertThat(heldFor("BRANCH")).contains("vestigingsnummer");
        assertThat(heldFor("GOV")).contains("OIN");
    }

    @Test
    void withoutThatSettingTheLostZeroIsProposedInTheReason() throws Exception {
        workshop.with("company.acme.validation=off").start();
        export("ZERO", "00001");

        assertThat(heldFor("ZERO")).contains("1234567", "te kort", "Waarschijnlijk bedoeld: 01234567");

        assertThat(workshop.simulator.journal().accepted()).isEmpty();
    }
}
