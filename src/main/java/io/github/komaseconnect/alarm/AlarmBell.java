package io.github.komaseconnect.alarm;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises and clears alarms: once for a cause, however often it is seen. The log gets a line when an alarm begins and when
 * it ends; the mail follows from the ledger.
 *
 * <p>It remembers nothing itself, since alarms are also raised within transactions of others. To clear what is not open
 * writes nothing to disk.
 */
public final class AlarmBell {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);

    private final Ledger ledger;

    /** A bell whose alarms are kept in {@code ledger}. */
    public AlarmBell(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Raises the alarm of this cause, or adds {@code touch} to the one that is open. */
    public void raise(String cause, String company, Reason reason, String touch) {
        try {
            boolean isNew = ledger.inTransaction(books -> books.alarms()
                    .raise(cause, company, reason, touch.isEmpty() ? Optional.empty() : Optional.of(touch)));
            if (isNew) {
                tell(company, reason);
            }
        } catch (LedgerUnavailableException e) {
            LOG.error("ALARM {}: {} (not recorded: {})", company, reason.dutchLine(), e.getMessage());
        }
    }

    /** As {@link #raise}, with all that it touches at once. */
    public void raise(String cause, String company, Reason reason, List<String> touches) {
        try {
            boolean isNew = ledger.inTransaction(books -> {
                boolean raised = books.alarms().raise(cause, company, reason, Optional.empty());
                touches.forEach(touch -> books.alarms().raise(cause, company, reason, Optional.of(touch)));
                return raised;
            });
            if (isNew) {
                tell(company, reason);
            }
        } catch (LedgerUnavailableException e) {
            LOG.error("ALARM {}: {} (not recorded: {})", company, reason.dutchLine(), e.getMessage());
        }
    }

    private static void tell(String company, Reason reason) {
        LOG.error("ALARM {}: {}", company.isEmpty() ? "komas-econnect" : company, reason.dutchLine());
    }

    /** The cause is over; does nothing when no alarm was open. */
    public void clear(String cause) {
        try {
            // asked for each file that goes well: looking first keeps that from writing
            if (ledger.reading(books -> books.alarms().isOpen(cause))
                    && ledger.inTransaction(books -> books.alarms().clear(cause))) {
                LOG.info("Alarm over: {}", cause);
            }
        } catch (LedgerUnavailableException e) {
            LOG.warn("The end of alarm {} could not be recorded: {}", cause, e.getMessage());
        }
    }

    /** The open alarms whose cause begins so; none while the ledger cannot be read. */
    public List<Alarm> open(String causePrefix) {
        try {
            return ledger.reading(books -> books.alarms().open()).stream()
                    .filter(alarm -> alarm.cause().startsWith(causePrefix))
                    .toList();
        } catch (LedgerUnavailableException e) {
            LOG.warn("The open alarms cannot be read: {}", e.getMessage());
            return List.of();
        }
    }
}
