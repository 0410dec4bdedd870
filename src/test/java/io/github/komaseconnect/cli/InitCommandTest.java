package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    Path folder;

    @Test
    void makesAHomeAndSaysWhatIsNext() {
        Said said = new CommandDesk(folder).give("init", "nieuw");

        assertThat(said.exitCode()).isZero();
        assertThat(folder.resolve("nieuw/application.properties")).exists();
        assertThat(folder.resolve("nieuw/companies/acme/export")).isDirectory();
        assertThat(said.out())
                .contains("Vul in " + folder.resolve("nieuw/application.properties"))
                .contains("komas-econnect --home " + folder.resolve("nieuw") + " check");
    }

    @Test
    void overwritesNothing() throws Exception {
        CommandDesk desk = new CommandDesk(folder);
        desk.configure("company.mine.name=Mine");

        Said said = desk.give("init", desk.home.toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("bestaat al").contains("nothing was written");
        assertThat(Files.readString(desk.home.resolve("application.properties")))
                .isEqualTo("company.mine.name=Mine");
    }

    @Test
    void refusesTheProgramItself() {
        Said said = new CommandDesk(folder).give("init", "program");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("is het programma zelf");
        assertThat(folder.resolve("program")).doesNotExist();
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("file"), "");

        Said said = new CommandDesk(folder).give("init", "file/home");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("is niet te maken of te beschrijven");
    }
}
