package io.github.komaseconnect.folder;

import java.util.Map;

/** How work that may take long, because it waits for a file system, is done one company beside another. */
@FunctionalInterface
public interface Lane {
    /** Does the work for {@code company}, or begins it, or leaves it out while an earlier run of it is still going on. */
    void run(String company, Runnable work);

    /** The same with the work of several companies, by their keys; one that takes long keeps the others waiting for a moment. */
    default void runAll(Map<String, Runnable> works) {
        works.forEach(this::run);
    }

    /** Does everything at once, one after the other. */
    static Lane direct() {
        return (company, work) -> work.run();
    }
}
