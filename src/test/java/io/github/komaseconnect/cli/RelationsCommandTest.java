package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.readiness.GoLiveHome;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code relations} as a user gives it, with a simulated eConnect. */
class RelationsCommandTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Simulator simulator;
    private GoLiveHome home;

    @BeforeEach
    void make() throws IOException {
        simulator = GoLiveHome.simulator();
        home = new GoLiveHome(folder.resolve("home")).platform(simulator.url()).acme();
        home.write();
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private int run(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--home", home.folder.toString()));
        all.addAll(List.of(arguments));
        Surroundings surroundings = new Surroundings(
                new Terminal(out, err, StandardCharsets.UTF_8, question -> Optional.empty()),
                name -> Optional.empty(),
                folder,
                GoLiveHome.distribution(),
                "test@here",
                Clock.systemUTC(),
                Duration.ofSeconds(5));
        return new KomasEconnect(surroundings).commandLine().execute(all.toArray(String[]::new));
    }

    private void relations(String... lines) throws IOException {
        home.relations("acme", HEADER + String.join("\n", lines) + "\n");
    }

    private Ledger ledger() {
        return LedgerDatabase.open("", home.folder.resolve("data"), Clock.systemUTC(), "test");
    }

    @Test
    void namesWhatWouldHoldAnInvoice() throws Exception {
        relations(
                "1;Geen methode;;12345678;;;;;;",
                "2;Geen nummer;peppol;;;;;;;",
                "3;Fout nummer;peppol;1234;;;;;;",
                "4;Geen adres;e-mail;;;;;;;",
                "5;Dubbel;print;;;;;;;",
                "5;Dubbel;print;;;;;;;",
                "6;Uitwijk zonder adres;peppol;23456789;;;;;;e-mail",
                "7;Gemeente;peppol;34567890;;;;;ja;",
                "8;Rare uitwijk;peppol;45678901;;;;;;fax",
                "9;Goed;peppol;56789012;;;;;;");

        assertThat(run("relations", "acme")).isEqualTo(1);

        assertThat(out.toString())
                .contains("Te verbeteren (to mend): 9 / 10")
                .contains("geen verzendmethode")
                .contains("verzendmethode Peppol, maar geen KvK-nummer of OIN")
                .contains("verzendmethode e-mail, maar geen e-mailadres")
                .contains("ook op regel 7", "ook op regel 6")
                .contains("de uitwijk is e-mail, maar er is geen e-mailadres")
                .contains("een overheid, maar in het KvK-veld staat geen OIN")
                .contains("\"fax\" is geen bekende uitwijk")
                .doesNotContain("9 Goed");
    }

    @Test
    void whatIsOddIsNamedWithoutHoldingAnything() throws Exception {
        relations("1;Tikfout;peppol;12345678;NL123456789B01;;;;;", "2;Goed;peppol;23456789;NL123456782B01;;;;;");

        assertThat(run("relations")).as(out.toString()).isZero();

        assertThat(out.toString())
                .contains("Let op, het houdt niets tegen (mind, it stops nothing): 1")
                .contains("de controlecijfers van btw-nummer \"NL123456789B01\" kloppen niet")
                .doesNotContain("NL123456782B01");
        out.getBuffer().setLength(0);
        run("relations", "--json");
        assertThat(out.toString()).containsOnlyOnce("\"code\":\"identifier.vat-check-digits\"");
    }

    @Test
    void aVatNumberThatIsThereTwiceIsADouble() throws Exception {
        relations(";Een;print;;NL123456782B01;;;;;", ";Twee;e-mail;;NL123456782B01;a@b.nl;;;;");

        assertThat(run("relations")).isEqualTo(1);

        assertThat(out.toString()).contains("ook op regel 2", "ook op regel 3");
    }

    @Test
    void whatIsInOrderEndsWithZeroAndSeveralCardsOfOneOrganisationAreFine() throws Exception {
        relations(
                "1;Vestiging A;peppol;12345678;;;;;;",
                "2;Vestiging B;peppol;12345678;;;;;;",
                "3;Auto;auto;;;a@b.nl;;;;e-mail");

        assertThat(run("relations")).as(out.toString()).isZero();

        assertThat(out.toString()).contains("3 relaties nagekeken; er valt niets te verbeteren.");
    }

    @Test
    void onThePlatformTheAddressBookIsAHintAndNothingMore() throws Exception {
        relations("1;Acme zelf;e-mail;12345678;;a@b.nl;;;;", "2;Onbekend;peppol;99999999;;;;;;");

        assertThat(run("relations", "--network")).as(out + "" + err).isZero();

        assertThat(out.toString())
                .contains("Klanten op Peppol die nog e-mail of post krijgen", "waarschijnlijk te bereiken")
                .contains("Kon niet worden nagevraagd (could not be checked): 2")
                .doesNotContain("niet te bereiken zijn");
        assertThat(simulator.journal().accepted()).isEmpty();
    }

    @Test
    void whatDeliveriesFoundOutIsInTheListsAndNeedsAPersonUnlessThereIsAFallback() throws Exception {
        relations(
                "1;Weg;peppol;12345678;;;;;;",
                "2;Weg met uitwijk;peppol;23456789;;;;;;post",
                "3;Kan Peppol;e-mail;34567890;;a@b.nl;;;;");
        Instant at = Instant.parse("2026-11-20T09:00:00Z");
        try (Ledger ledger = ledger()) {
            ledger.record(books -> {
                books.reachings().keep(no("0106:12345678", at));
                books.reachings().keep(no("0106:23456789", at));
                books.reachings().reached("acme", "0106:34567890", DocumentType.INVOICE, at);
            });
        }

        assertThat(run("relations", "--json")).isEqualTo(1);

        JsonNode document = new JsonMapper().readTree(out.toString());
        JsonNode relations = document.get("relations");
        assertThat(document.get("needsPerson").booleanValue()).isTrue();
        assertThat(relations.get(0).get("cannotBeReached").booleanValue()).isTrue();
        assertThat(relations.get(0).get("needsPerson").booleanValue()).isTrue();
        assertThat(relations.get(1).get("needsPerson").booleanValue()).isFalse();
        assertThat(relations.get(2).get("couldGetPeppol").booleanValue()).isTrue();
        assertThat(relations.get(2).get("peppol").get("verdict").textValue()).isEqualTo("REACHABLE");
    }

    private static KnownReach no(String receiver, Instant at) {
        return new KnownReach(
                "acme",
                receiver,
                DocumentType.INVOICE,
                Verdict.NOT_REGISTERED,
                "",
                at,
                Optional.of(new Refusals(at, at)),
                Optional.empty(),
                "nee",
                "no");
    }

    @Test
    void csvHasNoCellThatASpreadsheetWouldCalculate() throws Exception {
        relations(
                "1;=HYPERLINK(\"http://x\");print;;;;;;;",
                "2;+31 B.V.;print;;;;;;;",
                "3;\"A;B \"\"x\"\"\";print;;;;;;;");

        assertThat(run("relations", "--csv", "lijst.csv")).as(out + "" + err).isZero();

        String text = Files.readString(folder.resolve("lijst.csv"));
        assertThat(text)
                .startsWith("\uFEFFbedrijf;regel;")
                .contains("\r\n")
                .contains("\"'=HYPERLINK")
                .contains(";'+31 B.V.;");
        assertThat(text).contains("\"A;B \"\"x\"\"\"");
        assertThat(RelationsCsv.defused("@x")).isEqualTo("'@x");
        assertThat(RelationsCsv.defused("-x")).isEqualTo("'-x");
        assertThat(RelationsCsv.defused("\tx")).isEqualTo("'\tx");
        assertThat(RelationsCsv.defused("a=b")).isEqualTo("a=b");
    }

    @Test
    void itWaitsWhenAskedToAndGoesOnWhereItWas() throws Exception {
        relations("1;A;peppol;12345678;;;;;;", "2;B;peppol;99999999;;;;;;");
        ledger().close();
        simulator
                .faults()
                .on(Operation.GET_PARTIES)
                .times(1)
                .inject(Fault.statusBeforeAcceptance(429, Duration.ofSeconds(1)));

        run("relations", "--network");
        String first = out.toString();
        simulator.faults().on(Operation.GET_PARTIES).inject(Fault.statusBeforeAcceptance(500));
        out.getBuffer().setLength(0);
        run("relations", "--network");

        assertThat(first).contains("waarschijnlijk te bereiken", "in het adresboek van eConnect staat hij niet");
        assertThat(out.toString()).contains("waarschijnlijk te bereiken");
    }
}
