package io.github.komaseconnect.benchmark;

/** One comparison. */
public interface Benchmark {
    /** Its name on the command line. */
    String name();

    /** Measures, and gives what came of it. */
    Table run(Options options) throws Exception;
}
