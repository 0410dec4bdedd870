package io.github.komaseconnect.hook;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is refused at the door. Strangers can knock as often as they like: it is counted in memory, and written down
 * now and then as one number.
 */
public final class HookRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(HookRefusals.class);

    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Since> counted = new ConcurrentHashMap<>();

    private record Since(int times, Instant last) {
        Since plus(Since more) {
            return new Since(times + more.times, more.last.isAfter(last) ? more.last : last);
        }
    }

    /** Written down in {@code ledger}. */
    public HookRefusals(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One for a company that exists; what is for none is not counted, or the numbers themselves would fill memory. */
    void add(String company) {
        counted.merge(company, new Since(1, clock.instant()), Since::plus);
    }

    /** Writes down what was counted since; what cannot be written is kept for the next time. */
    void writeDown() {
        for (String company : counted.keySet()) {
            Since since = counted.remove(company);
            try {
                ledger.record(books -> books.hooks().refused(company, since.times(), since.last()));
            } catch (LedgerUnavailableException e) {
                counted.merge(company, since, Since::plus);
                LOG.warn("{}: {} refused hooks cannot be written down yet: {}", company, since.times(), e.getMessage());
            }
        }
    }
}
