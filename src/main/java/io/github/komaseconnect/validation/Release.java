package io.github.komaseconnect.validation;

import io.github.komaseconnect.invoice.rules.RuleRelease;

/**
 * A line of {@code validation/releases.csv}.
 *
 * @param root name of the root element of the documents that it is for
 * @param customizationId their profile, exactly
 * @param vesid what phive calls the rules
 */
record Release(String root, String customizationId, String vesid, RuleRelease rules) {
    boolean isFor(String rootName, String profile) {
        return root.equals(rootName) && customizationId.equals(profile);
    }
}
