package io.github.komaseconnect.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.readiness.GoLiveHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explain says of a customer who may not be on Peppol. */
class ReachExplainedTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private GoLiveHome home;

    @BeforeEach
    void make() throws IOException {
        home = new GoLiveHome(folder.resolve("home")).acme().with("company.acme.validation=off");
    }

    private String fact(Optional<Ledger> ledger, String about) throws IOException {
        home.write();
        return new Explainer(home.home(), home.configuration(), home.credentials(), ledger, CLOCK)
                .explain(home.put("acme", "export", "verkoop-peppol.xml"), Optional.empty()).facts().stream()
                        .filter(fact -> fact.about().dutch().equals(about))
                        .map(fact -> fact.what().dutch())
                        .findFirst()
                        .orElse("");
    }

    @Test
    void withoutAnAnswerItSaysSoAndThatTheInvoiceWouldBeHeld() throws IOException {
        assertThat(fact(Optional.empty(), "Te bereiken via Peppol")).startsWith("nog niet bekend");
        assertThat(fact(Optional.empty(), "Anders"))
                .startsWith("na een tweede nee vastgehouden")
                .contains("company.acme.fallback");
    }

    @Test
    void theAnswerIsToldWithItsAgeAndTheFallbackWithItsWay() throws IOException {
        home.with("company.acme.fallback=print");
        try (Ledger ledger = LedgerDatabase.open("", folder, CLOCK, "test")) {
            Instant asked = NOW.minus(Duration.ofHours(3));
            ledger.record(books -> books.reachings()
                    .keep(new KnownReach(
                            "acme",
                            "0106:87654321",
                            DocumentType.INVOICE,
                            Verdict.NOT_REGISTERED,
                            "",
                            asked,
                            Optional.of(new Refusals(asked, asked)),
                            Optional.empty(),
                            "",
                            "")));
            assertThat(fact(Optional.of(ledger), "Te bereiken via Peppol"))
                    .startsWith("staat niet in Peppol (antwoord van 27-11-2026")
                    .endsWith(", 3 uur geleden)");
            assertThat(fact(Optional.of(ledger), "Anders")).isEqualTo("na een tweede nee per print");

            ledger.record(books -> books.reachings()
                    .reached("acme", "0106:87654321", DocumentType.INVOICE, NOW.minus(Duration.ofDays(5))));
            assertThat(fact(Optional.of(ledger), "Te bereiken via Peppol"))
                    .startsWith("te bereiken (antwoord van 22-11-2026")
                    .endsWith(", 5 dagen geleden)");
            assertThat(fact(Optional.of(ledger), "Anders")).contains("vastgehouden", "nog te bereiken");
        }
    }
}
