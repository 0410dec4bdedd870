package io.github.komaseconnect.runtime;

import io.github.komaseconnect.sales.Claim;
import java.util.List;

/**
 * A company came in hand: at a start, when it was added or changed, or when it was taken over.
 *
 * @param company its key
 * @param unfinishedClaims files that were taken from its export folder earlier and not registered
 */
public record CameInHand(String company, List<Claim> unfinishedClaims) {
    public CameInHand {
        unfinishedClaims = List.copyOf(unfinishedClaims);
    }
}
