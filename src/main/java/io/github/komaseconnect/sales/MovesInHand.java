package io.github.komaseconnect.sales;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Invoices whose files are being moved, by one step at a time; a folder that hangs keeps no other invoice waiting. */
final class MovesInHand {
    private final Set<Long> inHand = new HashSet<>();
    private final Lock lock = new ReentrantLock();
    private final Condition someAreDone = lock.newCondition();

    /** Does {@code work} as soon as nobody else has any of these in hand; nobody gets one of them before it has ended. */
    <T> T alone(Collection<Long> invoiceIds, Supplier<T> work) {
        take(invoiceIds);
        try {
            return work.get();
        } finally {
            giveBack(invoiceIds);
        }
    }

    /** All at once or none: two that wait for what the other one has would wait for ever. */
    private void take(Collection<Long> invoiceIds) {
        lock.lock();
        try {
            while (!Collections.disjoint(inHand, invoiceIds)) {
                someAreDone.awaitUninterruptibly();
            }
            inHand.addAll(invoiceIds);
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(Collection<Long> invoiceIds) {
        lock.lock();
        try {
            invoiceIds.forEach(inHand::remove);
            someAreDone.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
