package io.github.komaseconnect.ledger;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A ledger that counts how often it is read, and how often something is recorded for which nobody waits. */
public final class CountedLedger implements Ledger {
    public final AtomicInteger readings = new AtomicInteger();
    public final AtomicInteger later = new AtomicInteger();
    private final Ledger ledger;

    public CountedLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public <T> T inTransaction(Function<Books, T> work) {
        return ledger.inTransaction(work);
    }

    @Override
    public <T> T reading(Function<Books, T> work) {
        readings.incrementAndGet();
        return ledger.reading(work);
    }

    @Override
    public void soon(Consumer<Books> work) {
        later.incrementAndGet();
        ledger.soon(work);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
