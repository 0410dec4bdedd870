package io.github.komaseconnect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final Path DISTRIBUTION = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private final StringWriter text = new StringWriter();
    private final Demo demo = new Demo(DISTRIBUTION, "test", Clock.systemUTC(), new PrintWriter(text));

    @Test
    void showsTheWholeJobAndSaysWhereToLook() throws Exception {
        Path home = folder.resolve("demo met spatie");

        int result = demo.run(Optional.of(home), Optional.empty());

        assertThat(result).as(text.toString()).isEqualTo(Demo.DONE);
        assertThat(text.toString())
                .containsPattern("eConnect +0106:87654321 +F\\d{4}-0101")
                .contains("0190:00000001812345678000", "administratie@zeezicht.example")
                .contains(
                        "vastgehouden/held", "verzonden/sent", "ontvangen/received", "WHERE TO LOOK", home.toString());
        Path acme = home.resolve("companies/acme");
        assertThat(files(acme.resolve("export"))).isEmpty();
        assertThat(files(acme.resolve("outbox"))).isEmpty();
        assertThat(files(acme.resolve("import"))).hasSize(10);
        assertThat(files(acme.resolve("print-spool"))).hasSize(1);
        assertThat(files(acme.resolve("sent"))).hasSize(4);
        assertThat(files(acme.resolve("held"))).hasSize(2);
        Path brug = home.resolve("companies/brug");
        assertThat(text.toString())
                .contains("SECOND COMPANY, over the PSB with hooks")
                .containsPattern("hooks \\(PSB\\) +brug +InvoiceReceived")
                .containsPattern("eConnect +NL:KVK:87654321 +F\\d{4}-0201");
        assertThat(files(brug.resolve("export"))).isEmpty();
        assertThat(files(brug.resolve("outbox"))).isEmpty();
        assertThat(files(brug.resolve("import")))
                .filteredOn(name -> name.endsWith(".xml"))
                .hasSize(2);
        assertThat(files(brug.resolve("sent"))).isNotEmpty();
    }

    @Test
    void leavesAFolderAloneThatHoldsSomething() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        int result = demo.run(Optional.of(folder), Optional.empty());

        assertThat(result).isEqualTo(Demo.WRONG_USAGE);
        assertThat(text.toString()).contains("is niet leeg", "is not empty", folder.toString());
        assertThat(files(folder)).containsExactly("mine.txt");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.equals(".komas-econnect"))
                    .toList();
        }
    }
}
