package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An integrator adds a step between look-up and delivery in YAML alone. */
class OwnStepTest {
    private static final String MARK = "        # your own step goes here\n";
    private static final String HOLD_MAILS = String.join(
            "\n",
            "        - choice:",
            "            when:",
            "              - expression:",
            "                  simple:",
            "                    expression: ${body.method} == 'email'",
            "                steps:",
            "                  - setBody:",
            "                      expression:",
            "                        simple:",
            "                          expression: \"${body.holdBecause('Mail wacht op akkoord van de directie.', 'Mail awaits approval.')}\"",
            "");

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    @Test
    void aStepInYamlHoldsWhatIsMailed() throws Exception {
        Path routes = workshop.home.resolve("routes");
        copyRoutes(routes);
        Path lookUp = routes.resolve("4-look-up-relation.camel.yaml");
        String text = Files.readString(lookUp);
        assertThat(text).contains(MARK);
        Files.writeString(lookUp, text.replace(MARK, HOLD_MAILS));

        workshop.start();
        workshop.export("MAIL.XML", Workshop.sample("verkoop-email.xml"));
        workshop.export("PEPPOL.XML", Workshop.sample("verkoop-peppol.xml"));

        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.files("held").size() == 2
                        && workshop.files("sent").size() == 1);
        List<String> held = workshop.files("held");
        String reason = Files.readString(workshop.acme("held").resolve(held.get(0)));
        assertThat(reason).contains("Mail wacht op akkoord van de directie.");
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
        assertThat(workshop.ledger()
                        .inTransaction(books -> books.invoices()
                                .inState(io.github.komaseconnect.ledger.Direction.SALES, List.of(InvoiceState.HELD)))
                        .get(0)
                        .reason()
                        .orElseThrow()
                        .code())
                .isEqualTo("route.held");
    }

    private static void copyRoutes(Path target) throws IOException {
        Files.createDirectories(target);
        Path source = Path.of("").toAbsolutePath().resolve("routes");
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }
}
