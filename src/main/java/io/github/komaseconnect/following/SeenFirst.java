package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.delivery.AttemptBook;
import io.github.komaseconnect.delivery.InvoiceWarnings;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.time.Duration;

/**
 * Before every attempt by Peppol the outbox at eConnect's platform is to have been looked at just now: somebody may have
 * clicked "Mailen" in Komas meanwhile, and above all while eConnect could not be reached from here. While that look fails the
 * invoice waits, but not longer than {@code following.poll}, which is how old a look may be elsewhere: that the list cannot
 * be read must not stop sending. What goes out unseen has that in its history.
 */
public final class SeenFirst {
    /** One call a minute while invoices go out costs nothing, and somebody who clicks in Komas needs longer to export as well. */
    static final Duration FRESH = Duration.ofMinutes(1);
    /** Many that wait are not to ask all at once. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final OutboxLook look;
    private final AttemptBook attempts;
    private final InvoiceWarnings warnings;
    private final FollowingSettings settings;
    private final Clock clock;

    /** Looks with {@code look}; what waits is put off by {@code attempts}. */
    public SeenFirst(OutboxLook look, AttemptBook attempts, Ledger ledger, FollowingSettings settings, Clock clock) {
        this.look = look;
        this.attempts = attempts;
        this.warnings = new InvoiceWarnings(ledger);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this delivery may go on; otherwise it was put off. */
    public boolean mayGo(Shipment shipment) {
        Company company = shipment.company();
        Delivery delivery = shipment.delivery();
        // what is in doubt is looked up anyway, or recognised by its id
        boolean waits = delivery.state() == DeliveryState.WAITING;
        if (!waits || delivery.destination().method() != SendingMethod.PEPPOL || !company.has(Gateway.PLATFORM)) {
            return true;
        }
        Looked looked = look.lookBefore(company, fresh(), AGAIN);
        if (!(looked instanceof Looked.NotNow notNow)) {
            if (looked instanceof Looked.NotAtAll not) {
                goesUnseen(shipment, not.why());
            }
            return true;
        }
        // who asks to be left alone is not sent anything either
        boolean isToRest = notNow.restAskedFor().isPresent();
        if (!isToRest && DueTime.isAtLeast(settings.poll(), notNow.since(), clock.instant())) {
            goesUnseen(shipment, notNow.why());
            return true;
        }
        attempts.putOff(shipment, FollowingReasons.notSeenYet(notNow.why()));
        return false;
    }

    /** Said once for each cause: an invoice may be tried many times. */
    private void goesUnseen(Shipment shipment, Reason why) {
        warnings.tell(shipment.invoice().id(), FollowingReasons.goesUnseen(why));
    }

    private Duration fresh() {
        return settings.poll().compareTo(FRESH) < 0 ? settings.poll() : FRESH;
    }
}
