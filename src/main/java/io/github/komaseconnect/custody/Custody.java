package io.github.komaseconnect.custody;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.FolderMark;
import io.github.komaseconnect.ledger.FolderMarks.Activity;
import io.github.komaseconnect.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that one ledger has a company's folders. A hidden file, the mark, in {@code outbox/} says which ledger that is,
 * and how far it was; {@code export/} and {@code import/} have one too, for who set them apart.
 *
 * <p>The number rises when a company comes in hand, at a round after anything was registered, attempted or received for it,
 * and when it is given back: first in the ledger, then in the mark. {@link Judgement} says why in this order. So a back-up
 * that is put back is noticed when a round passed since the first thing that it does not know; a program that was killed
 * within that round leaves files that tell ({@link Evidence.Traces#sentWhatWaits}).
 */
public final class Custody {
    private static final Logger LOG = LoggerFactory.getLogger(Custody.class);
    private static final Duration LOOK_AT_ALL_FOLDERS_EVERY = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Custodian self;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Object> guards = new ConcurrentHashMap<>();
    private final Set<String> active = ConcurrentHashMap.newKeySet();
    private Activity seen;

    /**
     * A company in hand.
     *
     * @param mark what its mark says; empty when it is still to be written
     * @param nextLook when its other folders are looked at next
     */
    private record Held(Optional<Mark> mark, Instant nextLook) {}

    /** Custody for one running program. */
    public Custody(Ledger ledger, AlarmBell alarms, Custodian self, Clock clock) {
        this.ledger = ledger;
        this.alarms = alarms;
        this.self = self;
        this.clock = clock;
        this.seen = ledger.reading(books -> books.folderMarks().activity());
    }

    /** The cause of the alarm about a company that is stopped. */
    public static String cause(String company) {
        return "custody/" + company;
    }

    /** What would be said of this company if it were to come in hand now; changes nothing and tells nobody. */
    public CustodyVerdict examine(Company company) {
        return Judgement.onArrival(evidence(company));
    }

    /** The same for who is no running program: a command that only looks. */
    public static CustodyVerdict examine(Company company, Ledger ledger, String place, Clock clock) {
        return new Custody(ledger, new AlarmBell(ledger), new Custodian("", place, ""), clock).examine(company);
    }

    /** What the ledger that the first run will make would be told. */
    public static CustodyVerdict examineWithoutLedger(Company company) {
        return Judgement.onArrival(new Evidence(
                "",
                "",
                "",
                company.key(),
                Optional.empty(),
                MarkLooks.of(company.folders()),
                new FolderTraces(company)));
    }

    /** Whether this program has the folders of this company now. */
    boolean has(Company company) {
        return held.containsKey(company.key());
    }

    /**
     * Whether a company may come in hand; when it may, its folders are marked when this returns. Otherwise there is an
     * alarm, which ends when it may again.
     */
    public CustodyVerdict take(Company company) {
        synchronized (guard(company)) {
            CustodyVerdict verdict = examine(company);
            if (verdict instanceof CustodyVerdict.Ours) {
                verdict = mark(company, 0);
            }
            tell(company, verdict);
            return verdict;
        }
    }

    /** A person said that the folders are this ledger's from now on, whatever the marks say. */
    public CustodyVerdict adopt(Company company) {
        synchronized (guard(company)) {
            CustodyVerdict verdict = mark(company, evidence(company).highest());
            tell(company, verdict);
            return verdict;
        }
    }

    /** Notes for which companies anything happened since the last time; their numbers are raised by {@link #look}. */
    public synchronized void notice() {
        Activity before = seen;
        Activity now = ledger.reading(books -> books.folderMarks().activity());
        if (!now.equals(before)) {
            // what happens between these two is noted once more the next time
            active.addAll(ledger.reading(books -> books.folderMarks().activeSince(before)));
            seen = now;
        }
    }

    /**
     * Looks whether the folders of a company in hand are still this ledger's, and raises its number if anything happened
     * for it. Waits for a folder as long as the file system does, but never for another company.
     *
     * @return whether it may stay; when not, it must be let go at once, and there is an alarm where one is due
     */
    public CustodyVerdict look(Company company) {
        synchronized (guard(company)) {
            Held now = held.get(company.key());
            if (now == null) {
                return new CustodyVerdict.Ours();
            }
            CustodyVerdict verdict = look(company, now, active.remove(company.key()));
            if (!(verdict instanceof CustodyVerdict.Ours)) {
                held.remove(company.key());
                tell(company, verdict);
            }
            return verdict;
        }
    }

    private CustodyVerdict look(Company company, Held now, boolean happened) {
        boolean unchanged = MarkFile.look(company.folders().outbox()) instanceof MarkFile.Marked marked
                && now.mark().equals(Optional.of(marked.mark()));
        boolean due = !clock.instant().isBefore(now.nextLook());
        if (!unchanged || due) {
            CustodyVerdict verdict = Judgement.inHand(evidence(company));
            if (!(verdict instanceof CustodyVerdict.Ours)) {
                return verdict;
            }
        }
        if (happened || !unchanged) {
            held.put(company.key(), new Held(Optional.empty(), now.nextLook()));
            // a folder that cannot be written now is told of by FolderWatch; the next round tries again
            mark(company, 0);
        } else if (due) {
            held.put(company.key(), new Held(now.mark(), nextLook()));
        }
        return new CustodyVerdict.Ours();
    }

    /** Everything for this company has ended here: the next program may have it, wherever it runs. */
    public void giveBack(Company company) {
        synchronized (guard(company)) {
            Held now = held.remove(company.key());
            if (now == null || !(Judgement.inHand(evidence(company)) instanceof CustodyVerdict.Ours)) {
                return;
            }
            try {
                FolderMark raised =
                        ledger.inTransaction(books -> books.folderMarks().raise(company.key(), self.run(), 0));
                MarkFile.write(company.folders().outbox(), markOf(company, raised, false));
            } catch (IOException e) {
                LOG.warn("{}: the mark in the outbox could not be put at rest: {}", company.key(), e.toString());
            }
        }
    }

    private Object guard(Company company) {
        return guards.computeIfAbsent(company.key(), key -> new Object());
    }

    private CustodyVerdict mark(Company company, long above) {
        FolderMark raised = ledger.inTransaction(books -> books.folderMarks().raise(company.key(), self.run(), above));
        Mark mark = markOf(company, raised, true);
        try {
            MarkFile.write(company.folders().outbox(), mark);
        } catch (IOException e) {
            LOG.warn("{}: the outbox cannot be marked: {}", company.key(), e.toString());
            return new CustodyVerdict.Waiting(CustodyReasons.cannotMark(e.toString()));
        }
        for (Path folder :
                List.of(company.folders().exportFolder(), company.folders().importFolder())) {
            markToo(folder, mark);
        }
        held.put(company.key(), new Held(Optional.of(mark), nextLook()));
        return new CustodyVerdict.Ours();
    }

    /** These only say whose they are: they are written when they do not. */
    private static void markToo(Path folder, Mark mark) {
        MarkFile.Look look = MarkFile.look(folder);
        boolean says = look instanceof MarkFile.Marked marked
                && marked.mark().ledger().equals(mark.ledger())
                && marked.mark().company().equals(mark.company())
                && marked.mark().number() <= mark.number();
        if (says || look instanceof MarkFile.OutOfReach) {
            return;
        }
        try {
            MarkFile.write(folder, mark);
        } catch (IOException e) {
            LOG.warn("{}: {} could not be marked: {}", mark.company(), folder, e.toString());
        }
    }

    private Mark markOf(Company company, FolderMark raised, boolean inUse) {
        String id = ledger.inTransaction(books -> books.folderMarks().ledgerId());
        return new Mark(
                id,
                company.key(),
                raised.number(),
                self.run(),
                inUse,
                self.place(),
                self.where(),
                Instant.ofEpochMilli(clock.millis()));
    }

    private Instant nextLook() {
        return clock.instant().plus(LOOK_AT_ALL_FOLDERS_EVERY);
    }

    private Evidence evidence(Company company) {
        MarkLooks looks = MarkLooks.of(company.folders());
        return ledger.inTransaction(books -> new Evidence(
                books.folderMarks().ledgerId(),
                self.place(),
                self.run(),
                company.key(),
                books.folderMarks().find(company.key()),
                looks,
                new CompanyTraces(company, ledger, clock)));
    }

    private void tell(Company company, CustodyVerdict verdict) {
        if (verdict instanceof CustodyVerdict.Stopped stopped) {
            alarms.raise(cause(company.key()), company.key(), stopped.reason(), "");
        } else if (verdict instanceof CustodyVerdict.Waiting waiting) {
            alarms.raise(
                    FolderWatch.cause(company.key(), "outbox"),
                    company.key(),
                    waiting.reason(),
                    company.folders().outbox().toString());
        } else if (verdict instanceof CustodyVerdict.Ours) {
            alarms.clear(cause(company.key()));
        }
    }
}
