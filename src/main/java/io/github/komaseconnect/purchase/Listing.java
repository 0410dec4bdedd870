package io.github.komaseconnect.purchase;

import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What reading the list of a company gave.
 *
 * @param kind whether the gateway has one
 * @param added the ledger's ids of new documents that are to be fetched
 * @param trouble why the list could not be read to its end
 */
public record Listing(String company, Kind kind, List<Long> added, Optional<Reason> trouble) {
    /** Whether there is a list at all. */
    public enum Kind {
        LIST,
        /** Only hooks tell of what arrives. */
        HOOKS_ONLY
    }

    public Listing {
        added = List.copyOf(added);
    }

    /** How many new documents. */
    public int found() {
        return added.size();
    }

    /** Whether another reading of the same list was going on, so that this one did nothing. */
    public boolean elsewhere() {
        return trouble.filter(reason -> reason.code().equals(PurchaseReasons.REFRESHING))
                .isPresent();
    }

    static Listing failed(String company, Reason reason) {
        return new Listing(company, Kind.LIST, List.of(), Optional.of(reason));
    }

    static Listing of(String company, List<Long> added) {
        return new Listing(company, Kind.LIST, added, Optional.empty());
    }

    static Listing none(String company) {
        return new Listing(company, Kind.HOOKS_ONLY, List.of(), Optional.empty());
    }
}
