package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.mail.ScriptedSmtpServer;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child JVM is killed with SIGKILL and started again: nothing is lost, nothing is sent twice. */
class CrashTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private Workshop workshop;
    private Process child;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        if (child != null) {
            child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        workshop.close();
    }

    private void startChild() throws Exception {
        child = ChildRuntime.start(workshop.home, PROJECT);
    }

    private void kill() throws Exception {
        assertThat(child.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void killedBetweenAcceptanceAndRecordingItIsSentOnce() throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.SEND_DOCUMENT).times(1).inject(Fault.holdAfterAcceptance(gate));
        workshop.writeConfiguration();
        startChild();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        await().atMost(LONG).until(() -> gate.waiting() == 1);

        kill();
        gate.open();
        startChild();

        await().atMost(LONG).until(() -> workshop.files("sent").size() == 1);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(workshop.files("outbox")).isEmpty();
        assertThat(workshop.files("held")).isEmpty();
    }

    @Test
    void killedBeforeAcceptanceItIsSentAfterAll() throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.SEND_DOCUMENT).times(1).inject(Fault.holdBeforeAcceptance(gate));
        workshop.writeConfiguration();
        startChild();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        await().atMost(LONG).until(() -> gate.waiting() == 1);

        kill();
        // the connection is gone: the simulator does not accept what it held
        startChild();

        await().atMost(LONG).until(() -> workshop.files("sent").size() == 1);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        gate.open();
    }

    @Test
    void killedAfterTheMailServerHasTheMailItIsHeldForAPerson() throws Exception {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain().answer("DOT", ScriptedSmtpServer.HANG, "250 taken")) {
            workshop.writeConfiguration();
            Path configuration = workshop.home.resolve("application.properties");
            Files.writeString(
                    configuration,
                    Files.readString(configuration).replaceAll("mail.smtp.port=\\d+", "mail.smtp.port=" + smtp.port()));
            startChild();
            workshop.export("FACTUUR.XML", Workshop.sample("verkoop-email.xml"));
            await().atMost(LONG).until(() -> smtp.messages().size() == 1);

            kill();
            startChild();

            await().atMost(LONG)
                    .until(() -> workshop.files("held").stream().anyMatch(name -> name.endsWith(".reason.txt")));
            assertThat(Files.readString(workshop.acme("held")
                            .resolve(workshop.files("held").stream()
                                    .filter(name -> name.endsWith(".reason.txt"))
                                    .findFirst()
                                    .orElseThrow())))
                    .contains("resolve");
            assertThat(smtp.messages()).hasSize(1);
        }
    }

    @Test
    @Tag("crash")
    void killedAtRandomMomentsUnderLoadNothingIsLostOrDoubled() throws Exception {
        Random random = new Random(20261122);
        int invoices = 40;
        List<String> arrivals = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            arrivals.add(workshop.simulator.deliver(
                    "XCNL10019", InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", "IN-" + n))));
        }
        workshop.writeConfiguration();
        Set<String> imported = new HashSet<>();
        int exported = 0;
        for (int kills = 0; kills < 5; kills++) {
            startChild();
            for (int n = 0; n < invoices / 5; n++) {
                String number = "KILL-" + exported++;
                workshop.export("F" + exported + ".XML", numbered("verkoop-peppol.xml", "F2026-0101", number));
            }
            child.waitFor(1500 + random.nextInt(2500), TimeUnit.MILLISECONDS);
            kill();
            takeAsKomas(imported);
        }
        startChild();

        await().atMost(LONG).until(() -> workshop.files("sent").size() == invoices);
        await().atMost(LONG).until(() -> {
            takeAsKomas(imported);
            return imported.size() == arrivals.size();
        });
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.invoiceNumber())
                .doesNotHaveDuplicates()
                .hasSize(invoices);
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.files("export")).isEmpty();
    }

    /** Komas empties the import folder as it likes; a name that comes twice is a double. */
    private void takeAsKomas(Set<String> imported) throws Exception {
        for (String name : workshop.files("import")) {
            Files.delete(workshop.acme("import").resolve(name));
            if (name.endsWith(".xml")) {
                assertThat(imported.add(name)).as(name + " was imported twice").isTrue();
            }
        }
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        String text = Workshop.sample(sample);
        assertThat(text).contains(old);
        return text.replace(old, number);
    }
}
