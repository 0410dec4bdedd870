package io.github.komaseconnect.invoice.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A release of the official rules of one profile, as the program has it.
 *
 * @param profile its name, such as {@code Peppol BIS Billing 3}
 * @param version of the rules, such as {@code 2026.5}
 * @param inForceSince first day on which it counts
 * @param successor version of a newer release that counts already and that this one stands in for; empty when there is none
 * @param outdatedFrom first day on which it is known to have been replaced: from then on it only warns
 */
public record RuleRelease(
        String profile, String version, LocalDate inForceSince, Optional<String> successor, LocalDate outdatedFrom) {
    /** Profile and version. */
    public String label() {
        return profile + ", " + version;
    }

    /** Whether newer rules are known to count by now. */
    public boolean isOutdated(LocalDate today) {
        return !today.isBefore(outdatedFrom);
    }
}
