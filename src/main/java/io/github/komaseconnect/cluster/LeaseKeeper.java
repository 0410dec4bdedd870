package io.github.komaseconnect.cluster;

import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.Leases;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.Node;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's share of the companies: takes what is free, renews what it has, gives back what is too much once
 * nothing of it is in hand, and counts as lost what it could not renew in time. Besides, the ledger itself refuses
 * changes for companies that this node has lost without knowing.
 */
public final class LeaseKeeper implements Ownership {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Ledger ledger;
    private final Membership me;
    private final Pace pace;
    private final Supplier<? extends Collection<String>> configured;
    private final LongSupplier nanos;
    private final Clock clock;
    private final Holdings mine = new Holdings();
    /** Since when companies are free, as far as this node saw. */
    private final Map<String, Possession> free = new HashMap<>();

    private volatile Set<String> elsewhere = Set.of();

    /**
     * @param me this node; the ledger was opened with it
     * @param configured keys of the companies that this node could work for
     * @param nanos a clock that only goes forward
     */
    public LeaseKeeper(
            Ledger ledger,
            Membership me,
            Supplier<? extends Collection<String>> configured,
            LongSupplier nanos,
            Clock clock) {
        this.ledger = ledger;
        this.me = me;
        this.pace = Pace.of(me.lease());
        this.configured = configured;
        this.nanos = nanos;
        this.clock = clock;
    }

    /** How often {@link #goRound} is to be called. */
    public Duration every() {
        return pace.look();
    }

    @Override
    public boolean owns(String company) {
        return mine.isOpen(company);
    }

    @Override
    public boolean answersFor(String company) {
        boolean nobodys = !elsewhere.contains(company)
                && !mine.has(company)
                && !configured.get().contains(company);
        return owns(company) || (nobodys && owns(EVERYBODY));
    }

    /** Notes that the work for a company begins here, if it is this node's: it is then not given back before it has gone. */
    boolean enter(String company) {
        return mine.enter(company);
    }

    /** The work for a company has ended; or, not {@code finished}, something is still going on and it may only run out. */
    void gone(String company, boolean finished) {
        mine.gone(company, finished);
    }

    /** One round; a ledger that cannot be used makes it wait for the next one. */
    public synchronized void goRound() {
        Set<String> wanted = new HashSet<>(configured.get());
        wanted.add(EVERYBODY);
        try {
            Found found = look();
            FairShare share = new FairShare(living(found.nodes()), count(wanted));
            take(share, wanted);
            giveBack(share, wanted);
        } catch (LedgerUnavailableException e) {
            LOG.warn("The leases cannot be looked after now: {}", e.getMessage());
        }
    }

    /** What one look at the ledger found. */
    private record Found(List<Node> nodes, List<Lease> leases, Collection<String> renewed) {
        Set<String> ofNode(String node) {
            return leases.stream()
                    .filter(lease -> lease.node().equals(node))
                    .map(Lease::company)
                    .collect(Collectors.toSet());
        }
    }

    private Found look() {
        Possession asked = Possession.begun(nanos, clock, me.lease());
        Found found = ledger.inTransaction(books -> look(books.leases()));
        Set<String> here = found.ofNode(me.node());
        elsewhere = found.leases().stream()
                .map(Lease::company)
                .filter(company -> !here.contains(company))
                .collect(Collectors.toUnmodifiableSet());
        mine.hold(found.renewed(), asked);
        Set<String> lost = mine.keepOnly(here);
        lost.forEach(
                company -> LOG.warn("{}: is niet meer van deze node / is not this node's any more", shown(company)));
        return found;
    }

    private Found look(Leases leases) {
        leases.seen();
        List<Node> nodes = leases.nodes();
        nodes.stream().filter(this::isMyPast).forEach(node -> leases.inherit(node.id()));
        List<Lease> inForce = leases.inForce();
        Found found = new Found(nodes, inForce, List.of());
        Set<String> here = mine.renewable(found.ofNode(me.node()));
        // what was inherited, or taken by a request whose answer never came, is this node's without its knowing
        boolean news = here.stream().anyMatch(company -> !mine.has(company));
        return news || mine.isRenewalDue(pace) ? new Found(nodes, inForce, leases.renew(here)) : found;
    }

    /** Another run in this home, which is over: this run has the lock of the home. */
    private boolean isMyPast(Node node) {
        return !node.id().equals(me.node())
                && node.host().equals(me.host())
                && node.home().equals(me.home())
                && node.silence().compareTo(pace.silence()) > 0;
    }

    private int living(List<Node> nodes) {
        return (int) nodes.stream()
                .filter(node -> node.id().equals(me.node()) || node.silence().compareTo(pace.silence()) <= 0)
                .count();
    }

    /** Without the one that stands for all. */
    private static int count(Set<String> companies) {
        return companies.size() - (companies.contains(EVERYBODY) ? 1 : 0);
    }

    private void take(FairShare share, Set<String> wanted) {
        Set<String> nobodys = wanted.stream()
                .filter(company -> !elsewhere.contains(company) && !mine.has(company))
                .collect(Collectors.toSet());
        free.keySet().retainAll(nobodys);
        nobodys.forEach(company -> free.computeIfAbsent(company, key -> Possession.begun(nanos, clock, me.lease())));
        Set<String> leftAlone = nobodys.stream()
                .filter(company -> free.get(company).age().compareTo(FairShare.patience(pace)) > 0)
                .collect(Collectors.toSet());
        List<String> chosen = new ArrayList<>();
        if (nobodys.remove(EVERYBODY)) {
            chosen.add(EVERYBODY);
        }
        chosen.addAll(share.toTake(count(mine.all()), nobodys, leftAlone));
        if (chosen.isEmpty()) {
            return;
        }
        Possession asked = Possession.begun(nanos, clock, me.lease());
        List<String> taken = ledger.inTransaction(books -> chosen.stream()
                .flatMap(company -> books.leases().take(company).stream())
                .map(Lease::company)
                .toList());
        mine.hold(taken, asked);
        taken.forEach(company -> {
            free.remove(company);
            LOG.info("{}: is nu van deze node / is this node's now", shown(company));
        });
    }

    /** What is too much goes one by one, so that the others can follow. */
    private void giveBack(FairShare share, Set<String> wanted) {
        Set<String> toLeave =
                mine.all().stream().filter(company -> !wanted.contains(company)).collect(Collectors.toSet());
        Set<String> staying = new TreeSet<>(mine.all());
        staying.removeAll(toLeave);
        staying.remove(EVERYBODY);
        if (share.tooMany(staying.size()) > 0) {
            Set<String> leaving = mine.leaving();
            toLeave.add(staying.stream().filter(leaving::contains).findFirst().orElseGet(() -> idleFirst(staying)));
        }
        mine.letGo(toLeave);
        Set<String> over = mine.idle(toLeave);
        if (!over.isEmpty()) {
            ledger.record(books -> books.leases().giveBack(over));
            mine.drop(over);
            over.forEach(company -> LOG.info("{}: is teruggegeven / was given back", shown(company)));
        }
    }

    private String idleFirst(Set<String> staying) {
        return mine.idle(staying).stream().findFirst().orElseGet(() -> staying.iterator()
                .next());
    }

    /**
     * Gives back, at a clean stop, what nothing is in hand for; the rest is free when its lease ends. All work was stopped
     * before.
     */
    public synchronized void giveBackAll() {
        Set<String> all = mine.all();
        Set<String> idle = mine.idle(all);
        mine.drop(all);
        try {
            ledger.record(books -> {
                books.leases().giveBack(idle);
                books.leases().goes();
            });
        } catch (LedgerUnavailableException e) {
            LOG.warn("The companies cannot be given back; they are free when their leases end: {}", e.getMessage());
        }
    }

    private static String shown(String company) {
        return company.isEmpty() ? "(alle bedrijven / all companies)" : company;
    }
}
