package io.github.komaseconnect.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.RehearsalScenario;
import io.github.komaseconnect.simulator.SampleInvoices;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What stands in for the world outside: an eConnect with purchase invoices in its inbox, and an SMTP server. */
final class StandIns implements AutoCloseable {
    /** How many purchase invoices wait in the inbox. */
    static final int PURCHASE_INVOICES = 5;

    /** The Company ID of the company in the demo. */
    static final String COMPANY_ID = RehearsalScenario.COMPANY.companyId();

    private final Simulator econnect;
    private final GreenMail mail;

    private StandIns(Simulator econnect, GreenMail mail) {
        this.econnect = econnect;
        this.mail = mail;
    }

    /** Starts both, on free ports of the loopback address. */
    static StandIns start(Clock clock) throws IOException {
        Simulator econnect = Simulator.builder()
                .clock(clock)
                .account(SimulatedAccount.of(
                        RehearsalScenario.CONNECTION_KEY,
                        RehearsalScenario.CONNECTION_SECRET,
                        RehearsalScenario.COMPANY))
                .controlPage()
                .start();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            new SampleInvoices().deliver(econnect, COMPANY_ID, PURCHASE_INVOICES);
            mail.start();
        } catch (RuntimeException e) {
            econnect.close();
            throw e;
        }
        return new StandIns(econnect, mail);
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
