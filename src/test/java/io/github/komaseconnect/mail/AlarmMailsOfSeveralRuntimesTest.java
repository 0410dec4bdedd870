package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each alarm is mailed by one of several runtimes: the company's own. */
class AlarmMailsOfSeveralRuntimesTest {
    private static final Reason REASON = Reason.of("test", "Er is iets.", "There is something.");

    @TempDir
    Path folder;

    private record Answering(Set<String> companies) implements Ownership {
        @Override
        public boolean owns(String company) {
            return companies.contains(company);
        }

        @Override
        public boolean answersFor(String company) {
            return companies.contains(company);
        }
    }

    private static List<String> mailed(Ledger ledger, String... companies) {
        return new AlarmMails(
                        new Companies(List.of()),
                        new Answering(Set.of(companies)),
                        ledger,
                        "komas@example.com",
                        List.of("beheer@example.com"),
                        () -> true,
                        Duration.ZERO,
                        Environment.PRODUCTION,
                        Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5)))
                .due().stream().map(letter -> letter.alarm().company()).toList();
    }

    @Test
    void eachMailsThoseOfItsOwnCompaniesAndOneThoseOfAll() {
        try (Ledger ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test")) {
            for (String company : List.of("acme", "beta", "")) {
                ledger.record(books -> books.alarms().raise("test/" + company, company, REASON, Optional.empty()));
            }
            assertThat(mailed(ledger, "acme")).containsExactly("acme");
            assertThat(mailed(ledger, "beta", "")).containsExactlyInAnyOrder("beta", "");
            assertThat(mailed(ledger)).isEmpty();
        }
    }
}
