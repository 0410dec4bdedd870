package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import java.util.List;

/** Deliveries that wait for a second answer on whether their receiver is on Peppol: of these nothing was sent, for certain. */
final class AwaitedReach {
    private AwaitedReach() {}

    static boolean is(Ledger.Books books, Delivery delivery) {
        List<Attempt> attempts = books.deliveries().attempts(delivery.id()).stream()
                .filter(attempt -> !attempt.outcome().equals("NOT_TRIED"))
                .toList();
        return !attempts.isEmpty()
                && attempts.stream().allMatch(attempt -> attempt.outcome().equals("NOT_REACHABLE"));
    }
}
