package io.github.komaseconnect.cluster;

import java.time.Duration;

/**
 * How often things are done, from the length of a lease.
 *
 * @param look between looks: showing that this node is there, taking what is free
 * @param renew between renewals of the leases
 * @param silence after this long without a sign a node has no share any more; its leases run on to their end
 */
public record Pace(Duration look, Duration renew, Duration silence) {
    private static final Duration LOOK_AT_MOST = Duration.ofSeconds(5);
    private static final int LOOKS_OF_SILENCE = 6;

    /** For leases of this length. */
    public static Pace of(Duration lease) {
        Duration twentieth = lease.dividedBy(20);
        Duration look = twentieth.compareTo(LOOK_AT_MOST) < 0 ? twentieth : LOOK_AT_MOST;
        return new Pace(look, lease.dividedBy(3), look.multipliedBy(LOOKS_OF_SILENCE));
    }
}
