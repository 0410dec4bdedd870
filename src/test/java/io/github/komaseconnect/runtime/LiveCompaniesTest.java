package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies that are added, changed and removed in companies/ while the runtime runs, beside one that goes on. */
class LiveCompaniesTest {
    private static final String GAMMA = """
            name=Gamma B.V.
            connection-key=gamma-key
            connection-secret={{file:secrets/gamma.txt}}
            company-id=XCNL10021
            validation=off
            email.from=facturen@gamma.example
            folder=companies/gamma
            """;

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
        for (String name : List.of("import", "export", "export-2", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(gamma(name));
        }
        Files.writeString(gamma("relations.csv"), Workshop.sample("relations.csv"));
        Files.createDirectories(workshop.home.resolve("secrets"));
        Files.writeString(workshop.home.resolve("secrets/gamma.txt"), "gamma-secret\n");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private Path gamma(String name) {
        return workshop.home.resolve("companies/gamma").resolve(name);
    }

    private void configure(String... lines) throws IOException {
        Files.writeString(workshop.home.resolve("companies/gamma.properties"), String.join("\n", lines));
    }

    private void export(String name, String number) throws IOException {
        Path temporary = gamma(name).resolve("new.tmp");
        Files.writeString(temporary, numbered(number));
        Files.move(temporary, gamma(name).resolve(number + ".XML"));
    }

    private static String numbered(String number) throws IOException {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private void awaitSent(String number) {
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().accepted(number).size() == 1);
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains(".komas-econnect"))
                    .sorted()
                    .toList();
        }
    }

    private List<Alarm> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open());
    }

    @Test
    void aCompanyIsAddedChangedRemovedAndComesBack() throws Exception {
        workshop.simulator.deliver("XCNL10021", InboxDocument.of(Workshop.sample("verkoop-peppol.xml")));
        workshop.start();
        export("export", "GAMMA-1");

        configure(GAMMA);
        awaitSent("GAMMA-1");
        await().atMost(Workshop.PATIENCE)
                .until(() -> names(gamma("import")).stream().anyMatch(name -> name.endsWith(".xml")));

        configure(GAMMA, "export-folder=companies/gamma/export-2");
        export("export-2", "GAMMA-2");
        awaitSent("GAMMA-2");
        export("export", "GAMMA-OLD");

        Files.delete(workshop.home.resolve("companies/gamma.properties"));
        await().atMost(Workshop.PATIENCE).until(() -> !workshop.inHand("gamma"));
        export("export-2", "GAMMA-3");
        workshop.export("ACME-1.XML", numbered("ACME-1"));
        workshop.awaitState("ACME-1", InvoiceState.SENT);
        assertThat(names(gamma("export-2"))).containsExactly("GAMMA-3.XML");

        configure(GAMMA, "export-folder=companies/gamma/export-2");
        awaitSent("GAMMA-3");
        assertThat(workshop.simulator.journal().accepted()).hasSize(4);
        assertThat(names(gamma("export"))).containsExactly("GAMMA-OLD.XML");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void wrongSettingsLeaveTheFormerOnesInForceUntilTheyAreRight() throws Exception {
        configure(GAMMA);
        workshop.start();
        await().atMost(Workshop.PATIENCE).until(() -> workshop.inHand("gamma"));

        configure(GAMMA.replace("company-id=XCNL10021", "company-id=xcnl10021"), "connection-key=wrong-key");
        await().atMost(Workshop.PATIENCE).until(() -> !alarms().isEmpty());
        export("export", "GAMMA-1");

        awaitSent("GAMMA-1");
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.cause()).isEqualTo("configuration/gamma");
            assertThat(alarm.reason().dutch()).contains("vorige instellingen", "companies/gamma.properties");
            assertThat(alarm.touches())
                    .extracting(Alarm.Touch::label)
                    .anyMatch(label -> label.startsWith("companies/gamma.properties, regel 4, company-id: "));
        });

        configure(GAMMA, "export-folder=companies/gamma/export-2");
        export("export-2", "GAMMA-2");
        awaitSent("GAMMA-2");
        await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
    }

    @Test
    void whatIsBeingSentWhenACompanyIsRemovedIsFinishedAndRecorded() throws Exception {
        Gate gate = new Gate();
        configure(GAMMA);
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forCompany("XCNL10021")
                .times(1)
                .inject(Fault.holdAfterAcceptance(gate));
        workshop.with("http.response-timeout=20s").start();
        export("export", "GAMMA-1");
        awaitSent("GAMMA-1");

        Files.delete(workshop.home.resolve("companies/gamma.properties"));
        export("export", "GAMMA-2");
        await().during(Duration.ofMillis(600)).atMost(Workshop.PATIENCE).until(() -> names(gamma("export"))
                .contains("GAMMA-2.XML"));
        gate.open();

        await().atMost(Workshop.PATIENCE).until(() -> !workshop.inHand("gamma"));
        assertThat(names(gamma("outbox"))).isEmpty();
        assertThat(names(gamma("held"))).isEmpty();
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(names(gamma("export"))).containsExactly("GAMMA-2.XML");
    }
}
