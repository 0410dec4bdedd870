package io.github.komaseconnect.benchmark.receive;

import io.github.komaseconnect.benchmark.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One who fetches what is in an inbox.
 *
 * @param name in the table
 * @param companyId whose inbox it is
 * @param folder into which it puts the invoices
 * @param order that makes it read the list
 * @param books whether its own books agree
 */
record Receiver(String name, String companyId, Path folder, ChildJvm jvm, String order, Books books)
        implements AutoCloseable {
    /** A look into a contender's own books. */
    @FunctionalInterface
    interface Books {
        /** @param received how many invoices it has had so far, all rounds together */
        boolean haveReceived(long received) throws IOException;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
