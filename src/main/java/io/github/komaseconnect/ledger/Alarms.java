package io.github.komaseconnect.ledger;

import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** Troubles that a person should know of. */
public interface Alarms {
    /** Raises the alarm of this cause, or adds what it touches to the one that is open. Whether it is new. */
    boolean raise(String cause, String company, Reason reason, Optional<String> touch);

    /** The cause is over. Whether an alarm was open. */
    boolean clear(String cause);

    /** Whether an alarm of this cause is open. */
    boolean isOpen(String cause);

    /** Those of these causes of which an alarm is open. */
    List<String> openAmong(List<String> causes);

    /** Open alarms, oldest first. */
    List<Alarm> open();

    /** Open ones never mailed or with touches not told of, and cleared ones whose end was not mailed. */
    List<Alarm> toMail();

    /** A mail about it went out, which listed the first {@code touches} of what it touches; more may have come since. */
    void mailed(long id, int touches);

    /** The mail about its end went out, or is not needed. */
    void clearMailed(long id);
}
