package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.AcceptedAfterAll;
import io.github.komaseconnect.hook.HookMessage;
import io.github.komaseconnect.hook.HookTopics;
import io.github.komaseconnect.ledger.Delivery;
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
    private final AcceptedAfterAll accepted;

    /**
     * What they say goes to {@code tidings}, after it has gone to {@code accepted} that there is something to say at all; files
     * are moved by the housekeeping.
     */
    public SentHooks(Tidings tidings, AcceptedAfterAll accepted) {
        this.tidings = tidings;
        this.accepted = accepted;
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
        if (delivery.isEmpty()) {
            return Taking.LATER;
        }
        AcceptedAfterAll.Known known = accepted.record(books, company, delivery.get(), message.topic());
        // the event can be here before the answer to our own message
        if (known == AcceptedAfterAll.Known.NOT_YET) {
            return Taking.LATER;
        }
        Delivery taken = books.deliveries().find(delivery.get().id()).orElseThrow();
        if (known == AcceptedAfterAll.Known.ACCEPTED_BESIDE && !message.topic().equals(FAILED)) {
            tidings.besideAnother(books, taken);
        }
        sighting(message, at(message, receivedAt)).ifPresent(seen -> tidings.take(books, taken, seen));
        return Taking.TAKEN;
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
