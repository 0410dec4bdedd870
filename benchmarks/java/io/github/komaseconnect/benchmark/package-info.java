/**
 * What the promise of this program costs, measured against a floor in the same run: {@link
 * io.github.komaseconnect.benchmark.Benchmarks} is the way in, {@code benchmarks/README.md} says what is compared and how
 * to read the tables. Every contender, and the server they share, is a JVM of its own.
 */
package io.github.komaseconnect.benchmark;
