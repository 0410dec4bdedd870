package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out the deliveries that are due, each to one worker at a time. A channel that is paused hands out nothing, but
 * for one probe now and then that shows whether the trouble is over.
 */
public final class DueDeliveries {
    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Map<Long, String> inHand = new HashMap<>();

    /** Hands out at most {@code settings.parallel()} at a time. */
    public DueDeliveries(Companies companies, Ledger ledger, Archive archive, DeliverySettings settings, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes what is due, as far as there are workers for it. Each must be given back by {@link #release}. */
    public synchronized List<Shipment> take() {
        if (inHand.size() >= settings.parallel()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Shipment> taken = ledger.inTransaction(books -> {
            List<String> due = books.deliveries().companiesDue(now);
            if (due.isEmpty()) {
                return List.of();
            }
            List<Pause> pauses = books.pauses().all();
            Map<String, List<Delivery>> waiting = new LinkedHashMap<>();
            for (String company : due) {
                if (companies.find(company).isPresent()) {
                    waiting.put(company, of(books, company, pauses, now));
                }
            }
            return FairShare.choose(waiting, held(), settings.parallel()).stream()
                    .map(delivery -> shipment(books, delivery))
                    .toList();
        });
        taken.forEach(shipment ->
                inHand.put(shipment.delivery().id(), shipment.company().key()));
        return taken;
    }

    private List<Delivery> of(Ledger.Books books, String company, List<Pause> pauses, Instant now) {
        Map<Channel, Pause> paused = new HashMap<>();
        pauses.stream()
                .filter(pause -> pause.company().equals(company))
                .forEach(pause -> paused.put(pause.channel(), pause));
        if (paused.containsKey(Channel.ALL)) {
            return List.of();
        }
        Set<Long> mine = Set.copyOf(inHand.keySet());
        Set<SendingMethod> open = EnumSet.noneOf(SendingMethod.class);
        List<Delivery> due = new ArrayList<>();
        for (SendingMethod method : SendingMethod.values()) {
            Optional<Pause> pause = Optional.ofNullable(paused.get(Channel.of(method)));
            if (pause.isEmpty()) {
                open.add(method);
            } else if (pause.get().probeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                List<Delivery> probe = books.deliveries().due(company, now, EnumSet.of(method), mine, 1);
                if (!probe.isEmpty()) {
                    books.pauses().set(postponed(pause.get(), now));
                    due.addAll(probe);
                }
            }
        }
        due.addAll(books.deliveries().due(company, now, open, mine, settings.parallel()));
        return due;
    }

    private Pause postponed(Pause pause, Instant now) {
        return new Pause(
                pause.company(),
                pause.channel(),
                pause.reasonCode(),
                pause.dutch(),
                pause.english(),
                pause.who(),
                pause.since(),
                Optional.of(now.plus(settings.probe())));
    }

    private Map<String, Integer> held() {
        Map<String, Integer> held = new HashMap<>();
        inHand.values().forEach(company -> held.merge(company, 1, Integer::sum));
        return held;
    }

    private Shipment shipment(Ledger.Books books, Delivery delivery) {
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        return new Shipment(
                companies.get(delivery.company()),
                invoice,
                delivery,
                archive.file(invoice.archive(), Archive.DOCUMENT));
    }

    /** The worker is done with it, however it ended. */
    public synchronized void release(Shipment shipment) {
        inHand.remove(shipment.delivery().id());
    }

    /** The deliveries that are being worked on. */
    public synchronized Set<Long> inHand() {
        return Set.copyOf(inHand.keySet());
    }
}
