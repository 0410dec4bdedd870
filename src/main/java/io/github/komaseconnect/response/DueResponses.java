package io.github.komaseconnect.response;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.delivery.FairShare;
import io.github.komaseconnect.delivery.Returned;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands out the answers to suppliers that are due, one of an invoice at a time and in the order in which they were given.
 * An attempt that a crash left open is ended in doubt here, and the answer is due again: to say the same status once more
 * changes nothing.
 */
public final class DueResponses {
    private final Companies companies;
    private final Ledger ledger;
    private final int parallel;
    private final Clock clock;
    private final Map<Long, LedgerResponse> inHand = new HashMap<>();
    private final Returned<LedgerResponse> returned;

    /** Hands out at most {@code parallel} at a time. */
    public DueResponses(Companies companies, Ledger ledger, int parallel, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.parallel = parallel;
        this.clock = clock;
        this.returned = new Returned<>(LedgerResponse::id, clock);
    }

    /** Takes what is due, as far as there are workers for it. Each must be given back by {@link #release}. */
    public synchronized List<LedgerResponse> take() {
        if (inHand.size() >= parallel) {
            return List.of();
        }
        Instant now = clock.instant();
        List<String> due = ledger.reading(books -> books.responses().companiesDue(now)).stream()
                .filter(company -> companies.find(company).isPresent())
                .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> held = new HashMap<>();
        inHand.values().forEach(response -> held.merge(response.company(), 1, Integer::sum));
        Map<String, List<LedgerResponse>> waiting = new LinkedHashMap<>();
        due.forEach(company -> waiting.put(company, of(company, now)));
        List<LedgerResponse> taken = FairShare.choose(waiting, held, parallel);
        taken.forEach(response -> inHand.put(response.id(), response));
        return taken;
    }

    private List<LedgerResponse> of(String company, Instant now) {
        boolean atRest = ledger.<Boolean>reading(books -> Stream.of(Channel.ALL, Channel.ECONNECT)
                .anyMatch(channel -> books.pauses().find(company, channel).isPresent()));
        if (atRest) {
            return List.of();
        }
        List<LedgerResponse> all = free(company, now);
        List<LedgerResponse> interrupted = all.stream()
                .filter(response -> response.state() == ResponseState.ATTEMPTING)
                .toList();
        if (interrupted.isEmpty()) {
            return returned.without(all);
        }
        ledger.record(books -> interrupted.forEach(response -> takeUp(books, response)));
        return returned.without(free(company, now));
    }

    private List<LedgerResponse> free(String company, Instant now) {
        return ledger.reading(books -> books.responses().due(company, now)).stream()
                .filter(response -> !inHand.containsKey(response.id()))
                .toList();
    }

    private static void takeUp(Ledger.Books books, LedgerResponse response) {
        books.responses().attempts(response.id()).stream()
                .filter(attempt -> attempt.endedAt().isEmpty())
                .map(ResponseAttempt::id)
                .forEach(attempt -> books.responses()
                        .end(response, attempt, "IN_DOUBT", Optional.of(ResponseReasons.interrupted())));
        books.responses()
                .state(
                        response,
                        ResponseState.WAITING,
                        new Responses.Next(
                                response.dueAt(), response.tries(), response.failingSince(), response.reason()));
    }

    /** The worker is done with it, however it ended. */
    public synchronized void release(LedgerResponse response) {
        inHand.remove(response.id());
        returned.add(response);
    }

    /** Whether an answer of the company is being given. */
    public synchronized boolean isBusy(String company) {
        return inHand.values().stream().anyMatch(response -> response.company().equals(company));
    }
}
