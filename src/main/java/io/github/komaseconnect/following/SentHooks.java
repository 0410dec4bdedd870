package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.hook.HookMessage;
import io.github.komaseconnect.hook.HookTopics;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Transit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What eConnect's PSB tells by hooks about invoices that were sent. */
public final class SentHooks implements HookTopics {
    private static final String SENT = "InvoiceSent";
    private static final String FAILED = "InvoiceSentError";
    private static final String RETRIED = "InvoiceSentRetry";
    private static final String ANSWERED = "InvoiceResponseReceived";

    /** Those about the way of a document. */
    static final Set<String> WAY = Set.of(SENT, FAILED, RETRIED);

    private final Tidings tidings;

    /** What they say goes to {@code tidings}; files are moved by the housekeeping. */
    public SentHooks(Tidings tidings) {
        this.tidings = tidings;
    }

    /** Whether the name says where a document ended up. */
    static boolean isOutcome(String name) {
        return name.equals(SENT) || name.equals(FAILED);
    }

    @Override
    public Set<String> topics() {
        return Set.of(SENT, FAILED, RETRIED, ANSWERED);
    }

    @Override
    public Taking take(Ledger.Books books, Company company, HookMessage message, Instant receivedAt) {
        Optional<Delivery> delivery = books.deliveries().withReference(company.key(), message.documentId());
        if (delivery.isEmpty() || isUnderWay(delivery.get())) {
            return Taking.LATER;
        }
        sighting(message, at(message, receivedAt)).ifPresent(seen -> tidings.take(books, delivery.get(), seen));
        return Taking.TAKEN;
    }

    /** The event can be here before the answer to our own message. */
    private static boolean isUnderWay(Delivery delivery) {
        return delivery.state() == DeliveryState.ATTEMPTING
                || delivery.state() == DeliveryState.IN_DOUBT
                || delivery.state() == DeliveryState.WAITING;
    }

    /** A clock that is ahead must not make an event newer than what follows it. */
    private static Instant at(HookMessage message, Instant receivedAt) {
        return message.createdOn()
                .filter(created -> !created.isAfter(receivedAt))
                .orElse(receivedAt);
    }

    private static Optional<Sighting> sighting(HookMessage message, Instant at) {
        return switch (message.topic()) {
            case SENT -> Optional.of(Sighting.of(at, Transit.DELIVERED));
            case FAILED -> Optional.of(Sighting.of(at, Transit.FAILED, message.words()));
            case RETRIED -> Optional.of(Sighting.of(at, Transit.RETRIED, message.words()));
            default ->
                ResponseWords.answer(message).map(answer -> Sighting.of(at, answer, ResponseWords.remarks(message)));
        };
    }
}
