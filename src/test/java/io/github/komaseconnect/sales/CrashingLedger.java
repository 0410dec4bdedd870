package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.Ledger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A ledger with which the program dies at a transaction of the test's choice, before or after it is on disk. */
public final class CrashingLedger implements Ledger {
    /** The program was killed; nobody catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Ledger ledger;
    private int left = Integer.MAX_VALUE;
    private boolean committed;
    private boolean dead;

    /** Around this one, which stays as a crash leaves it. */
    public CrashingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The program dies at the n-th transaction from now. */
    public void dieAt(int transaction, boolean afterCommit) {
        left = transaction;
        committed = afterCommit;
    }

    @Override
    public <T> T inTransaction(Function<Books, T> work) {
        left--;
        if (dead || (left == 0 && !committed)) {
            dead = true;
            throw new Killed();
        }
        T result = ledger.inTransaction(work);
        if (left == 0) {
            dead = true;
            throw new Killed();
        }
        return result;
    }

    /** A moment to die at as well. */
    @Override
    public void soon(Consumer<Books> work) {
        inTransaction(books -> {
            work.accept(books);
            return Boolean.TRUE;
        });
    }

    /** Reading changes nothing to die between; after its death a program reads nothing either. */
    @Override
    public <T> T reading(Function<Books, T> work) {
        if (dead) {
            throw new Killed();
        }
        return ledger.reading(work);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
