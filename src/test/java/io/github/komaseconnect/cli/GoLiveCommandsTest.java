package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.readiness.GoLiveHome;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code explain} as a user gives them: what they print and how they end. */
class GoLiveCommandsTest {
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
        // no customer by e-mail: no mail server is needed
        home.relations("acme", GoLiveHome.sample("relations.csv").replace("e-mail;23456789", "post;23456789"));
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

    @Test
    void checkEndsWithZeroWhenThereAreOnlyWarnings() throws IOException {
        home.write();
        assertThat(run("check")).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("  ok                eConnect accepteert de koppelsleutels.")
                .contains("  let op (warning)  ")
                .contains("Uitkomst: 0 fouten, 3 waarschuwingen.")
                .contains("Result: 0 errors, 3 warnings.")
                .doesNotContain("FOUT (error)")
                .doesNotContain(GoLiveHome.ACME_SECRET);
    }

    @Test
    void checkEndsWithWhatAPersonMustDoInKomas() throws IOException {
        home.write();
        run("check");
        String reminders = out.toString().substring(out.toString().indexOf("Wat u zelf moet doen"));
        assertThat(reminders).containsSubsequence("EV11", "1204", "Actualiseren", "Mailen", "koppelsleutels", "IU01");
    }

    @Test
    void checkEndsWithOneWhenThereIsAnError() throws IOException {
        home.with("company.acme.pdf=misschien").write();
        assertThat(run("check", "acme")).isEqualTo(1);
        assertThat(out.toString()).contains("  FOUT (error)      ", "company.acme.pdf");
    }

    @Test
    void checkLooksAtTheCompaniesThatWereNamed() throws IOException {
        home.beta().with("company.beta.pdf=misschien").write();
        assertThat(run("check", "acme")).as(out.toString()).isZero();
        assertThat(out.toString()).doesNotContain("company.beta.pdf");
        assertThat(run("check", "beta")).isEqualTo(1);
    }

    @Test
    void wrongUsageAndAnUnreadableConfigurationEndWithTwo() throws IOException {
        home.write();
        assertThat(run("check", "gamma")).isEqualTo(2);
        assertThat(err.toString()).contains("gamma", "acme");
        assertThat(run("explain")).isEqualTo(2);
        assertThat(run("explain", "a.xml", "--company", "gamma")).isEqualTo(2);
        Files.delete(home.home().configurationFile());
        assertThat(run("check")).isEqualTo(2);
    }

    @Test
    void explainGoesOnAfterAFileThatCannotBeRead() throws IOException {
        Path good = home.put("acme", "export", "verkoop-peppol.xml");
        home.write();
        assertThat(run("explain", "nergens.xml", good.toString())).isEqualTo(1);
        assertThat(out.toString())
                .containsSubsequence("nergens.xml", "=> is niet te lezen (cannot be read)", good.toString())
                .contains("  Verzendmethode (sending method): Peppol")
                .contains("  => wordt verzonden (would be sent)");
    }

    @Test
    void explainEndsWithZeroWhenAllWouldBeSentAndTakesPatterns() throws IOException {
        home.put("acme", "export", "verkoop-peppol.xml");
        home.put("acme", "export", "verkoop-overheid.xml");
        home.write();
        assertThat(run("explain", "home/companies/acme/export/*.xml"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("F2026-0101", "F2026-0102", "0190:00000001812345678000");
    }

    @Test
    void explainEndsWithOneWhenOneWouldBeHeld() throws IOException {
        Path unknown = home.put("acme", "export", "verkoop-onbekende-relatie.xml");
        home.write();
        assertThat(run("explain", unknown.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("=> wordt vastgehouden (would be held)", "staat niet in relations.csv");
    }

    @Test
    void explainEndsWithTwoWhenItMustBeToldTheCompany() throws IOException {
        home.beta().write();
        Files.writeString(folder.resolve("a.xml"), GoLiveHome.sample("verkoop-peppol.xml"));
        assertThat(run("explain", "a.xml")).isEqualTo(2);
        assertThat(out.toString()).contains("--company", "acme, beta");
        assertThat(run("explain", "a.xml", "--company", "acme")).isZero();
    }

    @Test
    void explainPrintsNoTricksThatAFileMayHold() throws IOException {
        String hostile = GoLiveHome.sample("verkoop-peppol.xml").replace("De Gouden Korst", "De 2J&#x202e;Korst");
        Path file = Files.writeString(home.of("acme", "export").resolve("a.xml"), hostile);
        home.write();
        run("explain", file.toString());
        assertThat(out.toString()).doesNotContain("\u202e").contains("Bakkerij De 2J Korst");
    }

    @Test
    void aLedgerThatCannotBeReadIsSaidAndStopsNoExplanation() throws IOException {
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        home.write();
        Files.createDirectories(home.home().data());
        Files.writeString(home.home().data().resolve("ledger.db"), "no database, but longer than the header".repeat(9));
        assertThat(run("explain", file.toString())).isZero();
        assertThat(err.toString()).contains("De administratie kan niet geopend worden");
    }
}
