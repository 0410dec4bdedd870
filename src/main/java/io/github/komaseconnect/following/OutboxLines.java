package io.github.komaseconnect.following;

import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.ForeignDocuments.ForeignDocument;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes in lines of an outbox: what is said of documents that this ledger sent, and which documents it did not send. Most
 * lines say nothing new, which costs no transaction that writes.
 */
public final class OutboxLines {
    /** A transaction is not to keep others waiting for long. */
    private static final int TOGETHER = 100;

    private final Ledger ledger;
    private final Tidings tidings;
    private final Placement placement;
    private final Consumer<ForeignDocument> foreign;
    private final Clock clock;

    /** {@code foreign} is told of each document that was sent by another program, when it is in the ledger. */
    public OutboxLines(
            Ledger ledger, Tidings tidings, Placement placement, Consumer<ForeignDocument> foreign, Clock clock) {
        this.ledger = ledger;
        this.tidings = tidings;
        this.placement = placement;
        this.foreign = foreign;
        this.clock = clock;
    }

    /** Takes them in; gives those that another program sent, which was not known. */
    List<ForeignDocument> take(String company, List<InboxEntry> entries) {
        List<ForeignDocument> strangers = new ArrayList<>();
        List<News> ours = new ArrayList<>();
        ledger.reading(books -> {
            sort(books, company, entries, ours, strangers);
            return Boolean.TRUE;
        });
        for (int from = 0; from < ours.size(); from += TOGETHER) {
            takeOurs(ours.subList(from, Math.min(from + TOGETHER, ours.size())));
        }
        if (!strangers.isEmpty()) {
            ledger.record(books -> strangers.forEach(books.foreignDocuments()::add));
            strangers.forEach(foreign);
        }
        return strangers;
    }

    private void sort(
            Ledger.Books books,
            String company,
            List<InboxEntry> entries,
            List<News> news,
            List<ForeignDocument> strangers) {
        Map<String, Delivery> deliveries = books.deliveries()
                .withReferences(
                        company, entries.stream().map(InboxEntry::externalId).toList());
        Map<Long, Followed> followed = books.following()
                .find(deliveries.values().stream().map(Delivery::id).toList());
        for (InboxEntry entry : entries) {
            Optional<Delivery> delivery = Optional.ofNullable(deliveries.get(entry.externalId()));
            delivery.flatMap(ours -> news(ours, Optional.ofNullable(followed.get(ours.id())), entry))
                    .ifPresent(news::add);
            if (delivery.isEmpty() && !books.foreignDocuments().isKnown(company, entry.externalId())) {
                strangers.add(new ForeignDocument(
                        company, entry.externalId(), entry.subject().strip(), entry.receiver(), entry.createdOn()));
            }
        }
    }

    private Optional<News> news(Delivery delivery, Optional<Followed> known, InboxEntry entry) {
        return OutboxSighting.of(entry, clock.instant())
                .filter(seen -> tidings.isNews(known, seen))
                .map(seen -> new News(delivery, seen));
    }

    /** What is said of a delivery as it was when that was read. */
    private record News(Delivery delivery, Sighting seen) {
        /** What was delivered stays so for all that matters here; what was not may be by now. */
        Delivery now(Ledger.Books books) {
            return delivery.state() == DeliveryState.DELIVERED
                    ? delivery
                    : books.deliveries().find(delivery.id()).orElseThrow();
        }
    }

    /** Together, for every commit waits for the disk; where one of them fails, each by itself. */
    private void takeOurs(List<News> ours) {
        List<Long> toMove;
        try {
            toMove = ledger.inTransaction(books -> ours.stream()
                    .filter(news -> tidings.take(books, news.now(books), news.seen()))
                    .map(news -> news.delivery().invoiceId())
                    .toList());
        } catch (RuntimeException e) {
            if (ours.size() == 1) {
                throw e;
            }
            ours.forEach(news -> takeOurs(List.of(news)));
            return;
        }
        placement.carryOut(toMove);
    }
}
