package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.ChildJvm;
import io.github.komaseconnect.benchmark.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One who sends what appears in a folder.
 *
 * @param name in the table
 * @param folder that has {@code export/} and {@code sent/}
 * @param stages the folders that must be empty when all is done, in the order in which a file passes them
 * @param check what its own books must say once that is so
 */
record Contender(String name, Path folder, List<Path> stages, ChildJvm jvm, Check check) implements AutoCloseable {
    /** A look into a contender's own books. */
    @FunctionalInterface
    interface Check {
        /** @param settled how many invoices it has had so far, all rounds together */
        void requireSettled(ChildJvm jvm, long settled) throws IOException;
    }

    Path export() {
        return folder.resolve(Folders.EXPORT);
    }

    /** Whether no file is on its way any more. */
    boolean isDone() throws IOException {
        for (Path stage : stages) {
            if (!Scratch.isEmpty(stage)) {
                return false;
            }
        }
        return true;
    }

    void requireSettled(long settled) throws IOException {
        long sent = Scratch.count(folder.resolve(Folders.SENT), ".xml");
        if (sent != settled) {
            throw new IllegalStateException(name + " has " + sent + " files in sent/ instead of " + settled);
        }
        check.requireSettled(jvm, settled);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
