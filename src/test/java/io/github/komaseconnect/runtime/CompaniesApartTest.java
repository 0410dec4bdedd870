package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.simulator.BlockedFor;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rests or slows down one company leaves the others alone, and all goes on by itself afterwards. */
class CompaniesApartTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(
                folder,
                simulator -> simulator.account(SimulatedAccount.of(
                        "gamma-key",
                        "gamma-secret",
                        new SimulatedCompany("XCNL10021", "Gamma B.V.", "11223344", "NL112233440B01"))));
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private void withGamma() throws Exception {
        workshop.with(
                "company.gamma.name=Gamma B.V.",
                "company.gamma.connection-key=gamma-key",
                "company.gamma.connection-secret=gamma-secret",
                "company.gamma.company-id=XCNL10021",
                "company.gamma.email.from=facturen@gamma.example",
                "company.gamma.folder=companies/gamma");
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(gamma(name));
        }
        Files.writeString(gamma("relations.csv"), Workshop.sample("relations.csv"));
    }

    private Path gamma(String name) {
        return workshop.home.resolve("companies/gamma").resolve(name);
    }

    private static String numbered(String number) throws Exception {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private void export(String number) throws Exception {
        workshop.export(number + ".XML", numbered(number));
    }

    private List<Pause> pauses() {
        return workshop.ledger().inTransaction(books -> books.pauses().all());
    }

    /** Causes of the open alarms. */
    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private int sendings() {
        return workshop.simulator.journal().calls(Operation.SEND_DOCUMENT).size();
    }

    private int pending() {
        return workshop.ledger()
                .inTransaction(books -> books.deliveries().attempting())
                .size();
    }

    @Test
    void refusedKeysRestOneCompanyUntilNewOnesAreInItsConfiguration() throws Exception {
        withGamma();
        workshop.start();
        workshop.simulator.changeKeys(Workshop.KEY, "new-key", "new-secret");
        for (int n = 1; n <= 10; n++) {
            export("2026-" + n);
        }
        await().atMost(Workshop.PATIENCE).until(() -> pauses().stream()
                .anyMatch(pause ->
                        pause.company().equals("acme") && pause.reasonCode().equals("econnect.keys-refused")));
        Files.writeString(gamma("export").resolve("G.XML"), numbered("GAMMA-1"));
        workshop.export("MAIL.XML", Workshop.sample("verkoop-email.xml"));

        // another company and another channel go on
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().accepted("GAMMA-1").size() == 1);
        workshop.awaitState("F2026-0103", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(alarms()).containsExactly("blocked/acme/econnect");

        Path configuration = workshop.home.resolve("application.properties");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("acme.connection-key=" + Workshop.KEY, "acme.connection-key=new-key")
                        .replace("acme.connection-secret=" + Workshop.SECRET, "acme.connection-secret=new-secret"));

        for (int n = 1; n <= 10; n++) {
            workshop.awaitState("2026-" + n, InvoiceState.SENT);
        }
        assertThat(workshop.simulator.journal().accepted()).hasSize(11);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
    }

    @Test
    void aBlockedBalanceRestsTheCompanyAndAllGoOutWhenItIsToppedUp() throws Exception {
        workshop.simulator.block(Workshop.KEY, BlockedFor.NEGATIVE_BALANCE);
        workshop.start();
        for (int n = 1; n <= 12; n++) {
            export("2026-" + n);
        }
        await().atMost(Workshop.PATIENCE).until(() -> pauses().stream()
                .anyMatch(pause -> pause.reasonCode().equals("econnect.balance-blocked")));
        int calls = sendings();
        await().atMost(Workshop.PATIENCE).until(() -> sendings() >= calls + 2);

        workshop.simulator.unblock(Workshop.KEY);

        for (int n = 1; n <= 12; n++) {
            workshop.awaitState("2026-" + n, InvoiceState.SENT);
        }
        assertThat(workshop.simulator.journal().accepted()).hasSize(12);
    }

    @Test
    void oneCompanysSlowInvoicesDelayNoOther() throws Exception {
        withGamma();
        Gate gate = new Gate();
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forCompany("XCNL10019")
                .times(100)
                .inject(Fault.holdBeforeAcceptance(gate));
        workshop.start();
        for (int n = 1; n <= 16; n++) {
            export("SLOW-" + n);
        }
        await().atMost(Workshop.PATIENCE).until(() -> pending() >= 4);

        Files.writeString(gamma("export").resolve("G.XML"), numbered("GAMMA-1"));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> workshop.simulator.journal().accepted("GAMMA-1").size() == 1);
        assertThat(workshop.ledger().inTransaction(books -> books.deliveries().attempting()).stream()
                        .filter(delivery -> delivery.company().equals("acme")))
                .hasSizeLessThanOrEqualTo(4);
        gate.open();
    }
}
