package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.FairShare;
import io.github.komaseconnect.delivery.Returned;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out the purchase invoices on which something is due, each to one worker at a time, fairly among companies. While
 * eConnect refuses the documents of a company, one of them tries now and then whether it still does.
 */
public final class DueReceipts {
    private final Companies companies;
    private final Ledger ledger;
    private final Channels channels;
    private final int parallel;
    private final Clock clock;
    private final Map<Long, String> inHand = new HashMap<>();
    private final Returned<Receipt> returned;
    private final ReadAhead ahead = new ReadAhead();
    /** Those in hand that try whether the trouble is over, as they were when they were handed out. */
    private final Map<Long, Receipt> probes = new HashMap<>();

    /** Hands out at most {@code parallel} at a time. */
    public DueReceipts(Companies companies, Ledger ledger, Channels channels, int parallel, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.channels = channels;
        this.parallel = parallel;
        this.clock = clock;
        this.returned = new Returned<>(Receipt::invoiceId, clock);
    }

    /** Takes what is due, as far as there are workers for it. Each must be given back by {@link #release}. */
    public synchronized List<Receipt> take() {
        if (inHand.size() >= parallel) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<String, Integer> held = new HashMap<>();
        inHand.values().forEach(company -> held.merge(company, 1, Integer::sum));
        List<Receipt> known = knownAlready(held, now);
        List<Receipt> taken = known.isEmpty() ? look(held, now) : known;
        taken.forEach(receipt -> inHand.put(receipt.invoiceId(), receipt.company()));
        probes.keySet().retainAll(inHand.keySet());
        return taken;
    }

    private List<Receipt> knownAlready(Map<String, Integer> held, Instant now) {
        return ahead.company(now).stream()
                .filter(company -> companies.find(company).isPresent())
                .flatMap(company -> {
                    int mayHave = mostForOne() - held.getOrDefault(company, 0);
                    return ahead.take(Math.min(mayHave, parallel - inHand.size())).stream();
                })
                .toList();
    }

    private List<Receipt> look(Map<String, Integer> held, Instant now) {
        ahead.drop();
        Optional<List<Receipt>> withoutProbe = ledger.reading(books -> {
            List<String> due = books.receipts().companiesDue(now);
            List<Pause> pauses = books.pauses().all();
            return due.stream().anyMatch(company -> pause(pauses, company, Channel.RECEIVING)
                            .isPresent())
                    ? Optional.empty()
                    : Optional.of(choose(books, due, pauses, held, now));
        });
        // a probe moves the moment of the next one, so that is written in the transaction that chooses it
        return withoutProbe.orElseGet(() -> ledger.inTransaction(books ->
                choose(books, books.receipts().companiesDue(now), books.pauses().all(), held, now)));
    }

    private static Optional<Pause> pause(List<Pause> pauses, String company, Channel channel) {
        return pauses.stream()
                .filter(pause -> pause.company().equals(company) && pause.channel() == channel)
                .findFirst();
    }

    private List<Receipt> choose(
            Ledger.Books books, List<String> due, List<Pause> pauses, Map<String, Integer> held, Instant now) {
        // with more of them, or with a pause, each place that comes free is to be judged anew
        int more = due.size() == 1 && pauses.isEmpty() ? ReadAhead.MOST : 0;
        Map<String, List<Receipt>> waiting = new LinkedHashMap<>();
        for (String company : due) {
            int most = mostForOne() - held.getOrDefault(company, 0);
            if (companies.find(company).isPresent() && most > 0) {
                waiting.put(company, of(books, pauses, company, now, most, more));
            }
        }
        return FairShare.choose(waiting, held, parallel);
    }

    /** One company leaves places to others even while these have nothing due: its calls may take long to fail. */
    private int mostForOne() {
        return companies.all().size() > 1 ? Math.max(1, parallel / 2) : parallel;
    }

    private List<Receipt> of(Ledger.Books books, List<Pause> pauses, String company, Instant now, int most, int more) {
        boolean paused = pause(pauses, company, Channel.ALL).isPresent();
        boolean refused = pause(pauses, company, Channel.ECONNECT)
                .filter(pause -> !PurchaseReasons.onlyForOneKindOfCall(pause.reasonCode()))
                .isPresent();
        if (paused || refused) {
            return List.of();
        }
        Set<Long> mine = Set.copyOf(inHand.keySet());
        Optional<Pause> receiving = pause(pauses, company, Channel.RECEIVING);
        if (receiving.isEmpty()) {
            List<Receipt> due = books.receipts().due(company, now, mine, most + more);
            List<Receipt> first = due.subList(0, Math.min(most, due.size()));
            ahead.keep(returned.without(due.subList(first.size(), due.size())), now);
            return returned.without(first);
        }
        boolean time = receiving.get().probeAt().filter(at -> !at.isAfter(now)).isPresent();
        return time ? probe(books, receiving.get(), mine, now) : List.of();
    }

    /** The one that came farthest: it is at the step that was refused, which an earlier step would not show. */
    private List<Receipt> probe(Ledger.Books books, Pause pause, Set<Long> mine, Instant now) {
        Optional<Receipt> probe = due(books, pause.company(), mine, now).stream()
                .max(Comparator.comparing(Receipt::state).thenComparing(Receipt::invoiceId, Comparator.reverseOrder()));
        probe.ifPresent(receipt -> {
            channels.probing(books, pause);
            probes.put(receipt.invoiceId(), receipt);
        });
        return probe.stream().toList();
    }

    /**
     * The worker is done with it.
     *
     * @param receipt as it was handed out
     * @param after what its last step gave; anything but a receipt with which nothing more is to be done may be a reason to
     *     look at the ledger before the next is handed out
     */
    public synchronized void release(Receipt receipt, Object after) {
        if (!(after instanceof Receipt done) || Receiving.OPEN.contains(done.state())) {
            ahead.drop();
        }
        giveBack(receipt);
    }

    /** The worker is done with it, however it ended. */
    public synchronized void release(Receipt receipt) {
        ahead.drop();
        giveBack(receipt);
    }

    private void giveBack(Receipt receipt) {
        inHand.remove(receipt.invoiceId());
        returned.add(receipt);
        Optional.ofNullable(probes.remove(receipt.invoiceId()))
                .ifPresent(probe -> ledger.record(books -> judge(books, probe)));
    }

    private void judge(Ledger.Books books, Receipt probe) {
        boolean movedOn = books.receipts()
                .find(probe.invoiceId())
                .filter(after -> after.state() != probe.state())
                .isPresent();
        // one that is due at once was stopped on its way: refused again
        boolean refused = due(books, probe.company(), Set.of(), clock.instant()).stream()
                .anyMatch(due -> due.invoiceId() == probe.invoiceId());
        if (movedOn && !refused) {
            channels.works(books, probe.company(), Channel.RECEIVING);
        }
    }

    private static List<Receipt> due(Ledger.Books books, String company, Set<Long> except, Instant now) {
        return books.receipts().due(company, now, except, Integer.MAX_VALUE / 2);
    }

    /** Whether any document of the company is being worked on. */
    public synchronized boolean isBusy(String company) {
        return inHand.containsValue(company);
    }
}
