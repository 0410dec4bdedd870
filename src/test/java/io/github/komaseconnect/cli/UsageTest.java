package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    private CommandDesk desk;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "run",
                "simulate",
                "refresh",
                "status",
                "show",
                "retry",
                "reroute",
                "cancel",
                "resolve",
                "pause",
                "resume",
                "adopt",
                "check",
                "explain",
                "demo"
            })
    void everyCommandHasHelpAndVersion(String command) {
        Said help = desk.give(command, "--help");
        Said version = desk.give(command, "--version");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Gebruik (usage): komas-econnect " + command)
                .contains("--home=DIR")
                .contains("Toon deze hulp (show this help)");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("komas-econnect ");
    }

    @Test
    void theHelpListsEveryCommandWithItsOwnDescription() {
        Said help = desk.give("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Commando's (commands):")
                .containsPattern("refresh +Nu nieuwe inkoopfacturen ophalen")
                .containsPattern("relations +Kijk het relatiebestand na");
    }

    @Test
    void withoutACommandItShowsTheHelpAsAnError() {
        Said said = desk.give();

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("Geef een commando.").contains("status");
    }

    @Test
    void proposesTheCommandThatWasMeant() {
        Said said = desk.give("statu");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("Onjuist gebruik: statu hoort hier niet; bedoelt u status?")
                .contains("Wrong usage: ");
    }

    @Test
    void saysWhatIsMissingInBothLanguages() {
        Said said = desk.give("reroute", "12");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains("Onjuist gebruik: er ontbreekt iets: '--by=peppol|email|print'")
                .contains("Zie: komas-econnect reroute --help")
                .contains("Wrong usage: Missing required option");
    }

    @Test
    void refusesOptionsThatExcludeEachOther() {
        Said said = desk.give("resolve", "3", "--sent", "--send-again");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("opties die niet samengaan").contains("mutually exclusive");
    }

    @Test
    void namesTheWrongValue() {
        Said said = desk.give("simulate", "--port", "tachtig");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("een waarde klopt niet: tachtig");
    }

    @Test
    void saysHowToGetAHome() {
        Said said = desk.give("status");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("komas-econnect init MAP").contains("komas-econnect init DIR");
    }

    @Test
    void takesTheHomeBeforeAndAfterTheCommandAndFromTheEnvironment() {
        desk.configure(CommandDesk.ACME);

        assertThat(desk.give("--home", desk.home.toString(), "status").exitCode())
                .isZero();
        assertThat(desk.give("status", "--home", desk.home.toString()).exitCode())
                .isZero();
        desk.environment.put("KOMAS_ECONNECT_HOME", desk.home.toString());
        assertThat(desk.give("status").exitCode()).isZero();
    }

    @Test
    void writesPlainCharactersWhereTheTerminalHasNoOthers() {
        desk.charset = StandardCharsets.US_ASCII;

        Said said = desk.give("show", "--help");

        assertThat(said.out())
                .contains("Een factuur met alles")
                .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    }
}
