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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hands out the deliveries that are due, each to one worker at a time. A channel that is paused hands out nothing, but
 * for one probe now and then that shows whether the trouble is over.
 *
 * <p>Where there are several companies, none ever has more than half of the workers; and within a company a free worker
 * goes to the sending method that has the fewest, so that a slow mail server does not keep Peppol waiting.
 */
public final class DueDeliveries {
    /** So many times what can be worked on is looked up together; workers then need not wait for a look each time. */
    private static final int LOOK_AHEAD = 8;

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final DeliverySettings settings;
    private final SendingPace pace;
    private final Clock clock;
    private final Map<Long, Shipment> inHand = new HashMap<>();
    /** Those in hand of which only the outcome is still to be recorded: they need no connection any more. */
    private final Set<Long> over = new HashSet<>();

    private final Returned<Delivery> returned;
    /** Counts up; the company served longest ago goes first among those with equally many workers. */
    private final Map<String, Long> lastServed = new HashMap<>();

    private long turns;
    private Ahead ahead = Ahead.nothing();

    /** As fast as it goes. */
    public DueDeliveries(Companies companies, Ledger ledger, Archive archive, DeliverySettings settings, Clock clock) {
        this(companies, ledger, archive, settings, SendingPace.unlimited(), clock);
    }

    /**
     * Hands out at most {@code settings.parallel()} at a time, apart from those whose effect is over, and no faster than
     * {@code pace}.
     */
    public DueDeliveries(
            Companies companies,
            Ledger ledger,
            Archive archive,
            DeliverySettings settings,
            SendingPace pace,
            Clock clock) {
        this.pace = pace;
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
        this.returned = new Returned<>(Delivery::id, clock);
    }

    /** Takes what is due, as far as there are workers for it. Each must be given back by {@link #release}. */
    public synchronized List<Shipment> take() {
        int free = Math.min(
                settings.parallel() - (inHand.size() - over.size()), workersFor(settings.parallel()) - inHand.size());
        if (free <= 0) {
            return List.of();
        }
        Instant now = clock.instant();
        if (!ahead.isUsable(now, ledger)) {
            ahead = lookAhead(now);
        }
        SendingPace.Round round = pace.round(List.copyOf(inHand.values()), now);
        List<Shipment> chosen = FairShare.choose(inTurn(ahead.waiting(), round), workers(), free, mostEach()).stream()
                .filter(round::take)
                .toList();
        ahead.without(chosen);
        probes(ahead.resting(), chosen, now);
        chosen.forEach(this::handOut);
        return chosen;
    }

    /** How many workers keep {@code parallel} deliveries going while the outcomes of others are being recorded. */
    public static int workersFor(int parallel) {
        return 2 * parallel;
    }

    /**
     * The call for it has ended. Only one that arrived gives its place to another before its outcome is recorded: any other
     * outcome may be about the whole channel, such as a wish to be left alone, and nothing is to go out before that is known.
     */
    public void callEnded(EndedAttempt ended) {
        if (ended.outcome() instanceof AttemptOutcome.Delivered
                || ended.outcome() instanceof AttemptOutcome.DeliveredBefore) {
            effectIsOver(ended.open().shipment());
        }
    }

    /** It stays in hand until {@link #release}, and another one may be begun meanwhile. */
    synchronized void effectIsOver(Shipment shipment) {
        if (inHand.containsKey(shipment.delivery().id())) {
            over.add(shipment.delivery().id());
        }
    }

    private Stream<Shipment> underWay() {
        return inHand.values().stream()
                .filter(shipment -> !over.contains(shipment.delivery().id()));
    }

    private Ahead lookAhead(Instant now) {
        return ledger.reading(books -> {
            List<String> due = books.deliveries().companiesDue(now).stream()
                    .filter(company -> companies.find(company).isPresent())
                    .toList();
            if (due.isEmpty()) {
                // as at most looks: then it does not matter what rests
                return Ahead.nothing();
            }
            List<Pause> pauses = books.pauses().all();
            Resting resting = new Resting(pauses);
            Map<String, List<Shipment>> waiting = new HashMap<>();
            due.forEach(company -> waiting.put(company, of(books, company, resting, now)));
            return new Ahead(waiting, pauses, now);
        });
    }

    /** The company served longest ago first, and what each may have next on its channels. */
    private Map<String, List<Shipment>> inTurn(Map<String, List<Shipment>> waiting, SendingPace.Round round) {
        Map<String, List<Shipment>> inTurn = new LinkedHashMap<>();
        waiting.keySet().stream()
                .filter(company -> companies.find(company).isPresent())
                .sorted(Comparator.comparing((String company) -> lastServed.getOrDefault(company, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(company -> inTurn.put(company, methodsInTurn(company, waiting.get(company), round)));
        return inTurn;
    }

    private List<Shipment> methodsInTurn(String company, List<Shipment> waiting, SendingPace.Round round) {
        Map<SendingMethod, List<Shipment>> byMethod = new EnumMap<>(SendingMethod.class);
        waiting.forEach(shipment -> byMethod.computeIfAbsent(
                        shipment.delivery().destination().method(), method -> new ArrayList<>())
                .add(shipment));
        companies
                .find(company)
                .ifPresent(ofNow -> byMethod.replaceAll((method, shipments) ->
                        shipments.stream().limit(round.left(ofNow, method)).toList()));
        return FairShare.choose(byMethod, methodsInHand(company), settings.parallel(), Integer.MAX_VALUE);
    }

    /** Whoever shows whether a resting channel works again is alone for a while. */
    private void probes(Resting resting, List<Shipment> chosen, Instant now) {
        List<Pause> probed = chosen.stream()
                .flatMap(shipment -> resting.of(shipment.delivery()).stream())
                .toList();
        if (!probed.isEmpty()) {
            ledger.record(books -> probed.forEach(pause -> books.pauses()
                    .find(pause.company(), pause.channel())
                    .ifPresent(still -> books.pauses().set(Channels.probing(still, now.plus(settings.probe()))))));
        }
    }

    private int mostEach() {
        boolean several = companies.all().size() > 1;
        return several ? Math.max(1, settings.parallel() / 2) : settings.parallel();
    }

    private void handOut(Shipment shipment) {
        inHand.put(shipment.delivery().id(), shipment);
        turns++;
        lastServed.put(shipment.company().key(), turns);
    }

    /** What a company has due on channels that work, and one probe of each channel that does not. */
    private List<Shipment> of(Ledger.Books books, String company, Resting resting, Instant now) {
        if (resting.altogether(company)) {
            return List.of();
        }
        Set<Long> mine = Set.copyOf(inHand.keySet());
        List<Shipment> due = new ArrayList<>();
        for (SendingMethod method : SendingMethod.values()) {
            int most = resting.most(company, Channel.of(method), LOOK_AHEAD * settings.parallel(), now);
            if (most > 0) {
                returned.without(books.deliveries().due(company, now, EnumSet.of(method), mine, most)).stream()
                        .map(delivery -> shipment(books, delivery))
                        .forEach(due::add);
            }
        }
        return due;
    }

    private Map<String, Integer> workers() {
        Map<String, Integer> workers = new HashMap<>();
        underWay().forEach(shipment -> workers.merge(shipment.company().key(), 1, Integer::sum));
        return workers;
    }

    private Map<SendingMethod, Integer> methodsInHand(String company) {
        Map<SendingMethod, Integer> methods = new EnumMap<>(SendingMethod.class);
        underWay()
                .filter(shipment -> shipment.company().key().equals(company))
                .forEach(shipment ->
                        methods.merge(shipment.delivery().destination().method(), 1, Integer::sum));
        return methods;
    }

    private Shipment shipment(Ledger.Books books, Delivery delivery) {
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        return Shipment.of(books, archive, companies.get(delivery.company()), invoice, delivery);
    }

    /** The worker is done with it, however it ended. */
    public synchronized void release(Shipment shipment) {
        inHand.remove(shipment.delivery().id());
        over.remove(shipment.delivery().id());
        returned.add(shipment.delivery());
    }

    /** Whether any delivery of the company is being worked on. */
    public synchronized boolean isBusy(String company) {
        return inHand.values().stream()
                .anyMatch(shipment -> shipment.company().key().equals(company));
    }

    /** The deliveries that are being worked on. */
    public synchronized Set<Long> inHand() {
        return Set.copyOf(inHand.keySet());
    }
}
