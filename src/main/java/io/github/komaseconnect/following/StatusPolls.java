package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.econnect.ServiceBus.DocumentStatus;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the PSB sparingly for the status of sent documents of which no hook told anything for a while: hooks are the normal
 * way, and one can get lost. After {@code following.psb-poll} of silence first, then after ever longer pauses, until the
 * buyer judged it or it is followed no more. What was asked when is only remembered: after a restart each is asked once more.
 */
public final class StatusPolls {
    private static final Logger LOG = LoggerFactory.getLogger(StatusPolls.class);
    /** Calls for one company in one round. */
    static final int AT_ONCE = 25;

    private static final int MOST = 10_000;
    private static final int ROUNDS_PER_POLL = 12;
    private static final Duration WITHOUT_POLLS = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Most buyers never answer: of one that arrived there is hardly anything left to miss. */
    private static final Duration LONGEST_DELIVERED = Duration.ofDays(7);

    private final Companies companies;
    private final Function<Company, Optional<ServiceBus>> buses;
    private final Ledger ledger;
    private final Channels channels;
    private final PsbStatuses statuses;
    private final FollowingSettings settings;
    private final Clock clock;
    private final OneAtATime turns;
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();
    /** By company, when each delivery was asked for last. */
    private final Map<String, Map<Long, Instant>> asked = new ConcurrentHashMap<>();

    /** The last round of a company, and how long it is to be left alone since. */
    private record Round(Instant at, Duration pause) {}

    /** Asks for these companies by {@code buses}; what it is told is taken as {@code hooks} would take it. */
    public StatusPolls(
            Companies companies,
            Function<Company, Optional<ServiceBus>> buses,
            Ledger ledger,
            Channels channels,
            SentHooks hooks,
            FollowingSettings settings,
            Clock clock) {
        this.companies = companies;
        this.buses = buses;
        this.ledger = ledger;
        this.channels = channels;
        this.statuses = new PsbStatuses(hooks);
        this.settings = settings;
        this.clock = clock;
        this.turns = new OneAtATime(ledger);
    }

    /** Companies whose turn it is now. */
    public List<String> due() {
        Instant now = clock.instant();
        return companies.all().stream()
                .filter(company -> company.has(Gateway.PSB))
                .map(Company::key)
                .filter(key -> !turns.isBusy(key) && isTurn(key, now))
                .toList();
    }

    private boolean isTurn(String key, Instant now) {
        return Optional.ofNullable(rounds.get(key))
                .filter(round -> !DueTime.isAtLeast(round.pause(), round.at(), now))
                .isEmpty();
    }

    /** Whether something is being asked for the company. */
    public boolean isBusy(String companyKey) {
        return turns.isBusy(companyKey);
    }

    /** Forgets what was asked for a company that has gone. */
    public void forget(String companyKey) {
        rounds.remove(companyKey);
        asked.remove(companyKey);
    }

    /** One round for a company; trouble changes nothing but when it is asked again. */
    public void ask(String companyKey) {
        turns.unlessBusy(
                companyKey,
                () -> companies.find(companyKey).filter(turns::mayAsk).ifPresent(this::ask));
    }

    private void ask(Company company) {
        String key = company.key();
        Instant now = clock.instant();
        boolean off = settings.psbPoll().isZero();
        rounds.put(key, new Round(now, off ? WITHOUT_POLLS : settings.psbPoll().dividedBy(ROUNDS_PER_POLL)));
        List<Followed> open = ledger.inTransaction(books -> {
            books.following().begin(key, now.minus(settings.time()));
            books.following().end(key, now.minus(settings.time()));
            return books.following().unjudged(key, Gateway.PSB, MOST);
        });
        Optional<ServiceBus> bus = buses.apply(company);
        if (off || bus.isEmpty()) {
            return;
        }
        Map<Long, Instant> times = asked.computeIfAbsent(key, any -> new HashMap<>());
        times.keySet().retainAll(open.stream().map(Followed::deliveryId).collect(Collectors.toSet()));
        List<Followed> due = open.stream()
                .filter(followed -> isDue(followed, Optional.ofNullable(times.get(followed.deliveryId())), now))
                .limit(AT_ONCE)
                .toList();
        for (Followed followed : due) {
            times.put(followed.deliveryId(), now);
            if (!ask(company, bus.get(), followed)) {
                return;
            }
        }
    }

    /** As long again as nothing was said at the last time, within bounds. */
    private boolean isDue(Followed followed, Optional<Instant> lastAsked, Instant now) {
        Instant word = lastWord(followed);
        Duration first = settings.psbPoll();
        if (lastAsked.filter(asked -> asked.isAfter(word)).isEmpty()) {
            return DueTime.isAtLeast(first, word, now);
        }
        Duration silence = Duration.between(word, lastAsked.get());
        Duration longest = followed.transit() == Transit.DELIVERED ? LONGEST_DELIVERED : LONGEST;
        Duration pause = silence.compareTo(longest) > 0 ? longest : silence;
        return DueTime.isAtLeast(pause.compareTo(first) < 0 ? first : pause, lastAsked.get(), now);
    }

    private static Instant lastWord(Followed followed) {
        Instant transit = followed.transitAt().isAfter(followed.sentAt()) ? followed.transitAt() : followed.sentAt();
        return followed.answerAt().filter(transit::isBefore).orElse(transit);
    }

    /** Whether the next one may be asked for. */
    private boolean ask(Company company, ServiceBus bus, Followed followed) {
        Reply<List<DocumentStatus>> reply = bus.statuses(followed.reference());
        if (reply instanceof Reply.Done<List<DocumentStatus>> done) {
            ledger.record(books -> statuses.take(books, company, followed, done.value(), clock.instant()));
            return true;
        }
        Reason reason = reply.trouble().orElseThrow();
        if (reply instanceof Reply.Refused<List<DocumentStatus>>) {
            LOG.debug("{}: {}: {}", company.key(), followed.reference(), reason.english());
            return true;
        }
        LOG.warn("{}: de stand van verzonden facturen opvragen lukt nu niet: {}", company.key(), reason.dutch());
        rounds.put(company.key(), new Round(clock.instant(), settings.psbPoll()));
        // it was not answered: its turn comes again with the next round
        Optional.ofNullable(asked.get(company.key())).ifPresent(times -> times.remove(followed.deliveryId()));
        reply.restAskedFor()
                .filter(time -> company.gateway() == Gateway.PSB)
                .ifPresent(time ->
                        ledger.record(books -> channels.rest(books, company.key(), Channel.ECONNECT, reason, time)));
        return false;
    }
}
