package io.github.komaseconnect.following;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.SentElsewhere;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Following.OutboxMark;
import io.github.komaseconnect.ledger.ForeignDocuments.ForeignDocument;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads now and then what changed in the outboxes at eConnect's platform: how sent documents went on, what buyers answered,
 * and what another program sent. Only where something is followed or waits to be sent, and sparingly.
 */
public final class OutboxLook {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxLook.class);
    private static final int MOST_PAGES = 10_000;
    /** Longer than what was put off waits for its next look, which may itself take until its time-out. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Companies companies;
    private final Connections connections;
    private final Ledger ledger;
    private final Channels channels;
    private final OutboxLines lines;
    private final SentElsewhere elsewhere;
    private final AlarmBell alarms;
    private final FollowingSettings settings;
    private final Clock clock;
    private final OneAtATime turns;
    private final LookBack back;
    /** When a list was really read, not when there was nothing to look for. */
    private final Map<String, Instant> seenAt = new ConcurrentHashMap<>();
    /** Companies that send just now and whose last look grows old: the next one is to be made beside the sending. */
    private final Set<String> soon = ConcurrentHashMap.newKeySet();
    /** The last time that one could not be read, until it can. */
    private final Map<String, Unread> unread = new ConcurrentHashMap<>();

    /** {@code rest} is for how long it is not asked for by itself. */
    private record Unread(Instant at, Looked what, Reason why, Duration rest) {}

    /** Looks for these companies; what another program sent is compared with what waits by {@code elsewhere}. */
    public OutboxLook(
            Companies companies,
            Connections connections,
            Ledger ledger,
            Channels channels,
            OutboxLines lines,
            SentElsewhere elsewhere,
            AlarmBell alarms,
            FollowingSettings settings,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.ledger = ledger;
        this.channels = channels;
        this.lines = lines;
        this.elsewhere = elsewhere;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.turns = new OneAtATime(ledger);
        this.back = new LookBack(ledger, settings.time());
    }

    /** Companies whose outbox is to be looked at now. */
    public List<String> due() {
        Instant now = clock.instant();
        return companies.all().stream()
                .filter(company -> company.has(Gateway.PLATFORM))
                .map(Company::key)
                .filter(key -> !turns.isBusy(key) && isDue(key, now))
                .toList();
    }

    private boolean isDue(String key, Instant now) {
        if (unread(key, now, Unread::rest).isPresent()) {
            return false;
        }
        return soon.remove(key) || isLongAgo(key, now);
    }

    private boolean isLongAgo(String key, Instant now) {
        return ledger.reading(books -> books.following()
                .outboxMark(key)
                .filter(mark -> !DueTime.isAtLeast(settings.poll(), mark.readAt(), now))
                .isEmpty());
    }

    /** Whether the outbox of the company is being looked at. */
    public boolean isBusy(String companyKey) {
        return turns.isBusy(companyKey);
    }

    /** Forgets how it went for a company that has gone. */
    public void forget(String companyKey) {
        seenAt.remove(companyKey);
        soon.remove(companyKey);
        unread.remove(companyKey);
        back.forget(companyKey);
    }

    /** Looks once; trouble is recorded, not thrown. */
    public void look(String companyKey) {
        turns.unlessBusy(
                companyKey,
                () -> companies.find(companyKey).filter(turns::mayAsk).ifPresent(this::look));
    }

    /**
     * Before something goes out: looks, unless that was done just now. One that is still good enough, but not for long, is
     * followed by the next one beside the sending, so that nobody waits for that. Without one, waits for a look that is under
     * way; but not for one at a platform that the company has left, once that failed: then only the looks of every
     * {@code following.poll} try again.
     *
     * @param fresh within this time a look that was done, or was refused, is good enough
     * @param again within this time one that failed is not repeated
     */
    Looked lookBefore(Company company, Duration fresh, Duration again) {
        String key = company.key();
        Instant asked = clock.instant();
        if (!unread.containsKey(key) && isFresh(key, fresh, asked)) {
            if (!isFresh(key, fresh.dividedBy(2), asked)) {
                soon.add(key);
            }
            return new Looked.Seen();
        }
        Optional<Looked> left = Optional.ofNullable(unread.get(key))
                .filter(failed -> isLeft(company))
                .map(failed -> new Looked.NotAtAll(failed.why()));
        return left.orElseGet(() -> turns.inTurn(key, () -> {
            Instant now = clock.instant();
            return isFresh(key, fresh, now)
                    ? new Looked.Seen()
                    : recentlyUnread(key, fresh, again, now).map(Unread::what).orElseGet(() -> look(company));
        }));
    }

    private static boolean isLeft(Company company) {
        return company.gateway() != Gateway.PLATFORM;
    }

    private Optional<Unread> recentlyUnread(String company, Duration fresh, Duration again, Instant now) {
        return unread(company, now, failed -> failed.what() instanceof Looked.NotNow ? again : fresh);
    }

    private Optional<Unread> unread(String company, Instant now, Function<Unread, Duration> time) {
        return Optional.ofNullable(unread.get(company))
                .filter(failed -> !DueTime.isAtLeast(time.apply(failed), failed.at(), now));
    }

    private boolean isFresh(String company, Duration time, Instant now) {
        return Optional.ofNullable(seenAt.get(company))
                .filter(at -> !DueTime.isAtLeast(time, at, now))
                .isPresent();
    }

    private Looked look(Company company) {
        Instant began = clock.instant();
        Optional<LookBack.Start> start = ledger.inTransaction(books -> back.start(books, company.key(), began));
        if (start.isEmpty()) {
            succeeded(company, new OutboxMark(back.nothingRead(company.key(), began), began));
            return new Looked.Seen();
        }
        Instant from = start.get().from();
        Instant newest = from;
        Set<String> pages = new HashSet<>();
        Optional<String> page = Optional.empty();
        List<ForeignDocument> foreign = new ArrayList<>();
        do {
            Reply<ListPage> reply = connections.of(company, Gateway.PLATFORM).outboxChanges(from, page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return failed(company, reply);
            }
            foreign.addAll(lines.take(company.key(), done.value().entries()));
            for (InboxEntry entry : done.value().entries()) {
                boolean later = entry.modifiedOn().isAfter(newest)
                        && !entry.modifiedOn().isAfter(began);
                newest = later ? entry.modifiedOn() : newest;
            }
            page = done.value().nextPage();
        } while (page.isPresent() && pages.size() < MOST_PAGES && pages.add(page.get()));
        back.succeeded(company.key(), start.get(), began, clock.instant());
        succeeded(company, new OutboxMark(newest, began));
        seenAt.put(company.key(), began);
        elsewhere.compareWaiting(company, foreign);
        return new Looked.Seen();
    }

    private void succeeded(Company company, OutboxMark mark) {
        ledger.record(books -> books.following().outboxMark(company.key(), mark));
        unread.remove(company.key());
        alarms.clear(cause(company));
    }

    private Looked failed(Company company, Reply<ListPage> reply) {
        Instant now = clock.instant();
        boolean forNow = reply instanceof Reply.Temporary<ListPage> || reply instanceof Reply.InDoubt<ListPage>;
        Reason reason = reply.trouble().orElseThrow();
        Looked what = forNow && !isLeft(company)
                ? new Looked.NotNow(reason, failingSince(company.key(), reply, now), reply.restAskedFor())
                : new Looked.NotAtAll(reason);
        Duration rest = reply.restAskedFor()
                .filter(time -> time.compareTo(settings.poll()) > 0)
                .orElse(settings.poll());
        unread.put(company.key(), new Unread(now, what, reason, rest));
        LOG.warn("{}: verzonden facturen volgen lukt nu niet: {}", company.key(), reason.dutch());
        reply.restAskedFor()
                .filter(time -> !isLeft(company))
                .ifPresent(time ->
                        ledger.record(books -> channels.rest(books, company.key(), Channel.ECONNECT, reason, time)));
        Optional<OutboxMark> mark = ledger.reading(books -> books.following().outboxMark(company.key()));
        // keys or balance have an alarm of their own
        boolean tell = !(reply instanceof Reply.Blocked<ListPage>)
                && mark.filter(known -> DueTime.isAtLeast(settings.unconfirmed(), known.readAt(), now))
                        .isPresent();
        if (tell) {
            alarms.raise(cause(company), company.key(), FollowingReasons.cannotFollow(reason), "");
        }
        return what;
    }

    /** The failures in a row since the last time that it could be read, or that eConnect asked to be left alone. */
    private Instant failingSince(String company, Reply<ListPage> reply, Instant now) {
        // one from before a pause, in which nobody looked, is not of this row
        return Optional.ofNullable(unread.get(company))
                .filter(before -> !DueTime.isAtLeast(settings.poll().plus(PATIENCE), before.at(), now))
                .map(Unread::what)
                .filter(Looked.NotNow.class::isInstance)
                .map(Looked.NotNow.class::cast)
                .filter(before ->
                        before.restAskedFor().isEmpty() && reply.restAskedFor().isEmpty())
                .map(Looked.NotNow::since)
                .orElse(now);
    }

    private static String cause(Company company) {
        return "following/" + company.key() + "/outbox";
    }
}
