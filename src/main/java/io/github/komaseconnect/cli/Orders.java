package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Places orders in the ledger, for the runtime to carry out, and tells what it answers. */
final class Orders {
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);

    private final Surroundings surroundings;
    private final Terminal terminal;

    Orders(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
    }

    /**
     * Places these orders and waits for the runtime to carry them out; without a runtime they stay for the next start.
     *
     * @param atLeast how long to wait, though the user's patience may be shorter
     * @return the exit code
     */
    int give(Installation installation, Ledger ledger, List<Wish> wishes, Duration atLeast) {
        Map<Long, String> labels = place(ledger, wishes);
        if (!new Runtimes(installation).isAnyRunning(ledger)) {
            terminal.say(
                    "Genoteerd. Er draait nu geen run; bij de volgende start wordt het uitgevoerd.",
                    "Noted. No run is going on now; it is carried out at the next start.");
            return 0;
        }
        Map<Long, WorkOrder> finished = await(ledger, labels, atLeast);
        boolean wrong = finished.values().stream().anyMatch(order -> order.outcome() != WorkOrder.Outcome.DONE);
        if (finished.size() < labels.size()) {
            int open = labels.size() - finished.size();
            terminal.complain(
                    open + " opdracht(en) nog niet uitgevoerd; ze blijven staan en worden uitgevoerd zodra het kan. Zie"
                            + " status en het logbestand.",
                    open
                            + " order(s) not carried out yet; they stay and are carried out as soon as possible. See status"
                            + " and the log.");
            wrong = true;
        }
        return wrong ? CommandFailure.FAILED : 0;
    }

    /** Places the orders in one transaction; one that waits already is not placed twice. Gives labels by order id. */
    private Map<Long, String> place(Ledger ledger, List<Wish> wishes) {
        return ledger.inTransaction(books -> {
            List<WorkOrder> open = books.orders().open();
            Map<Long, String> labels = new LinkedHashMap<>();
            for (Wish wish : wishes) {
                long id = open.stream()
                        .filter(wish::isThatOf)
                        .findFirst()
                        .map(WorkOrder::id)
                        .orElseGet(() -> books.orders()
                                .place(
                                        wish.kind(),
                                        wish.company(),
                                        wish.invoiceId(),
                                        wish.argument(),
                                        surroundings.person()));
                labels.put(id, wish.label());
            }
            return labels;
        });
    }

    private Map<Long, WorkOrder> await(Ledger ledger, Map<Long, String> labels, Duration atLeast) {
        Duration patience = atLeast.compareTo(surroundings.patience()) > 0 ? atLeast : surroundings.patience();
        Instant end = surroundings.clock().instant().plus(patience);
        Map<Long, WorkOrder> finished = new LinkedHashMap<>();
        while (true) {
            for (WorkOrder order : finishedAmong(ledger, labels, finished)) {
                finished.put(order.id(), order);
                tell(labels.get(order.id()), order);
            }
            if (finished.size() == labels.size()
                    || surroundings.clock().instant().isAfter(end)) {
                return finished;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static List<WorkOrder> finishedAmong(
            Ledger ledger, Map<Long, String> labels, Map<Long, WorkOrder> finished) {
        return ledger.inTransaction(books -> {
            List<WorkOrder> found = new ArrayList<>();
            for (long id : labels.keySet()) {
                if (!finished.containsKey(id)) {
                    books.orders()
                            .find(id)
                            .filter(order -> order.finishedAt().isPresent())
                            .ifPresent(found::add);
                }
            }
            return found;
        });
    }

    private void tell(String label, WorkOrder order) {
        if (order.outcome() == WorkOrder.Outcome.DONE) {
            lines(label, order.answerDutch()).forEach(terminal::line);
            lines(label, order.answerEnglish()).forEach(terminal::line);
        } else {
            terminal.complain(label + ": " + order.answerDutch(), label + ": " + order.answerEnglish());
        }
    }

    /** An answer may be a list. */
    private static List<String> lines(String label, String answer) {
        return (label + ": " + answer).lines().toList();
    }
}
