package io.github.komaseconnect.simulator;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A fault with the calls that it strikes. */
public final class FaultRule {
    private final Predicate<CallDetails> calls;
    private final Fault fault;
    private final AtomicInteger left;
    private final AtomicInteger hits = new AtomicInteger();

    FaultRule(Predicate<CallDetails> calls, Fault fault, int times) {
        this.calls = calls;
        this.fault = fault;
        this.left = new AtomicInteger(times);
    }

    /** How many calls it has struck. */
    public int hits() {
        return hits.get();
    }

    /** Strikes no call from now on. */
    public void withdraw() {
        left.set(0);
    }

    Fault fault() {
        return fault;
    }

    /** Uses the rule up by one when it strikes this call at this moment. */
    boolean strikes(CallDetails call, Fault.Moment moment) {
        boolean struck =
                fault.moment() == moment && calls.test(call) && left.getAndUpdate(count -> Math.max(count - 1, 0)) > 0;
        if (struck) {
            hits.incrementAndGet();
        }
        return struck;
    }
}
