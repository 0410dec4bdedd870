package io.github.komaseconnect.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds calls back until a test opens it; closing the simulator opens it too. */
public final class Gate {
    private final CountDownLatch latch = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /** Lets every call through, now and later. */
    public void open() {
        latch.countDown();
    }

    /** How many calls stand before it. */
    public int waiting() {
        return waiting.get();
    }

    void pass() throws InterruptedException {
        waiting.incrementAndGet();
        try {
            latch.await();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
