package io.github.komaseconnect.ledger;

import java.time.Instant;

/**
 * That a node works for a company, and until when; times are the database's.
 *
 * @param company key; empty for what is done once for all companies
 * @param node id of the {@link Node}
 * @param epoch rises each time the company changes hands
 */
public record Lease(String company, String node, long epoch, Instant until) {}
