package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.delivery.FairShare;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands out the purchase invoices on which something is due, each to one worker at a time, fairly among companies. */
public final class DueReceipts {
    private final Companies companies;
    private final Ledger ledger;
    private final int parallel;
    private final Clock clock;
    private final Map<Long, String> inHand = new HashMap<>();

    /** Hands out at most {@code parallel} at a time. */
    public DueReceipts(Companies companies, Ledger ledger, int parallel, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.parallel = parallel;
        this.clock = clock;
    }

    /** Takes what is due, as far as there are workers for it. Each must be given back by {@link #release}. */
    public synchronized List<Receipt> take() {
        if (inHand.size() >= parallel) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<Long> mine = Set.copyOf(inHand.keySet());
        List<Receipt> taken = ledger.inTransaction(books -> {
            Map<String, List<Receipt>> waiting = new LinkedHashMap<>();
            for (String company : books.receipts().companiesDue(now)) {
                boolean paused = books.pauses().find(company, Channel.ALL).isPresent()
                        || books.pauses().find(company, Channel.ECONNECT).isPresent();
                if (companies.find(company).isPresent() && !paused) {
                    waiting.put(company, books.receipts().due(company, now, mine, parallel));
                }
            }
            Map<String, Integer> held = new HashMap<>();
            inHand.values().forEach(company -> held.merge(company, 1, Integer::sum));
            return FairShare.choose(waiting, held, parallel);
        });
        taken.forEach(receipt -> inHand.put(receipt.invoiceId(), receipt.company()));
        return taken;
    }

    /** The worker is done with it, however it ended. */
    public synchronized void release(Receipt receipt) {
        inHand.remove(receipt.invoiceId());
    }

    /** Whether any document of the company is being worked on. */
    public synchronized boolean isBusy(String company) {
        return inHand.containsValue(company);
    }
}
