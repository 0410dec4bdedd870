package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** For each company one question of a kind to eConnect at a time, and none by itself while its channel rests. */
final class OneAtATime {
    private final Ledger ledger;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    OneAtATime(Ledger ledger) {
        this.ledger = ledger;
    }

    private ReentrantLock lock(String companyKey) {
        return locks.computeIfAbsent(companyKey, key -> new ReentrantLock());
    }

    /** Does it, unless it is being done for the company already. */
    void unlessBusy(String companyKey, Runnable work) {
        ReentrantLock lock = lock(companyKey);
        if (!lock.tryLock()) {
            return;
        }
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does it, when what is being done for the company has come to its end. */
    <T> T inTurn(String companyKey, Supplier<T> work) {
        ReentrantLock lock = lock(companyKey);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    boolean isBusy(String companyKey) {
        return lock(companyKey).isLocked();
    }

    /** What rests is not disturbed; it is asked again when it works. */
    boolean mayAsk(Company company) {
        return ledger.reading(
                books -> books.pauses().find(company.key(), Channel.ALL).isEmpty()
                        && books.pauses().find(company.key(), Channel.ECONNECT).isEmpty());
    }
}
