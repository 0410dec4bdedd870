package io.github.komaseconnect.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.explanation.Explanation.Fate;
import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.readiness.GoLiveHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every invoice of the corpus gets an answer, by whatever method it would go. */
class CorpusExplainTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hold", "peppol", "print"})
    void everyInvoiceGetsAnAnswer(String method) throws IOException {
        List<Path> files = Corpus.files();
        assertThat(files).isNotEmpty();
        GoLiveHome home = new GoLiveHome(folder)
                .acme()
                .with("company.acme.default-method=" + method, "company.acme.validation=off")
                .write();
        Explainer explainer = new Explainer(
                home.home(), home.configuration(), home.credentials(), Optional.empty(), Clock.systemUTC());
        for (Path file : files) {
            Explanation explanation = explainer.explain(file, Optional.empty());
            assertThat(explanation.fate()).as(file.toString()).isIn(Fate.SENT, Fate.HELD);
            assertThat(explanation.facts())
                    .as(file.toString())
                    .anyMatch(fact -> fact.about().dutch().equals("Document"));
            assertThat(explanation.reason().isPresent())
                    .as(file + " is explained")
                    .isEqualTo(explanation.fate() == Fate.HELD);
            if (method.equals("print") && explanation.fate() == Fate.HELD) {
                // one example of the standard has an attachment that is called a PDF and is none
                assertThat(explanation.reason().orElseThrow().code())
                        .as(file.toString())
                        .isEqualTo("invoice.embedded-not-pdf");
            }
        }
    }
}
