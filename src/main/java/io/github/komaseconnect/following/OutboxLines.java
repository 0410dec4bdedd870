package io.github.komaseconnect.following;

import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.ForeignDocuments.ForeignDocument;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
        List<InboxEntry> ours = new ArrayList<>();
        ledger.reading(books -> {
            entries.forEach(entry -> sort(books, company, entry, ours, strangers));
            return Boolean.TRUE;
        });
        for (int from = 0; from < ours.size(); from += TOGETHER) {
            takeOurs(company, ours.subList(from, Math.min(from + TOGETHER, ours.size())));
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
            InboxEntry entry,
            List<InboxEntry> ours,
            List<ForeignDocument> strangers) {
        Optional<Delivery> delivery = books.deliveries().withReference(company, entry.externalId());
        if (delivery.isEmpty()) {
            if (!books.foreignDocuments().isKnown(company, entry.externalId())) {
                strangers.add(new ForeignDocument(
                        company, entry.externalId(), entry.subject().strip(), entry.receiver(), entry.createdOn()));
            }
        } else if (OutboxSighting.of(entry, clock.instant())
                .filter(seen -> tidings.isNews(books, delivery.get(), seen))
                .isPresent()) {
            ours.add(entry);
        }
    }

    /** Together, for every commit waits for the disk; where one of them fails, each by itself. */
    private void takeOurs(String company, List<InboxEntry> entries) {
        List<Long> invoices = new ArrayList<>();
        try {
            ledger.record(books -> entries.forEach(entry -> take(books, company, entry, invoices)));
        } catch (RuntimeException e) {
            if (entries.size() == 1) {
                throw e;
            }
            entries.forEach(entry -> takeOurs(company, List.of(entry)));
            return;
        }
        placement.carryOut(invoices);
    }

    private void take(Ledger.Books books, String company, InboxEntry entry, List<Long> invoices) {
        books.deliveries().withReference(company, entry.externalId()).ifPresent(delivery -> {
            OutboxSighting.of(entry, clock.instant()).ifPresent(seen -> tidings.take(books, delivery, seen));
            invoices.add(delivery.invoiceId());
        });
    }
}
