package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a printer or folder that cannot be used before anything was tried. */
public final class PrinterTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterTrouble.class);

    private final Ledger ledger;
    private final Channels channels;

    /** Puts the channel to rest by {@code channels}. */
    public PrinterTrouble(Ledger ledger, Channels channels) {
        this.ledger = ledger;
        this.channels = channels;
    }

    /** It went on, or nothing waits for it any more: what was told is over. */
    public void over(Company company) {
        ledger.record(books -> books.alarms().clear(cause(company)));
    }

    private static String cause(Company company) {
        return "daily-print/" + company.key();
    }

    /**
     * What would have come of it.
     *
     * @param touched what waits for it
     */
    public void tell(Company company, AttemptOutcome obstacle, String touched) {
        if (obstacle instanceof AttemptOutcome.Blocked blocked) {
            ledger.record(books ->
                    channels.block(books, company.key(), Channel.PRINT, blocked.reason(), Optional.of(touched)));
        }
        if (obstacle instanceof AttemptOutcome.Temporary temporary) {
            ledger.record(books ->
                    books.alarms().raise(cause(company), company.key(), temporary.reason(), Optional.of(touched)));
        }
        Outcomes.reason(obstacle).ifPresent(reason -> LOG.warn("{}: {}", company.key(), reason.dutch()));
    }
}
