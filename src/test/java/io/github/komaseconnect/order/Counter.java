package io.github.komaseconnect.order;

import io.github.komaseconnect.adoption.Adoption;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.custody.Custodian;
import io.github.komaseconnect.custody.Custody;
import io.github.komaseconnect.custody.CustodyGate;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.InboxReconciliation;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.sales.PostRoom;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Gives orders as the command line does and carries them out as the route does; {@link PostRoom} has the parts. */
final class Counter {
    static final String WHO = "els@kantoor";

    final PostRoom room;

    Counter(PostRoom room) {
        this.room = room;
    }

    OrderDesk desk() {
        return new OrderDesk(
                room.companies,
                room.ledger,
                new RetryOrder(room.ledger, room.archive, room.claims, room.placement, room.clock),
                new CancelOrder(room.ledger, room.placement),
                new ResolveOrder(room.ledger, room.placement, room.clock),
                new PauseOrder(room.companies, room.ledger, room.clock),
                room.relations,
                new RerouteOrder(room.ledger, room.placement, room.plan),
                refresh(),
                adopt(),
                new RespondOrder(
                        room.companies,
                        (company, receipt) -> {
                            throw new IllegalStateException("nobody is answered here");
                        },
                        room.ledger));
    }

    /** No company is stopped here. */
    private AdoptOrder adopt() {
        Custody custody = new Custody(room.ledger, room.alarms, new Custodian("run", "place", "here"), room.clock);
        Connections nobody = (company, gateway) -> {
            throw new IllegalStateException("eConnect is not asked here");
        };
        Adoption adoption = new Adoption(
                room.ledger,
                room.archive,
                nobody,
                custody,
                new UblReader(new SafeXml()),
                new UblFingerprint(new SafeXml()),
                new InboxReconciliation(room.ledger, room.archive, Duration.ZERO, room.clock),
                Duration.ZERO,
                room.folder("outbox"),
                room.clock);
        return new AdoptOrder(room.companies, new CustodyGate(custody, room.clock), adoption, room.ledger);
    }

    private OrderedRefresh refresh() {
        PurchaseInbox inbox = new PurchaseInbox(
                room.companies,
                (company, gateway) -> {
                    throw new IllegalStateException("nothing is fetched here");
                },
                room.ledger,
                room.channels,
                room.alarms,
                new ReceiveSettings(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(1)),
                room.delivery,
                room.clock);
        DueReceipts receipts = new DueReceipts(room.companies, room.ledger, room.channels, 1, room.clock);
        return new OrderedRefresh(inbox, receipts, room.ledger, room.clock);
    }

    long place(WorkOrder.Kind kind, long invoiceId, String argument) {
        return room.ledger.inTransaction(books -> books.orders().place(kind, "acme", invoiceId, argument, WHO));
    }

    WorkOrder find(long id) {
        return room.ledger.inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    /** Places an order and walks the route carry-out-order; gives the order with its answer. */
    WorkOrder order(WorkOrder.Kind kind, long invoiceId, String argument) throws IOException {
        long id = place(kind, invoiceId, argument);
        OrderDesk desk = desk();
        for (WorkOrder order : desk.take()) {
            switch (order.kind()) {
                case RETRY -> room.accept(desk.retry(order));
                case REROUTE -> desk.reroute(order);
                case RESOLVE -> room.lookUp(desk.resolve(order));
                default -> desk.carryOut(order);
            }
        }
        return find(id);
    }

    WorkOrder.Outcome outcome(WorkOrder.Kind kind, long invoiceId, String argument) throws IOException {
        return order(kind, invoiceId, argument).outcome();
    }

    /** What people ordered, as the invoice's events tell it: who, and what. */
    List<String> ordersOf(long invoiceId) {
        return room.ledger.inTransaction(books -> books.events().of(invoiceId)).stream()
                .filter(event -> event.kind().equals("order"))
                .map(Counter::told)
                .toList();
    }

    private static String told(LedgerEvent event) {
        return event.who() + ": " + event.dutch();
    }
}
