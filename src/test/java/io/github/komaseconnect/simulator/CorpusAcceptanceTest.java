package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real invoices that nobody here wrote; they are not part of the repository. */
class CorpusAcceptanceTest extends Rehearsed {
    private static List<Path> valid() throws IOException {
        Path corpus = Path.of(Optional.ofNullable(System.getenv("KOMAS_CORPUS")).orElse("../shared/corpus"));
        assumeTrue(
                Files.isDirectory(corpus.resolve("valid")),
                "SKIPPED: the corpus is neither at ../shared/corpus nor where KOMAS_CORPUS says");
        try (Stream<Path> files = Files.list(corpus.resolve("valid"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void takesEveryValidInvoiceOfTheCorpusAndGivesItBackUnchanged() throws IOException {
        List<Path> files = valid();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String payload = withoutProlog(Files.readString(file, StandardCharsets.UTF_8));
            Wire.Answer answer = send("0106:11223344", payload);
            assertThat(answer.status())
                    .as("%s: %s", file.getFileName(), answer.fault())
                    .isEqualTo(200);
            assertThat(call("GetOutboxDocument", id(answer.value("ExternalId"))).value("Payload"))
                    .as("%s", file.getFileName())
                    .isEqualTo(payload);
        }
    }

    @Test
    void deliversEveryValidInvoiceOfTheCorpus() throws IOException {
        for (Path file : valid()) {
            String externalId = simulator.deliver(ACME.companyId(), InboxDocument.of(file));
            assertThat(call("GetInboxDocument", id(externalId)).value("Payload"))
                    .as("%s", file.getFileName())
                    .isEqualTo(withoutProlog(Files.readString(file, StandardCharsets.UTF_8)));
        }
    }

    private static String withoutProlog(String xml) {
        return xml.replaceFirst("^\uFEFF?(<\\?xml[^>]*\\?>\\s*)?", "");
    }
}
