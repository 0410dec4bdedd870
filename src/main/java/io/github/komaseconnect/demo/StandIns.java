package io.github.komaseconnect.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.HookAttempt;
import io.github.komaseconnect.simulator.HookRetry;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.RehearsalScenario;
import io.github.komaseconnect.simulator.SampleInvoices;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in for the world outside: an eConnect with purchase invoices in its inbox, which tells the second company of its
 * own by hooks, and an SMTP server.
 */
final class StandIns implements AutoCloseable {
    /** How many purchase invoices wait in the inbox. */
    static final int PURCHASE_INVOICES = 5;

    /** How many purchase invoices the company at the PSB is told of. */
    static final int PSB_PURCHASE_INVOICES = 2;

    /** The secret with which its hooks are signed. */
    static final String HOOK_SECRET = "demo-hook-secret";

    /** The demo is to be over soon, so a listener that does not listen yet is tried again at once. */
    private static final HookRetry EAGER =
            new HookRetry(Duration.ofMillis(250), Duration.ofSeconds(1), 1_000, HookRetry.Stamp.EACH_ATTEMPT);

    /** The Company ID of the company in the demo. */
    static final String COMPANY_ID = RehearsalScenario.COMPANY.companyId();

    private final Simulator econnect;
    private final GreenMail mail;
    private final int hooksPort;

    private StandIns(Simulator econnect, GreenMail mail, int hooksPort) {
        this.econnect = econnect;
        this.mail = mail;
        this.hooksPort = hooksPort;
    }

    /** Starts both, on free ports of the loopback address. */
    static StandIns start(Clock clock) throws IOException {
        Simulator econnect = Simulator.builder()
                .clock(clock)
                .account(SimulatedAccount.of(
                        RehearsalScenario.CONNECTION_KEY,
                        RehearsalScenario.CONNECTION_SECRET,
                        RehearsalScenario.COMPANY))
                .client(SimulatedClient.of(
                        RehearsalScenario.CLIENT_ID, RehearsalScenario.CLIENT_SECRET, RehearsalScenario.PSB_COMPANY))
                .hookRetry(EAGER)
                .controlPage()
                .start();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            int hooksPort = freePort();
            tellOfDocuments(econnect, hooksPort);
            SampleInvoices samples = new SampleInvoices();
            samples.deliver(econnect, COMPANY_ID, PURCHASE_INVOICES);
            samples.deliver(econnect, RehearsalScenario.PSB_COMPANY.companyId(), PSB_PURCHASE_INVOICES);
            mail.start();
            return new StandIns(econnect, mail, hooksPort);
        } catch (IOException | RuntimeException e) {
            econnect.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void tellOfDocuments(Simulator econnect, int port) {
        econnect.psb()
                .hooks()
                .register(
                        RehearsalScenario.PSB_COMPANY.companyId(),
                        "http://127.0.0.1:" + port + "/hooks/econnect/" + DemoHome.PSB_COMPANY + "#" + HOOK_SECRET,
                        HookTopic.INVOICE_RECEIVED,
                        HookTopic.INVOICE_RECEIVED_ERROR,
                        HookTopic.INVOICE_SENT,
                        HookTopic.INVOICE_SENT_ERROR,
                        HookTopic.INVOICE_SENT_RETRY,
                        HookTopic.INVOICE_RESPONSE_RECEIVED);
    }

    /** Where the simulated PSB and its identity server are. */
    URI psbUrl() {
        return econnect.psbUrl();
    }

    /** The port at which the simulated PSB expects the program to listen for hooks. */
    int hooksPort() {
        return hooksPort;
    }

    /** What hooks were told and took, oldest first. */
    List<HookAttempt> hooksTaken() {
        return econnect.psb().hooks().attempts().stream()
                .filter(attempt -> attempt.result() == HookAttempt.Result.TAKEN)
                .toList();
    }

    /** Where the simulated platform API is. */
    URI econnectUrl() {
        return econnect.url();
    }

    /** The page with which things can be made to go wrong. */
    URI controlPage() {
        return econnect.url().resolve("/control");
    }

    /** The port of the SMTP server. */
    int smtpPort() {
        return mail.getSmtp().getPort();
    }

    /** The invoices that the simulated eConnect took, oldest first. */
    List<AcceptedDocument> accepted() {
        return econnect.journal().accepted();
    }

    /** The mails that the SMTP server took, oldest first. */
    List<ReceivedMail> mails() {
        return Stream.of(mail.getReceivedMessages()).map(ReceivedMail::of).toList();
    }

    @Override
    public void close() throws IOException {
        mail.stop();
        econnect.close();
    }
}
