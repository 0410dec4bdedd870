package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command makes of its options; DemoTest shows the demo itself, DistributionIT both together. */
class DemoCommandTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void refusesAFolderThatHoldsSomething() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("vol")).resolve("mine.txt"), "mine");

        assertThat(execute("demo", "--dir", "vol")).isEqualTo(2);

        assertThat(said.toString()).contains(folder.resolve("vol") + " is niet leeg", "is not empty");
    }

    @Test
    void saysThatAFolderCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("bestand"), "a file");

        assertThat(execute("demo", "--dir", "bestand/demo")).isEqualTo(1);

        assertThat(said.toString()).contains("De demo kan niet draaien", "--dir");
    }

    private int execute(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new Terminal(said, said, StandardCharsets.UTF_8, question -> Optional.empty()),
                name -> Optional.empty(),
                folder,
                Path.of("").toAbsolutePath(),
                "tester@test",
                Clock.systemUTC(),
                Duration.ofSeconds(1));
        return new KomasEconnect(surroundings).commandLine().execute(arguments);
    }
}
