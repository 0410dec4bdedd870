package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import java.util.List;
import java.util.Set;

/** Deliveries in doubt that are cleared up by sending the same document once more. */
public final class Repeats {
    /** Refusals of a repeat that come again as long as nothing but the repeat changes. */
    private static final Set<String> FOR_GOOD = Set.of(Outcomes.UNKNOWN_RECEIVER, Outcomes.FORMER_GATEWAY);

    private Repeats() {}

    /**
     * Whether the last repeat of a doubtful delivery was refused for what it is: to a receiver that eConnect does not know, or
     * by a gateway that the company has left and that lets it in no more.
     */
    public static boolean cannotSucceed(Ledger.Books books, Delivery doubtful) {
        List<Attempt> attempts = books.deliveries().attempts(doubtful.id());
        return doubtful.isRepeated()
                && !attempts.isEmpty()
                && FOR_GOOD.contains(attempts.get(attempts.size() - 1).reasonCode());
    }
}
