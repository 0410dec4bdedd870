package io.github.komaseconnect.custody;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a company in hand only when its folders are this ledger's, and sends it away when they no longer are. The last gate
 * to be asked: it marks the folders.
 */
public final class CustodyGate implements CompanyGate {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(CustodyGate.class);

    private final Custody custody;
    private final Clock clock;
    private final Map<String, CustodyVerdict> lost = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "folders-given-back");
        thread.setDaemon(true);
        return thread;
    });

    private record Refusal(Verdict verdict, Instant at) {}

    /** Asks {@code custody}. */
    public CustodyGate(Custody custody, Clock clock) {
        this.custody = custody;
        this.clock = clock;
    }

    /** One that was refused is looked at again after a while, or at once when a person adopted it. */
    @Override
    public Verdict mayComeInHand(Company company) {
        Instant now = clock.instant();
        Refusal before = refused.get(company.key());
        if (before != null
                && !custody.has(company)
                && Duration.between(before.at(), now).abs().compareTo(LOOK_AGAIN) < 0) {
            return before.verdict();
        }
        lost.remove(company.key());
        Verdict verdict = answer(custody.take(company));
        if (verdict instanceof Enter) {
            refused.remove(company.key());
        } else {
            refused.put(company.key(), new Refusal(verdict, now));
        }
        return verdict;
    }

    /** What the last round found. */
    @Override
    public Verdict mayStay(Company company) {
        CustodyVerdict verdict = lost.get(company.key());
        return verdict == null ? new Enter() : answer(verdict);
    }

    /**
     * What may still be going on keeps its folders: whoever is next is told so by the mark. A folder that does not answer
     * keeps nobody waiting.
     */
    @Override
    public void gone(Company company, Departure departure) {
        if (departure == Departure.FINISHED) {
            Future<?> given = threads.submit(() -> custody.giveBack(company));
            try {
                given.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException hangs) {
                LOG.warn("{}: the outbox does not answer; its mark is put at rest when it does", company.key());
            } catch (ExecutionException e) {
                LOG.warn("{}: the mark in the outbox could not be put at rest: {}", company.key(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether this company was refused the last time that it was asked about. */
    public boolean refuses(String companyKey) {
        return refused.containsKey(companyKey);
    }

    /** Looks at a company in hand; what it finds is what {@link #mayStay} says from then on. */
    public void look(Company company) {
        CustodyVerdict verdict = custody.look(company);
        if (!(verdict instanceof CustodyVerdict.Ours)) {
            lost.put(company.key(), verdict);
        }
    }

    private static Verdict answer(CustodyVerdict verdict) {
        if (verdict instanceof CustodyVerdict.Stopped stopped) {
            return new Wait(stopped.reason());
        }
        if (verdict instanceof CustodyVerdict.Waiting waiting) {
            return new Wait(waiting.reason());
        }
        if (verdict instanceof CustodyVerdict.TakenOver) {
            return new Wait(Reason.of(
                    "custody.taken-over",
                    "Een andere node met dezelfde administratie heeft dit bedrijf overgenomen.",
                    "Another node with the same ledger has taken this company over."));
        }
        return new Enter();
    }
}
