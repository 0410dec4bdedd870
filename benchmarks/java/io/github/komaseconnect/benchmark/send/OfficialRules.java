package io.github.komaseconnect.benchmark.send;

/** Whether every contender looks at each invoice with the official rules before it sends it. */
public enum OfficialRules {
    /** Nobody does. */
    OFF,
    /** Those that can: the program by {@code validation=block}, the bare Camel route by the same call of phive. */
    ON
}
