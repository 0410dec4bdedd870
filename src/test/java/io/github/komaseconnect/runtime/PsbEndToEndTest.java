package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company on the PSB: the real runtime and routes over real sockets. */
class PsbEndToEndTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(
                folder,
                builder -> builder.client(SimulatedClient.of(
                        "acme-client",
                        "acme-client-secret",
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01"))));
        workshop.with(
                "econnect.psb.url=" + workshop.simulator.psbUrl(),
                "econnect.psb.identity-url=" + workshop.simulator.identityUrl(),
                "company.acme.econnect=psb",
                "company.acme.party-id=12345678",
                "company.acme.client-id=acme-client",
                "company.acme.client-secret=acme-client-secret",
                "company.acme.connection-key=",
                "company.acme.connection-secret=",
                "company.acme.company-id=");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private void export(String number) throws Exception {
        workshop.export(number + ".XML", Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number));
    }

    @Test
    void whateverBecomesOfTheAnswerEachInvoiceArrivesOnce() throws Exception {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("SILENT-1", Fault.silenceAfterAcceptance());
        faults.put("SILENT-2", Fault.silenceBeforeAcceptance());
        faults.put("RESET-1", Fault.resetAfterAcceptance());
        faults.put("RESET-2", Fault.resetBeforeAcceptance());
        faults.put("HALF", Fault.halfAnswer());
        faults.put("HTML", Fault.proxyPage());
        faults.put("BUSY-1", Fault.statusAfterAcceptance(503));
        faults.put("BUSY-2", Fault.statusBeforeAcceptance(503, Duration.ofSeconds(1)));
        faults.put("BUSY-3", Fault.statusBeforeAcceptance(429));
        faults.forEach((number, fault) -> workshop.simulator
                .faults()
                .on(Operation.PSB_SEND)
                .forInvoices(number)
                .times(1)
                .inject(fault));
        workshop.with("http.response-timeout=1s").start();
        for (String number : faults.keySet()) {
            export(number);
        }

        for (String number : faults.keySet()) {
            LedgerInvoice sent = workshop.awaitState(number, InvoiceState.SENT);
            List<AcceptedDocument> accepted = workshop.simulator.journal().accepted(number);
            assertThat(accepted).as(number).hasSize(1);
            assertThat(sent.externalId())
                    .as(number)
                    .isEqualTo(
                            workshop.simulator.psb().documentId(accepted.get(0).externalId()));
        }
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void refreshingFindsNothingToListAndTokensAreRenewed() throws Exception {
        workshop.start();
        export("PSB-1");
        workshop.awaitState("PSB-1", InvoiceState.SENT);
        workshop.simulator.psb().expireTokens();
        export("PSB-2");
        workshop.awaitState("PSB-2", InvoiceState.SENT);
        assertThat(workshop.ledger()
                        .<Boolean>reading(
                                books -> books.receipts().watermark("acme").isPresent()))
                .as("the refresh at the start was done")
                .isTrue();
        List<Alarm> open = workshop.ledger().reading(books -> books.alarms().open());
        assertThat(open)
                .extracting(alarm -> alarm.reason().code())
                .as("nothing but that nobody tells of arrivals here: this company has no hooks")
                .isSubsetOf("hook.none");
    }
}
