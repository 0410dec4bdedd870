package io.github.komaseconnect.following;

import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Transit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads a line of the outbox of eConnect's platform: its DeliveryMethod, and the status that the buyer gave it. */
final class OutboxSighting {
    /** So long a document that was sent just now may be on its way to nobody: eConnect is still at it. */
    private static final Duration STILL_AT_IT = Duration.ofHours(1);

    private OutboxSighting() {}

    /** What it says, as far as it says anything. */
    static Optional<Sighting> of(InboxEntry entry, Instant now) {
        Optional<Transit> transit = transit(entry, now);
        Optional<BuyerAnswer> answer = answer(entry.statusCode());
        if (transit.isEmpty() && answer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sighting(
                entry.modifiedOn(),
                transit,
                transit.isPresent() ? entry.deliveryMethod() : "",
                answer,
                Sighting.Remarks.NONE));
    }

    /** Codes, since the names of statuses can be changed at eConnect. */
    private static Optional<BuyerAnswer> answer(int statusCode) {
        return switch (statusCode) {
            case 20, 30 -> Optional.of(BuyerAnswer.RECEIVED);
            case 35 -> Optional.of(BuyerAnswer.IN_PROCESS);
            case 40 -> Optional.of(BuyerAnswer.ACCEPTED);
            case 50 -> Optional.of(BuyerAnswer.REJECTED);
            case 60 -> Optional.of(BuyerAnswer.PAYABLE);
            case 70 -> Optional.of(BuyerAnswer.PAID);
            default -> Optional.empty();
        };
    }

    private static Optional<Transit> transit(InboxEntry entry, Instant now) {
        return switch (entry.deliveryMethod()) {
            case "ToPeppol", "ToInbox" -> Optional.of(Transit.DELIVERED);
            case "ToEmail" -> Optional.of(Transit.ASTRAY);
            case "OutboxOnly", "None" ->
                entry.createdOn().plus(STILL_AT_IT).isAfter(now) ? Optional.empty() : Optional.of(Transit.ASTRAY);
            default -> Optional.empty();
        };
    }
}
