package io.github.komaseconnect.cluster;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.reason.Reason;

/** A company is in hand only at the node that has its lease. */
public final class LeaseGate implements CompanyGate {
    private final LeaseKeeper keeper;

    /** As {@code keeper} says. */
    public LeaseGate(LeaseKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Verdict mayComeInHand(Company company) {
        return keeper.enter(company.key()) ? new Enter() : new Wait(elsewhere());
    }

    @Override
    public Verdict mayStay(Company company) {
        return keeper.owns(company.key()) ? new Enter() : new Wait(elsewhere());
    }

    @Override
    public void gone(Company company, Departure departure) {
        keeper.gone(company.key(), departure == Departure.FINISHED);
    }

    private static Reason elsewhere() {
        return Reason.of(
                "cluster.elsewhere",
                "is niet van deze node: een andere runtime doet dit bedrijf, of gaat dat zo doen.",
                "is not this node's: another runtime works for this company, or soon will.");
    }
}
