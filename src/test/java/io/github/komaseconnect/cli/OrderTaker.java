package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Holds the home as a run does, and answers orders as a test wants; the real answers are tested with the runtime. */
final class OrderTaker implements AutoCloseable {
    private final Ledger ledger;
    private final RunLock lock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    OrderTaker(CommandDesk desk, BiConsumer<Ledger, WorkOrder> taker) throws IOException {
        ledger = desk.ledger();
        lock = RunLock.tryAcquire(desk.data()).orElseThrow();
        looks.scheduleWithFixedDelay(
                () -> {
                    List<WorkOrder> open =
                            ledger.inTransaction(books -> books.orders().open());
                    open.forEach(order -> taker.accept(ledger, order));
                },
                20,
                20,
                TimeUnit.MILLISECONDS);
    }

    /** Answers every order in the same way. */
    static BiConsumer<Ledger, WorkOrder> answering(WorkOrder.Outcome outcome, String dutch, String english) {
        return (ledger, order) -> ledger.record(books -> books.orders().finish(order.id(), outcome, dutch, english));
    }

    /** Stops as a run that is stopped: nobody holds the home any more. */
    void leave() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        looks.shutdown();
        try {
            looks.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        lock.close();
        ledger.close();
    }
}
