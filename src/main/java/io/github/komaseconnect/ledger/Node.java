package io.github.komaseconnect.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A runtime that shares the ledger with others.
 *
 * @param id of this one run of it
 * @param host machine
 * @param home its home folder
 * @param seenAt when it last showed that it is there, by the database's clock
 * @param silence how long ago that is
 */
public record Node(String id, String host, String home, String version, Instant seenAt, Duration silence) {}
