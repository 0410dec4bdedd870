package io.github.komaseconnect.adoption;

import io.github.komaseconnect.ledger.Ledger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A ledger with which the program dies at a transaction of the test's choice; reading is no moment to die at. */
final class DyingLedger implements Ledger {
    /** The program was killed; nobody catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Ledger ledger;
    private int left;

    /** Dies before the n-th transaction. */
    DyingLedger(Ledger ledger, int transaction) {
        this.ledger = ledger;
        this.left = transaction;
    }

    @Override
    public <T> T inTransaction(Function<Books, T> work) {
        left--;
        if (left <= 0) {
            throw new Killed();
        }
        return ledger.inTransaction(work);
    }

    @Override
    public void soon(Consumer<Books> work) {
        inTransaction(books -> {
            work.accept(books);
            return Boolean.TRUE;
        });
    }

    @Override
    public <T> T reading(Function<Books, T> work) {
        return ledger.reading(work);
    }

    @Override
    public void close() {
        // the real one is closed by the test
    }
}
