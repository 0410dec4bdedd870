package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Deliveries;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Deliveries} behind a {@link Fence}: what changes something passes it first. */
final class FencedDeliveries implements Deliveries {
    private final Deliveries books;
    private final Fence fence;

    FencedDeliveries(Deliveries books, Fence fence) {
        this.books = books;
        this.fence = fence;
    }

    @Override
    public long add(long invoiceId, String company, Destination destination, Instant dueAt) {
        fence.pass(company);
        return books.add(invoiceId, company, destination, dueAt);
    }

    @Override
    public Optional<Delivery> find(long id) {
        return books.find(id);
    }

    @Override
    public List<Delivery> of(long invoiceId) {
        return books.of(invoiceId);
    }

    @Override
    public List<String> companiesDue(Instant now) {
        return books.companiesDue(now);
    }

    @Override
    public List<Delivery> due(
            String company, Instant now, Collection<SendingMethod> methods, Collection<Long> inHand, int limit) {
        return books.due(company, now, methods, inHand, limit);
    }

    @Override
    public List<Delivery> attempting() {
        return books.attempting();
    }

    @Override
    public Attempt open(long deliveryId) {
        fence.passDelivery(deliveryId);
        return books.open(deliveryId);
    }

    @Override
    public Optional<Attempt> begin(long deliveryId, Optional<Passage> passage, Instant startedAt) {
        fence.passDelivery(deliveryId);
        return books.begin(deliveryId, passage, startedAt);
    }

    @Override
    public boolean close(
            long attemptId, String outcome, String reference, String reasonCode, String dutch, String english) {
        fence.passAttempt(attemptId);
        return books.close(attemptId, outcome, reference, reasonCode, dutch, english);
    }

    @Override
    public List<Attempt> attempts(long deliveryId) {
        return books.attempts(deliveryId);
    }

    @Override
    public Map<String, Integer> ended(SendingMethod method, Instant since, Instant until) {
        return books.ended(method, since, until);
    }

    @Override
    public Map<String, Integer> open(SendingMethod method, Instant since) {
        return books.open(method, since);
    }

    @Override
    public Optional<Attempt> openAttempt(long deliveryId) {
        return books.openAttempt(deliveryId);
    }

    @Override
    public void state(long id, DeliveryState state, Optional<Instant> dueAt, Optional<Instant> failingSince) {
        fence.passDelivery(id);
        books.state(id, state, dueAt, failingSince);
    }

    @Override
    public void forgetPassage(long id) {
        fence.passDelivery(id);
        books.forgetPassage(id);
    }

    @Override
    public void redirect(long id, List<String> addresses) {
        fence.passDelivery(id);
        books.redirect(id, addresses);
    }

    @Override
    public void delivered(long id, String reference) {
        fence.passDelivery(id);
        books.delivered(id, reference);
    }

    @Override
    public void dueNow(String company, Channel channel, Instant now) {
        fence.pass(company);
        books.dueNow(company, channel, now);
    }

    @Override
    public Map<String, Delivery> withReferences(String company, Collection<String> references) {
        return books.withReferences(company, references);
    }
}
