package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.mail.ScriptedSmtpServer;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.FaultRule;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can go wrong on the way to eConnect and to a mail server, all of it at once and under load. */
@Tag("crash")
class FaultSweepTest {
    private static final Duration LONG = Duration.ofMinutes(6);
    private static final String ACME = "XCNL10019";
    private static final List<Fault> FAULTS = List.of(
            Fault.resetBeforeAcceptance(),
            Fault.resetAfterAcceptance(),
            Fault.statusBeforeAcceptance(503),
            Fault.statusAfterAcceptance(503),
            Fault.statusBeforeAcceptance(429),
            Fault.statusBeforeAcceptance(503, Duration.ofSeconds(1)),
            Fault.statusBeforeAcceptance(429, Duration.ofSeconds(1)),
            Fault.silenceBeforeAcceptance(),
            Fault.silenceAfterAcceptance(),
            Fault.delayBeforeAcceptance(Duration.ofMillis(1500)),
            Fault.delayAfterAcceptance(Duration.ofMillis(1500)),
            Fault.halfAnswer(),
            Fault.proxyPage(),
            Fault.refusal("DEFAULT_ERROR_CODE999", "The security token is expired."),
            Fault.refusal("ERRXYZ1234567", "A fault that nobody knows."));

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder, simulator -> simulator.outboxDelay(Duration.ofMillis(100)));
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        return Workshop.sample(sample).replace(old, number);
    }

    private long count(InvoiceState state) {
        return workshop.ledger()
                .inTransaction(books -> books.invoices()
                        .list(new InvoiceQuery(Optional.of("acme"), Set.of(state), Optional.empty(), 1000)))
                .size();
    }

    @Test
    void eachInvoiceArrivesOnce() throws Exception {
        Random random = new Random(20261122);
        int invoices = 120;
        List<FaultRule> rules = new ArrayList<>();
        for (int n = 1; n <= invoices; n++) {
            workshop.simulator.deliver(ACME, InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", "IN-" + n)));
            // two faults in a row for each, every kind as often as the others
            for (int twice = 0; twice < 2; twice++) {
                Fault fault = FAULTS.get((n + twice * 7) % FAULTS.size());
                rules.add(workshop.simulator
                        .faults()
                        .on(Operation.SEND_DOCUMENT)
                        .forInvoices("P-" + n)
                        .times(1)
                        .inject(fault));
            }
        }
        List<Operation> reads = List.of(
                Operation.LOGIN,
                Operation.GET_INBOX_DOCUMENTS,
                Operation.GET_INBOX_DOCUMENT,
                Operation.GET_DOCUMENT_PDF,
                Operation.SET_INBOX_DOCUMENT_STATUS,
                Operation.GET_OUTBOX_DOCUMENTS,
                Operation.GET_OUTBOX_DOCUMENT);
        for (Operation read : reads) {
            for (Fault fault : FAULTS) {
                int skipped = random.nextInt(6);
                java.util.concurrent.atomic.AtomicInteger calls = new java.util.concurrent.atomic.AtomicInteger();
                rules.add(workshop.simulator
                        .faults()
                        .on(read)
                        .when(call -> calls.incrementAndGet() > skipped)
                        .times(1)
                        .inject(fault));
            }
        }
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.plain()
                .answer("GREETING", "421 busy", ScriptedSmtpServer.DROP, "220 test")
                .answer("EHLO", ScriptedSmtpServer.DROP, "250-test\r\n250 AUTH PLAIN LOGIN")
                .answer("MAIL", "451 4.7.1 later", ScriptedSmtpServer.DROP, "250 ok")
                .answer("RCPT", "451 4.7.1 greylisted", "450 4.2.1 later", ScriptedSmtpServer.DROP, "250 ok")
                .answer("DATA", "451 4.3.0 not now", ScriptedSmtpServer.DROP, "354 go ahead")
                .answer("DOT", ScriptedSmtpServer.DROP, "451 4.3.0 later", ScriptedSmtpServer.DROP, "250 taken")) {
            workshop.with(
                            "mail.smtp.port=" + smtp.port(),
                            "http.response-timeout=1s",
                            "company.acme.received-status=35",
                            "delivery.retry.max-delay=2s",
                            "delivery.probe=300ms",
                            "receive.pdf-wait=120s",
                            "company.acme.refresh=0/1 * * * * ?")
                    .start();
            int mails = 20;
            for (int n = 1; n <= invoices; n++) {
                workshop.export("P" + n + ".XML", numbered("verkoop-peppol.xml", "F2026-0101", "P-" + n));
                if (n <= mails) {
                    workshop.export("M" + n + ".XML", numbered("verkoop-email.xml", "F2026-0103", "M-" + n));
                }
            }

            await().atMost(LONG)
                    .until(() -> count(InvoiceState.SENT) + count(InvoiceState.HELD) == invoices + mails
                            && count(InvoiceState.RECEIVED) == invoices);

            assertThat(workshop.simulator.journal().accepted())
                    .extracting(accepted -> accepted.invoiceNumber())
                    .doesNotHaveDuplicates()
                    .hasSize(invoices);
            // two mails were broken off after the final dot: these wait for a person, each of the others arrived once
            assertThat(count(InvoiceState.HELD)).isEqualTo(2);
            assertThat(workshop.files("held"))
                    .filteredOn(name -> name.endsWith(".xml"))
                    .allMatch(name -> name.contains("M-"))
                    .hasSize(2);
            assertThat(smtp.messages())
                    .as("two in doubt, one told to come back later")
                    .hasSize(mails + 1);
            assertThat(workshop.files("import")).hasSize(2 * invoices);
            assertThat(workshop.files("outbox")).isEmpty();
            int struck = rules.stream().mapToInt(FaultRule::hits).sum() + 14;
            System.out.println("COUNT faults=" + struck + " invoices=" + (2 * invoices + mails) + " delivered-once="
                    + (2 * invoices + mails - 2) + " held-for-a-person=2 lost=0 twice=0");
        }
    }
}
