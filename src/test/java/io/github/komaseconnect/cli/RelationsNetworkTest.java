package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.komaseconnect.custody.LedgerEnvironment;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.reachability.EConnectInquiry;
import io.github.komaseconnect.readiness.GoLiveHome;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PeppolReach;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
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

/** {@code relations --network} of a company on the PSB, which can be asked, with a simulated eConnect. */
class RelationsNetworkTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Simulator simulator;
    private GoLiveHome home;
    private String partyId = "NL:KVK:12345678";

    @BeforeEach
    void make() throws IOException {
        simulator = Simulator.builder()
                .client(SimulatedClient.of(
                        "acme-client",
                        "acme-client-secret",
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456708B01")))
                .reach(PeppolReach.nobodyExcept())
                .start();
        home = new GoLiveHome(folder.resolve("home"), "http.response-timeout=60s", "http.connect-timeout=60s")
                .with(
                        "econnect.psb.url=" + simulator.psbUrl(),
                        "econnect.psb.identity-url=" + simulator.identityUrl(),
                        "company.acme.name=Acme Installatietechniek B.V.",
                        "company.acme.econnect=psb",
                        "company.acme.party-id={{env:PARTY}}",
                        "company.acme.client-id=acme-client",
                        "company.acme.client-secret=acme-client-secret",
                        "company.acme.country=BE");
        for (String each : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(home.of("acme", each));
        }
        ledger().close();
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private int relations(String... lines) throws IOException {
        home.relations("acme", HEADER + String.join("\n", lines) + "\n").write();
        return run("relations", "--network", "--json");
    }

    private int run(String... arguments) throws IOException {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("--home", home.folder.toString()));
        all.addAll(List.of(arguments));
        Surroundings surroundings = new Surroundings(
                new Terminal(out, err, StandardCharsets.UTF_8, question -> Optional.empty()),
                name -> name.equals("PARTY") ? Optional.of(partyId) : Optional.empty(),
                folder,
                GoLiveHome.distribution(),
                "test@here",
                Clock.systemUTC(),
                Duration.ofSeconds(5));
        return new KomasEconnect(surroundings).commandLine().execute(all.toArray(String[]::new));
    }

    private Ledger ledger() {
        return LedgerDatabase.open("", home.folder.resolve("data"), Clock.systemUTC(), "test");
    }

    private JsonNode line(int number) throws IOException {
        return new JsonMapper().readTree(out.toString()).get("relations").get(number);
    }

    private Optional<KnownReach> kept(String receiver) {
        try (Ledger ledger = ledger()) {
            return ledger.reading(books -> books.reachings().find("acme", receiver, DocumentType.INVOICE));
        }
    }

    @Test
    void bothListsAndWhatBecomesOfInvoicesInAllForms() throws Exception {
        simulator.reach(PeppolReach.nobodyExcept("0106:10000002", "0106:10000003", "9944:NL123456782B01")
                .acceptingOnly("0106:10000003", EConnectInquiry.documentTypeId(DocumentType.CREDIT_NOTE)));

        int exitCode = relations(
                "1;Weg;peppol;0106:10000001;;;NL;;;",
                "2;Kan Peppol;e-mail;0106:10000002;;a@b.nl;NL;;;",
                "3;Alleen creditnota's;peppol;0106:10000003;;;NL;;;post",
                "4;Onder btw-nummer;peppol;0106:10000004;NL123456782B01;;NL;;;",
                "5;Mag gemaild;peppol;0106:10000005;;a@b.nl;NL;;;e-mail",
                "6;OIN zonder overheid;peppol;NL:OIN:00000001812345678000;;a@b.nl;;;;",
                "7;Belg zonder land;peppol;0208:0756996413;;a@b.be;;;;",
                "8;Auto zonder nummer;auto;;;a@b.nl;;;;e-mail",
                "9;Auto met nummer;auto;0106:10000009;;;NL;;;post",
                "10;Auto met btw-nummer;auto;;NL987654329B01;;NL;;;post");

        assertThat(exitCode).isEqualTo(1);
        List<String> verdicts = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            JsonNode line = line(number);
            verdicts.add(line.path("peppol").path("verdict").asText("-")
                    + (line.get("cannotBeReached").booleanValue() ? " cannot" : "")
                    + (line.get("couldGetPeppol").booleanValue() ? " could" : "")
                    + (line.get("goesByFallback").booleanValue() ? " fallback" : "")
                    + " " + line.get("fallsBackTo").asText("held"));
        }
        assertThat(verdicts)
                .containsExactly(
                        "NOT_REGISTERED cannot held",
                        "REACHABLE could held",
                        "NOT_FOR_TYPE cannot PRINT",
                        "REACHABLE held",
                        "NOT_REGISTERED cannot EMAIL",
                        "NOT_REGISTERED cannot held",
                        "NOT_REGISTERED cannot held",
                        "- fallback EMAIL",
                        "NOT_REGISTERED fallback PRINT",
                        "NOT_REGISTERED fallback PRINT");
        assertThat(simulator.journal().accepted()).isEmpty();

        run("relations", "--csv", "-");
        assertThat(out.toString().lines())
                .hasSize(11)
                .anySatisfy(line -> assertThat(line).startsWith("acme;3;2;").contains(";ja;;;"))
                .anySatisfy(line -> assertThat(line).startsWith("acme;2;1;").endsWith(";ja;;vastgehouden;"))
                .anySatisfy(line -> assertThat(line).startsWith("acme;9;8;").endsWith(";ja;e-mail;"));
        run("relations");
        assertThat(out.toString())
                .contains("Klanten op Peppol die nog e-mail of post krijgen")
                .contains("Peppol-klanten die niet te bereiken zijn (Peppol customers that cannot be reached): 5")
                .contains("Klanten met auto die niet via Peppol gaan maar per uitwijk")
                .contains("facturen gaan na een tweede nee per e-mail")
                .contains("facturen gaan per e-mail, tenzij er op de factuur een nummer staat")
                .contains("facturen worden vastgehouden");
    }

    @Test
    void everyNumberThatWasAskedForIsKeptByItself() throws Exception {
        relations("1;A;peppol;0106:10000001;NL123456782B01;;NL;;;");

        assertThat(kept("0106:10000001").orElseThrow().verdict()).isEqualTo(Verdict.NOT_REGISTERED);
        assertThat(kept("9944:NL123456782B01").orElseThrow().verdict()).isEqualTo(Verdict.NOT_REGISTERED);
    }

    @Test
    void aNumberThatCameLaterIsAskedForAlthoughTheOtherIsKnown() throws Exception {
        relations("1;A;peppol;0106:10000001;;;NL;;;");
        simulator.reach(PeppolReach.nobodyExcept("9944:NL123456782B01"));

        relations("1;A;peppol;0106:10000001;NL123456782B01;;NL;;;");

        assertThat(line(0).get("peppol").get("verdict").textValue()).isEqualTo("REACHABLE");
    }

    @Test
    void whoWasReachedBeforeIsHeldWhateverTheFallback() throws Exception {
        try (Ledger ledger = ledger()) {
            ledger.record(books -> books.reachings()
                    .reached(
                            "acme",
                            "0106:10000001",
                            DocumentType.INVOICE,
                            Instant.now().minus(Duration.ofDays(30))));
        }

        assertThat(relations("1;A;peppol;0106:10000001;;a@b.nl;NL;;;e-mail")).isEqualTo(1);

        assertThat(line(0).get("fallsBackTo").isNull()).isTrue();
        assertThat(line(0).get("needsPerson").booleanValue()).isTrue();
        run("relations");
        assertThat(out.toString()).contains("facturen worden vastgehouden: was op");
    }

    @Test
    void aSenderThatEConnectDoesNotKnowMakesNobodyUnreachable() throws Exception {
        simulator
                .faults()
                .on(Operation.PSB_QUERY_RECIPIENT)
                .inject(Fault.refusal("API404", "The party NL:KVK:99999999 is unknown."));

        partyId = "NL:KVK:99999999";
        relations("1;A;peppol;0106:10000001;;;NL;;;");

        assertThat(line(0).get("peppol").get("verdict").textValue()).isEqualTo("NOT_CHECKED");
        assertThat(line(0).get("peppol").get("dutch").textValue())
                .contains("kent Acme Installatietechniek B.V. niet als NL:KVK:99999999");
        assertThat(kept("0106:10000001").orElseThrow().refused()).isEmpty();
    }

    @Test
    void aLedgerOfAnotherEnvironmentIsNotWrittenTo() throws Exception {
        try (Ledger ledger = ledger()) {
            assertThat(LedgerEnvironment.settle(ledger, Environment.PRODUCTION)).isEmpty();
        }

        assertThat(relations("1;A;peppol;0106:10000001;;;NL;;;")).isEqualTo(2);

        assertThat(err.toString()).contains("Er is niets gedaan.", "hoort bij productie", "Nothing was done.");
        assertThat(kept("0106:10000001")).isEmpty();
        assertThat(run("pause", "acme")).isEqualTo(2);
        assertThat(run("retry", "--held")).isEqualTo(2);
        assertThat(run("adopt", "acme", "--yes")).isEqualTo(2);
        try (Ledger ledger = ledger()) {
            assertThat(ledger.<Integer>reading(books -> books.orders().open().size()))
                    .isZero();
        }
    }
}
