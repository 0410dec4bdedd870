package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.custody.Custody;
import io.github.komaseconnect.custody.CustodyVerdict;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Whether the folders of a company are this ledger's. */
final class CustodyCheck {
    private final Optional<Ledger> ledger;
    private final String place;
    private final Clock clock;

    /** @param place what recognises the very database of the ledger */
    CustodyCheck(Optional<Ledger> ledger, String place, Clock clock) {
        this.ledger = ledger;
        this.place = place;
        this.clock = clock;
    }

    List<Finding> look(Company company) {
        CustodyVerdict verdict = ledger.map(open -> Custody.examine(company, open, place, clock))
                .orElseGet(() -> Custody.examineWithoutLedger(company));
        return verdict instanceof CustodyVerdict.Stopped stopped
                ? List.of(Finding.error(stopped.reason()))
                : List.of(Finding.ok(
                        "check.custody",
                        "De mappen horen bij deze administratie, of bij nog geen andere.",
                        "The folders belong to this ledger, or to no other yet."));
    }
}
