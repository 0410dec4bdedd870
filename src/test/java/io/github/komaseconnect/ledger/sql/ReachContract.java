package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.reason.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What keeping who can be reached asks of any ledger. */
abstract class ReachContract extends ResponseContract {
    private static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static KnownReach refused(String receiver, DocumentType type) {
        return new KnownReach(
                "reach",
                receiver,
                type,
                Verdict.NOT_REGISTERED,
                "",
                NOON,
                Optional.of(new Refusals(MORNING, NOON)),
                Optional.empty(),
                "staat er niet in",
                "is not in it");
    }

    @Test
    void keepsTheLastAnswerOfAReceiverAndAKindOfDocument() {
        KnownReach invoice = refused("9925:be0123456749", DocumentType.INVOICE);
        KnownReach note = refused("9925:be0123456749", DocumentType.CREDIT_NOTE);
        ledger().record(books -> {
            books.reachings().keep(refused("9925:BE0123456749", DocumentType.INVOICE));
            books.reachings().keep(note);
            assertThat(books.reachings().find("reach", "9925:Be0123456749", DocumentType.INVOICE))
                    .contains(invoice);
            assertThat(books.reachings().find("beta", "9925:be0123456749", DocumentType.INVOICE))
                    .isEmpty();
            assertThat(books.reachings().all("reach")).contains(invoice, note);
            assertThat(books.reachings().reachedAt("reach", "9925:be0123456749"))
                    .isEmpty();
        });
    }

    @Test
    void whoWasReachedWithAnythingIsNoStrangerToTheRest() {
        ledger().record(books -> {
            books.reachings().keep(refused("0106:55500001", DocumentType.CREDIT_NOTE));
            books.reachings().keep(refused("0106:55500001", DocumentType.INVOICE));
            books.reachings().reached("reach", "0106:55500001", DocumentType.INVOICE, MORNING);
            KnownReach reached = books.reachings()
                    .find("reach", "0106:55500001", DocumentType.INVOICE)
                    .orElseThrow();
            assertThat(reached.verdict()).isEqualTo(Verdict.REACHABLE);
            assertThat(reached.refused()).isEmpty();
            assertThat(reached.reachedAt()).contains(MORNING);
            assertThat(reached.dutch()).isEmpty();
            assertThat(books.reachings()
                            .find("reach", "0106:55500001", DocumentType.CREDIT_NOTE)
                            .orElseThrow()
                            .refused())
                    .contains(new Refusals(MORNING, NOON));
            assertThat(books.reachings().reachedAt("reach", "0106:55500001")).contains(MORNING);
            assertThat(books.reachings().reachedAt("beta", "0106:55500001")).isEmpty();
        });
    }

    @Test
    void aRelationWasReachedWhenAnythingOfItArrivedOverPeppol() {
        long invoice = add("RE-9", "RE_9");
        String relation = byPeppol().relationNumber();
        ledger().record(books -> {
            long before = books.deliveries().add(invoice, "reached", byPeppol(), NOON);
            assertThat(books.reachings().relationReachedAt("reached", relation)).isEmpty();
            books.deliveries().delivered(before, "XCNLOUT9");
            Followed followed =
                    Followed.of(books.deliveries().find(before).orElseThrow()).orElseThrow();
            assertThat(books.following().begin(followed, followed)).isTrue();
            assertThat(books.reachings().relationReachedAt("reached", relation)).isEmpty();
            books.following().save(arrived(followed, MORNING));
            assertThat(books.reachings().relationReachedAt("reached", relation)).contains(MORNING);
            assertThat(books.reachings().relationReachedAt("reached", "no such number"))
                    .isEmpty();
            assertThat(books.reachings().relationReachedAt("reached", "")).isEmpty();
        });
    }

    private static Followed arrived(Followed followed, Instant at) {
        return new Followed(
                followed.deliveryId(),
                followed.invoiceId(),
                followed.company(),
                followed.reference(),
                followed.sentAt(),
                Transit.DELIVERED,
                at,
                "ToPeppol",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                true,
                1,
                "");
    }

    @Test
    void whatOnlyAcceptanceShowedIsTakenBackWhenItDidNotArrive() {
        long invoice = add("RE-10", "RE_10");
        Reason astray = Reason.of("following.nowhere", "naar niemand doorgestuurd", "forwarded to nobody");
        String receiver = byPeppol().addresses().get(0);
        ledger().record(books -> {
            long id = books.deliveries().add(invoice, "astray", byPeppol(), NOON);
            books.deliveries().begin(id, Optional.of(new Passage(Gateway.PLATFORM, "doc-10")), NOON);
            books.deliveries().delivered(id, "XCNLOUT10");
            Delivery delivery = books.deliveries().find(id).orElseThrow();
            books.reachings().notReached(delivery, DocumentType.INVOICE, astray);
            assertThat(books.reachings().all("astray")).isEmpty();
            books.reachings().reached("astray", receiver, DocumentType.INVOICE, NOON);

            books.reachings().notReached(delivery, DocumentType.INVOICE, astray);

            KnownReach known = books.reachings()
                    .find("astray", receiver, DocumentType.INVOICE)
                    .orElseThrow();
            assertThat(known.verdict()).isEqualTo(Verdict.NOT_CHECKED);
            assertThat(known.reachedAt()).isEmpty();
            assertThat(known.dutch()).isEqualTo("naar niemand doorgestuurd");

            Followed followed = Followed.of(delivery).orElseThrow();
            assertThat(books.following().begin(followed, arrived(followed, MORNING)))
                    .isTrue();
            books.reachings().reached("astray", receiver, DocumentType.INVOICE, NOON);
            books.reachings().notReached(delivery, DocumentType.INVOICE, astray);
            assertThat(books.reachings().reachedAt("astray", receiver)).contains(MORNING);
        });
    }

    @Test
    void anAnswerOfTheDirectoryStaysKnownWhenADocumentDidNotArrive() {
        long invoice = add("RE-11", "RE_11");
        Reason failed = Reason.of("following.failed", "afleveren mislukt", "delivery failed");
        String receiver = byPeppol().addresses().get(0);
        ledger().record(books -> {
            long id = books.deliveries().add(invoice, "failed", byPeppol(), NOON);
            books.deliveries().begin(id, Optional.of(new Passage(Gateway.PSB, "doc-11")), NOON);
            Delivery delivery = books.deliveries().find(id).orElseThrow();
            books.reachings().reached("failed", receiver, DocumentType.INVOICE, MORNING);

            books.reachings().notReached(delivery, DocumentType.INVOICE, failed);

            assertThat(books.reachings().find("failed", receiver, DocumentType.INVOICE))
                    .hasValueSatisfying(known -> {
                        assertThat(known.verdict()).isEqualTo(Verdict.NOT_CHECKED);
                        assertThat(known.reachedAt()).contains(MORNING);
                    });
        });
    }

    @Test
    void aDeliveryTakesThePlaceOfOneAndOnlyOnce() {
        long invoice = add("RE-1", "RE_1");
        long[] deliveries = ledger().inTransaction(books -> new long[] {
            books.deliveries().add(invoice, "acme", byPeppol(), NOON),
            books.deliveries().add(invoice, "acme", byPeppol(), NOON)
        });
        Reason why = Reason.of("reach.fallback", "staat niet in Peppol", "not on Peppol");
        ledger().record(books -> {
            long untried = books.deliveries().add(invoice, "acme", byPeppol(), NOON);
            books.reachings().fellBack(untried, Optional.empty(), NOON, why);
            assertThat(books.reachings().fallback(untried).orElseThrow().insteadOf())
                    .isEmpty();
        });
        ledger().record(books -> books.reachings().fellBack(deliveries[1], Optional.of(deliveries[0]), NOON, why));

        ledger().record(books -> {
            assertThat(books.reachings().fallback(deliveries[1])).hasValueSatisfying(fallback -> {
                assertThat(fallback.insteadOf()).contains(deliveries[0]);
                assertThat(fallback.at()).isEqualTo(NOON);
                assertThat(fallback.dutch()).isEqualTo("staat niet in Peppol");
                assertThat(fallback.english()).isEqualTo("not on Peppol");
            });
            assertThat(books.reachings().fallback(deliveries[0])).isEmpty();
        });
        assertThatThrownBy(() -> ledger().record(books ->
                        books.reachings().fellBack(deliveries[1], Optional.of(deliveries[0]), NOON, why)))
                .isInstanceOf(LedgerUnavailableException.class);
    }

    /**
     * A ledger from before reachability: whoever got an invoice over Peppol is known as reached since, nobody else is.
     *
     * @param empty a database without any table
     */
    static void knowsFromTheStartWhoWasReached(DataSource empty, boolean sqlite) throws SQLException {
        Flyway now = LedgerDatabase.migrations(empty, sqlite);
        Flyway.configure()
                .configuration(now.getConfiguration())
                .target("10")
                .load()
                .migrate();
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement()) {
            delivered(statement, 1, "INVOICE", "PEPPOL", "9925:BE0123456749", "DELIVERED", 1000);
            delivered(statement, 2, "INVOICE", "PEPPOL", "9925:be0123456749", "DELIVERED", 2000);
            delivered(statement, 3, "CREDIT_NOTE", "PEPPOL", "9925:be0123456749", "DELIVERED", 500);
            delivered(statement, 4, "INVOICE", "PEPPOL", "0106:10000001", "REJECTED", 3000);
            delivered(statement, 5, "INVOICE", "EMAIL", "een@klant.example", "DELIVERED", 3000);
        }
        now.migrate();
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT receiver, document_type, verdict, asked_at, refused_since, reached_at FROM reachability
                        ORDER BY document_type""")) {
            StringBuilder found = new StringBuilder();
            while (rows.next()) {
                for (int column = 1; column <= 6; column++) {
                    found.append(rows.getString(column)).append(' ');
                }
            }
            assertThat(found.toString().strip())
                    .isEqualTo("9925:be0123456749 CREDIT_NOTE REACHABLE 500 0 500"
                            + " 9925:be0123456749 INVOICE REACHABLE 2000 0 2000");
        }
    }

    /**
     * A ledger from before a fallback could come without a try: what was recorded is still there.
     *
     * @param empty a database without any table
     */
    static void keepsTheFallbacksOfBefore(DataSource empty, boolean sqlite) throws SQLException {
        Flyway now = LedgerDatabase.migrations(empty, sqlite);
        Flyway.configure()
                .configuration(now.getConfiguration())
                .target("12")
                .load()
                .migrate();
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement()) {
            delivered(statement, 1, "INVOICE", "PEPPOL", "0106:10000001", "NOT_REACHABLE", 1000);
            delivered(statement, 2, "INVOICE", "EMAIL", "een@klant.example", "DELIVERED", 2000);
            statement.execute("INSERT INTO fallback VALUES (2, 1, 1500, 'niet in Peppol', 'not on Peppol')");
        }
        now.migrate();
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT delivery_id, instead_of, at, reason_nl, reason_en FROM fallback")) {
            assertThat(rows.next()).isTrue();
            assertThat(List.of(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)))
                    .containsExactly("2", "1", "1500", "niet in Peppol", "not on Peppol");
            assertThat(rows.next()).isFalse();
        }
    }

    private static void delivered(
            Statement statement, int id, String type, String method, String address, String state, long at)
            throws SQLException {
        statement.execute("""
                INSERT INTO invoice (id, company, direction, document_type, number, party, supplier, issue_date, currency,
                    amount, external_id, sha256, pdf_sha256, original_name, stem, has_xml, has_pdf, place, place_path,
                    from_place, from_path, placed, archive, state, live, reason_code, reason_nl, reason_en, advice_nl,
                    advice_en, created_at, changed_at, program_version)
                VALUES (%1$d, 'acme', 'SALES', '%2$s', 'N%1$d', '', '', '', '', '', '', '', '', '', 'S%1$d', 1, 0, '', '',
                    '', '', 1, '', 'SENT', 1, '', '', '', '', '', 0, 0, '1')""".formatted(id, type));
        statement.execute("""
                INSERT INTO delivery (id, invoice_id, company, method, addresses, language, relation_number, relation_name,
                    relation_row, why_nl, why_en, state, due_at, attempts, failing_since, reference, created_at, changed_at,
                    program_version)
                VALUES (%1$d, %1$d, 'acme', '%2$s', '%3$s', 'NL', '', '', '', '', '', '%4$s', 0, 1, 0, '', 0, %5$d,
                    '1')""".formatted(id, method, address, state, at));
    }
}
