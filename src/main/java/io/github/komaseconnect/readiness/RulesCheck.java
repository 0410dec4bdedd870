package io.github.komaseconnect.readiness;

import io.github.komaseconnect.invoice.rules.RuleRelease;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.time.LocalDate;
import java.util.List;

/** Which releases of the official rules for e-invoices are in use, and whether they are still those in force. */
final class RulesCheck {
    private static final String CODE = "check.rules";

    private final List<RuleRelease> releases;
    private final LocalDate today;

    RulesCheck(List<RuleRelease> releases, LocalDate today) {
        this.releases = releases;
        this.today = today;
    }

    List<Finding> look() {
        return releases.stream().map(this::finding).toList();
    }

    private Finding finding(RuleRelease release) {
        String since = DutchTime.day(release.inForceSince());
        if (release.isOutdated(today)) {
            String outdated = DutchTime.day(release.outdatedFrom());
            return Finding.warning(new Reason(
                    CODE,
                    "De regels van " + release.label() + " zijn sinds " + outdated
                            + " verouderd: een factuur die er niet aan voldoet wordt niet meer vastgehouden, alleen gemeld.",
                    "The rules of " + release.label() + " are outdated since " + outdated
                            + ": an invoice that breaks them is no longer held, only told of.",
                    "Installeer een nieuwe versie van komas-econnect.",
                    "Install a new version of komas-econnect."));
        }
        return release.successor()
                .map(successor -> Finding.ok(
                        CODE,
                        "Facturen worden gecontroleerd met " + release.label() + "; die staat tot "
                                + DutchTime.day(release.outdatedFrom()) + " in voor " + successor + ".",
                        "Invoices are validated with " + release.label() + ", which stands in for " + successor
                                + " until " + DutchTime.day(release.outdatedFrom()) + "."))
                .orElseGet(() -> Finding.ok(
                        CODE,
                        "Facturen worden gecontroleerd met " + release.label() + ", van kracht sinds " + since + ".",
                        "Invoices are validated with " + release.label() + ", in force since " + since + "."));
    }
}
