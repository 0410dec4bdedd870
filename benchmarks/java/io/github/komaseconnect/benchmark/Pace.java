package io.github.komaseconnect.benchmark;

import java.time.Duration;

/**
 * What every contender of a benchmark has in common.
 *
 * @param connections most calls at the same time
 * @param interval between two looks at the export folder
 * @param settle how long a file must stay as it is before it is taken
 */
public record Pace(int connections, Duration interval, Duration settle) {}
