package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.mail.ScriptedSmtpServer;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of the ledger is gone, or locked, for a while, in the middle of the work: all goes on by itself. */
@Tag("crash")
class DatabaseGoneTest {
    private static final Duration GONE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final int EACH = 6;
    /** Lines of warning in a minute without a ledger, of which a part tells what is in doubt. */
    private static final int BEARABLE = 60;

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

    private interface Trouble {
        void begin() throws Exception;

        void end() throws Exception;
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        return Workshop.sample(sample).replace(old, number);
    }

    private void exportAll(int from) throws Exception {
        for (int n = from; n < from + EACH; n++) {
            workshop.export("P" + n + ".XML", numbered("verkoop-peppol.xml", "F2026-0101", "P-" + n));
            workshop.export("M" + n + ".XML", numbered("verkoop-email.xml", "F2026-0103", "M-" + n));
            workshop.export("S" + n + ".XML", numbered("verkoop-print-credit.xml", "C2026-0007", "S-" + n));
            workshop.simulator.deliver(
                    "XCNL10019", InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", "IN-" + n)));
        }
    }

    /** Answers of eConnect and of the mail server are on their way while the database goes. */
    private void goThrough(String name, Trouble trouble) throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.SEND_DOCUMENT).times(2).inject(Fault.holdAfterAcceptance(gate));
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain().answer("DOT", ScriptedSmtpServer.LATER, "250 taken");
                LogLines log = new LogLines()) {
            workshop.with(
                            "mail.smtp.port=" + smtp.port(),
                            "http.response-timeout=100s",
                            "company.acme.refresh=0/2 * * * * ?")
                    .start();
            exportAll(1);
            await().atMost(LONG).until(() -> gate.waiting() == 2 && smtp.waiting() == 1);
            int before = log.lines().size();
            trouble.begin();
            gate.open();
            smtp.goOn();
            exportAll(1 + EACH);
            await().pollDelay(GONE).timeout(GONE.plusSeconds(30)).until(() -> true);
            List<String> said =
                    List.copyOf(log.lines().subList(before, log.lines().size()));
            trouble.end();

            int each = 2 * EACH;
            await().atMost(LONG)
                    .until(() -> workshop.files("sent").stream()
                                    .filter(file -> file.endsWith(".xml"))
                                    .count()
                            == 3L * each);
            await().atMost(LONG).until(() -> count(InvoiceState.RECEIVED) == each);
            assertThat(workshop.simulator.journal().accepted())
                    .extracting(accepted -> accepted.invoiceNumber())
                    .doesNotHaveDuplicates()
                    .hasSize(each);
            assertThat(smtp.messages()).hasSize(each);
            assertThat(workshop.files("print-spool")).hasSize(each);
            assertThat(workshop.files("import")).hasSize(2 * each);
            assertThat(workshop.files("held")).isEmpty();
            assertThat(workshop.files("export")).isEmpty();
            await().atMost(LONG).until(() -> openAlarms().isEmpty());
            assertThat(said).as(String.join("\n", said)).hasSizeLessThan(BEARABLE);
            assertThat(said).noneMatch(line -> line.contains("+ stack trace") && line.contains("komaseconnect"));
            System.out.println("COUNT faults=1 (" + name + ", " + GONE.toSeconds() + " s) invoices=" + 4 * each
                    + " delivered-once=" + 4 * each + " lost=0 twice=0 log-lines=" + said.size());
        }
    }

    private int count(InvoiceState state) {
        return workshop.ledger()
                .inTransaction(books -> books.invoices()
                        .list(new InvoiceQuery(Optional.of("acme"), Set.of(state), Optional.empty(), 1000)))
                .size();
    }

    private List<Alarm> openAlarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open());
    }

    @Test
    void postgresIsStoppedAndStartedAgain() throws Exception {
        Path data = folder.resolve("postgres");
        EmbeddedPostgres[] running = {
            EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start()
        };
        int port = running[0].getPort();
        try {
            workshop.with("ledger.url=" + running[0].getJdbcUrl("postgres", "postgres"));
            goThrough("PostgreSQL stopped", new Trouble() {
                @Override
                public void begin() throws IOException {
                    running[0].close();
                }

                @Override
                public void end() throws IOException {
                    running[0] = EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setPort(port)
                            .start();
                }
            });
        } finally {
            workshop.stop();
            running[0].close();
        }
    }

    @Test
    void sqliteIsLockedByAnotherProgram() throws Exception {
        Path file = workshop.home.resolve("data/ledger.db");
        Connection[] other = new Connection[1];
        goThrough("SQLite locked", new Trouble() {
            @Override
            public void begin() throws Exception {
                other[0] = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=60000");
                try (Statement statement = other[0].createStatement()) {
                    statement.execute("BEGIN EXCLUSIVE");
                }
            }

            @Override
            public void end() throws Exception {
                try (Statement statement = other[0].createStatement()) {
                    statement.execute("ROLLBACK");
                }
                other[0].close();
            }
        });
    }
}
