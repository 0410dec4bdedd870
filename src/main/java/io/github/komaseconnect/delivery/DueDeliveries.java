package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
 *
 * <p>Where there are several companies, none ever has more than half of the workers; and within a company a free worker
 * goes to the sending method that has the fewest, so that a slow mail server does not keep Peppol waiting.
 */
public final class DueDeliveries {
    /** So many times what can be worked on is looked up together; workers then need not wait for a look each time. */
    private static final int LOOK_AHEAD = 8;
    /** No call takes as long as this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final DeliverySettings settings;
    private final SendingPace pace;
    private final Clock clock;
    private final Places places;
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
     * Hands out at most {@code settings.parallel()} at a time, apart from those that lent their place or whose effect is
     * over, and no faster than {@code pace}.
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
        this.places = new Places(
                settings.parallel(),
                workersFor(settings.parallel()),
                () -> companies.all().size() > 1,
                GlobalSettings.SURE_OF_TURN,
                LONGEST_WAIT);
        this.returned = new Returned<>(Delivery::id, clock);
    }

    /** Takes what is due, as far as there are workers for it. Each must be given back by {@link #release}. */
    public synchronized List<Shipment> take() {
        Room room = places.reserve();
        List<Shipment> chosen = List.of();
        try {
            chosen = room.most() > 0 ? choose(room) : List.of();
        } finally {
            places.handOut(chosen);
        }
        return chosen;
    }

    private List<Shipment> choose(Room room) {
        Instant now = clock.instant();
        if (!ahead.isUsable(now, ledger)) {
            ahead = lookAhead(now);
        }
        SendingPace.Round round = pace.round(places.shipments(), now);
        List<Shipment> chosen =
                FairShare.choose(inTurn(ahead.waiting(), round), places.byCompany(), room.most(), places.mostEach(room))
                        .stream()
                        // whose turn it is otherwise waits for a place, which nobody then gets ahead of it
                        .takeWhile(shipment ->
                                room.free() > 0 || shipment.getStep().equals("peppol"))
                        .filter(round::take)
                        .toList();
        ahead.without(chosen);
        probes(ahead.resting(), chosen, now);
        chosen.forEach(this::served);
        return chosen;
    }

    /** How many workers keep {@code parallel} deliveries going while the outcomes of others are being recorded. */
    public static int workersFor(int parallel) {
        return 2 * parallel;
    }

    /** Its attempt is being recorded, for which it needs no place: another may have it meanwhile. */
    public void lend(Shipment shipment) {
        places.lend(shipment.delivery().id());
    }

    /**
     * Its attempt is recorded, and it is to go out: waits for a place, which its call has until {@link #callEnded}.
     *
     * @return whether it is its turn; not when its channel was put to rest meanwhile
     * @throws io.github.komaseconnect.ledger.LeaseLostException when the company is another node's by now
     */
    public Turn turn(OpenAttempt open) {
        Shipment shipment = open.shipment();
        return switch (places.again(shipment.delivery().id())) {
            case GO -> new Turn(open, Optional.empty());
            case ASK_FIRST -> new Turn(open, rest(shipment));
            case NONE -> new Turn(open, Optional.of(Outcomes.noTurn()));
        };
    }

    /** Asked once more, as when the attempt was begun: whether the company is still this node's, and nothing rests. */
    private Optional<Reason> rest(Shipment shipment) {
        List<Pause> pauses = ledger.inTransaction(books -> {
            books.leases().require(shipment.company().key());
            return books.pauses().all();
        });
        return new Resting(pauses)
                .ofChannelOrAll(shipment.delivery())
                .map(pause -> Outcomes.notTried(Reason.of(pause.reasonCode(), pause.dutch(), pause.english())));
    }

    /**
     * The call for it has ended. Only one that arrived gives its place to another before its outcome is recorded: any other
     * outcome may be about the whole channel, such as a wish to be left alone, and nothing is to go out before that is known.
     */
    public void callEnded(EndedAttempt ended) {
        long id = ended.open().shipment().delivery().id();
        if (ended.outcome() instanceof AttemptOutcome.Delivered
                || ended.outcome() instanceof AttemptOutcome.DeliveredBefore) {
            places.over(id);
        } else if (!(ended.outcome() instanceof AttemptOutcome.NotTried)) {
            places.endedBadly(id);
        }
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
        int most = Math.min(settings.parallel(), places.roomFor(company));
        return FairShare.choose(byMethod, places.byMethod(company), most, Integer.MAX_VALUE);
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

    private void served(Shipment shipment) {
        turns++;
        lastServed.put(shipment.company().key(), turns);
    }

    /** What a company has due on channels that work, and one probe of each channel that does not. */
    private List<Shipment> of(Ledger.Books books, String company, Resting resting, Instant now) {
        if (resting.altogether(company)) {
            return List.of();
        }
        Set<Long> mine = places.ids();
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

    private Shipment shipment(Ledger.Books books, Delivery delivery) {
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        return Shipment.of(books, archive, companies.get(delivery.company()), invoice, delivery);
    }

    /** The worker is done with it, however it ended. */
    public synchronized void release(Shipment shipment) {
        places.release(shipment.delivery().id());
        returned.add(shipment.delivery());
    }

    /** The program is being stopped: nothing is handed out any more, and what waits for its turn does not get it. */
    public void stop() {
        places.stop();
    }

    /** Whether any delivery of the company is being worked on. */
    public boolean isBusy(String company) {
        return places.hasAnyOf(company);
    }

    /** The deliveries that are being worked on. */
    public Set<Long> inHand() {
        return places.ids();
    }

    /** How many of these wait for their turn. */
    int asking() {
        return places.asking();
    }
}
