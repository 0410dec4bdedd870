package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Orders a refresh of companies and follows it to its end, telling how far it is. */
final class RefreshWatch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** The runtime itself gives up sooner; longer silence means that it does not answer. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    private final Surroundings surroundings;
    private final Installation installation;
    private final Ledger ledger;
    private final Map<Long, String> told = new HashMap<>();

    RefreshWatch(Surroundings surroundings, Installation installation, Ledger ledger) {
        this.surroundings = surroundings;
        this.installation = installation;
        this.ledger = ledger;
    }

    /** Refreshes these companies; gives the orders that came to an end, and leaves none of its own behind. */
    List<WorkOrder> refresh(Collection<String> companies) {
        List<Long> ids = place(companies);
        Instant lastNews = surroundings.clock().instant();
        while (true) {
            List<WorkOrder> orders = orders(ids);
            if (tell(orders)) {
                lastNews = surroundings.clock().instant();
            }
            List<WorkOrder> finished = orders.stream()
                    .filter(order -> order.finishedAt().isPresent())
                    .toList();
            if (finished.size() == ids.size()) {
                return finished;
            }
            boolean silent = surroundings.clock().instant().isAfter(lastNews.plus(LONGEST_SILENCE));
            if (silent || !installation.isRunning()) {
                withdraw(ids);
                return finished;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private List<Long> place(Collection<String> companies) {
        return ledger.reading(books -> {
            List<WorkOrder> open = books.orders().open();
            List<Long> ids = new ArrayList<>();
            for (String company : companies) {
                Wish wish = Wish.about(company, WorkOrder.Kind.REFRESH);
                Optional<Long> waiting =
                        open.stream().filter(wish::isThatOf).map(WorkOrder::id).findFirst();
                ids.add(waiting.orElseGet(
                        () -> books.orders().place(WorkOrder.Kind.REFRESH, company, 0, "", surroundings.person())));
            }
            return ids;
        });
    }

    private List<WorkOrder> orders(List<Long> ids) {
        return ledger.reading(books ->
                ids.stream().flatMap(id -> books.orders().find(id).stream()).toList());
    }

    /** Whether there was news. */
    private boolean tell(List<WorkOrder> orders) {
        boolean news = false;
        for (WorkOrder order : orders) {
            String now = order.outcome() + order.answerDutch();
            boolean empty = order.answerDutch().isEmpty() && order.finishedAt().isEmpty();
            if (!empty && !now.equals(told.put(order.id(), now))) {
                news = true;
                tell(order);
            }
        }
        return news;
    }

    private void tell(WorkOrder order) {
        String dutch = order.company() + ": " + order.answerDutch();
        String english = order.company() + ": " + order.answerEnglish();
        if (order.finishedAt().isEmpty()) {
            surroundings.terminal().line(dutch + " (" + order.answerEnglish() + ")");
        } else if (order.outcome() == WorkOrder.Outcome.DONE) {
            surroundings.terminal().say(dutch, english);
        } else {
            surroundings.terminal().complain(dutch, english);
        }
    }

    private void withdraw(List<Long> ids) {
        ledger.record(books -> ids.forEach(id -> books.orders()
                .finish(
                        id,
                        WorkOrder.Outcome.WITHDRAWN,
                        "Ingetrokken: run is intussen gestopt of antwoordt niet.",
                        "Withdrawn: run stopped meanwhile or does not answer.")));
        surroundings
                .terminal()
                .complain(
                        "Run is intussen gestopt of antwoordt niet; het ophalen is niet afgemaakt. Start: komas-econnect"
                                + " run.",
                        "Run stopped meanwhile or does not answer; the refresh was not finished. Start:"
                                + " komas-econnect run.");
    }
}
