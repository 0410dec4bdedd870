package io.github.komaseconnect.alarm;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises and clears alarms: once for a cause, however often it is seen. The log gets a line when an alarm begins and when
 * it ends; the mail follows from the ledger.
 */
public final class AlarmBell {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);

    private final Ledger ledger;
    /** Causes known to be clear: spares the ledger a write for every success. */
    private final Set<String> knownClear = ConcurrentHashMap.newKeySet();

    /** A bell whose alarms are kept in {@code ledger}. */
    public AlarmBell(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Raises the alarm of this cause, or adds {@code touch} to the one that is open. */
    public void raise(String cause, String company, Reason reason, String touch) {
        knownClear.remove(cause);
        try {
            boolean isNew = ledger.inTransaction(books -> books.alarms()
                    .raise(cause, company, reason, touch.isEmpty() ? Optional.empty() : Optional.of(touch)));
            if (isNew) {
                LOG.error("ALARM {}: {}", company.isEmpty() ? "komas-econnect" : company, reason.dutchLine());
            }
        } catch (LedgerUnavailableException e) {
            LOG.error("ALARM {}: {} (not recorded: {})", company, reason.dutchLine(), e.getMessage());
        }
    }

    /** The cause is over; does nothing when no alarm was open. */
    public void clear(String cause) {
        if (!knownClear.add(cause)) {
            return;
        }
        try {
            if (ledger.inTransaction(books -> books.alarms().clear(cause))) {
                LOG.info("Alarm over: {}", cause);
            }
        } catch (LedgerUnavailableException e) {
            knownClear.remove(cause);
            LOG.warn("The end of alarm {} could not be recorded: {}", cause, e.getMessage());
        }
    }
}
