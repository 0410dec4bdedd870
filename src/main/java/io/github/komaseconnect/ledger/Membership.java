package io.github.komaseconnect.ledger;

import java.time.Duration;

/**
 * A runtime as one of several on one ledger.
 *
 * @param node id of this one run, used by no other run ever
 * @param host machine
 * @param home its home folder, held by this run alone
 * @param lease how long it keeps a company without saying so again
 * @param longestStep longest time between recording that something is begun and its end; shorter than the lease
 */
public record Membership(String node, String host, String home, Duration lease, Duration longestStep) {
    public Membership {
        if (longestStep.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("a lease of " + lease + " does not outlive " + longestStep);
        }
    }
}
