package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.Collection;

/**
 * How fast invoices may go out. What is over it stays due and is handed out later: nothing is recorded of it, so it loses
 * neither its turn nor anything else, and nobody else waits for it.
 */
public interface SendingPace {
    /**
     * One handing out.
     *
     * @param inHand what workers have
     */
    Round round(Collection<Shipment> inHand, Instant now);

    /** What may be handed out at one moment. */
    interface Round {
        /** At most so many of this company by this method, as long as nobody shares its limits. */
        int left(Company company, SendingMethod method);

        /** Whether this one may go too, which then counts. */
        boolean take(Shipment shipment);
    }

    /** As fast as it goes. */
    static SendingPace unlimited() {
        return (inHand, now) -> new Round() {
            @Override
            public int left(Company company, SendingMethod method) {
                return Integer.MAX_VALUE;
            }

            @Override
            public boolean take(Shipment shipment) {
                return true;
            }
        };
    }
}
