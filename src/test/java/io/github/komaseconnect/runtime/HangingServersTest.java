package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.folder.FilesBelow;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail server of one company takes connections and never answers, nor does eConnect to it: the other sees nothing. */
class HangingServersTest {
    @TempDir
    Path folder;

    private Workshop workshop;
    private ServerSocket silent;
    private final Gate gate = new Gate();

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
        silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        // what hangs lets go, or the runtime would wait for it
        gate.open();
        silent.close();
        workshop.close();
    }

    private Path beta(String name) {
        return workshop.home.resolve("companies/beta").resolve(name);
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        return Workshop.sample(sample).replace(old, number);
    }

    private static long files(Path folder) throws Exception {
        // without the mark that says whose folder it is
        return FilesBelow.of(folder).stream()
                .filter(file -> !file.getFileName().toString().contains(".komas-econnect"))
                .count();
    }

    @Test
    void delayNothingOfAnotherCompany() throws Exception {
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(beta(name));
        }
        Files.writeString(beta("relations.csv"), Workshop.sample("relations.csv"));
        workshop.with(
                "http.response-timeout=60s",
                "company.acme.mail.smtp.host=127.0.0.1",
                "company.acme.mail.smtp.port=" + silent.getLocalPort(),
                "company.acme.mail.smtp.security=none",
                "company.acme.refresh=0/1 * * * * ?",
                "company.beta.name=Beta Techniek B.V.",
                "company.beta.connection-key=" + Workshop.KEY,
                "company.beta.connection-secret=" + Workshop.SECRET,
                "company.beta.company-id=XCNL10020",
                "company.beta.folder=companies/beta",
                "company.beta.refresh=0/1 * * * * ?",
                "company.beta.email.from=facturen@beta.example");
        for (Operation operation : List.of(Operation.SEND_DOCUMENT, Operation.GET_INBOX_DOCUMENTS)) {
            workshop.simulator.faults().on(operation).forCompany("XCNL10019").inject(Fault.holdBeforeAcceptance(gate));
        }
        workshop.start();
        for (int n = 1; n <= 10; n++) {
            workshop.export("P" + n + ".XML", numbered("verkoop-peppol.xml", "F2026-0101", "ACME-P" + n));
            workshop.export("M" + n + ".XML", numbered("verkoop-email.xml", "F2026-0103", "ACME-M" + n));
        }
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("outbox").size() == 20 && gate.waiting() >= 2);

        for (int n = 1; n <= 4; n++) {
            Files.writeString(
                    beta("export").resolve("P" + n + ".XML"),
                    numbered("verkoop-peppol.xml", "F2026-0101", "BETA-P" + n));
            Files.writeString(
                    beta("export").resolve("M" + n + ".XML"),
                    numbered("verkoop-email.xml", "F2026-0103", "BETA-M" + n));
            workshop.simulator.deliver(
                    "XCNL10020", InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", "BETA-IN" + n)));
        }

        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(List.of(files(beta("sent")), files(beta("import"))))
                        // what beta sends goes to beta itself, and comes in with the four others
                        .isEqualTo(List.of(8L, 16L)));
        assertThat(workshop.simulator.journal().accepted()).hasSize(4);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(4);
        assertThat(workshop.files("sent")).isEmpty();
        System.out.println("COUNT faults=3 (eConnect and mail server of one company hang) invoices=16 of another"
                + " delivered-once=16 lost=0 twice=0");
    }
}
