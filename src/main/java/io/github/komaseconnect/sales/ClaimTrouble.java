package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.folder.FileFailure;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps account of files that could not be taken or registered, because a program holds them or a folder fails. They are
 * tried again by themselves; people are told once when it lasts, and once when it is over.
 */
public final class ClaimTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimTrouble.class);
    /** A virus scanner, or Komas itself, may hold a file for a moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** What was not seen again for so long has gone. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(5);

    private final AlarmBell alarms;
    private final Clock clock;
    private final Map<String, Trouble> open = new ConcurrentHashMap<>();

    /** Companies without trouble, for which no alarm is left open. */
    private final Set<String> fine = ConcurrentHashMap.newKeySet();

    private record Trouble(String company, Instant since, Instant last) {}

    /** Rings {@code alarms}; {@code clock} should be one that does not jump. */
    public ClaimTrouble(AlarmBell alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** A file could not be taken from the export folder. */
    void cannotTake(String company, Path file, Exception failure) {
        Trouble trouble = note(company, file.toString());
        if (trouble.since().equals(trouble.last())) {
            LOG.warn("{}: {} cannot be taken now: {}", company, file, failure.toString());
        }
        if (!trouble.since().plus(PATIENCE).isAfter(trouble.last())) {
            tell(company, file.getFileName().toString(), failure);
        }
    }

    /**
     * A taken file could not be read or registered; it is tried again from the outbox.
     *
     * @return that there is nothing to look up now
     */
    public Registration postponed(Claim claim, Exception failure) {
        if (!claim.isGone()) {
            note(claim.company(), claim.stem());
            LOG.warn("{}: {} cannot be registered now: {}", claim.company(), claim.originalName(), failure.toString());
            tell(claim.company(), claim.originalName(), failure);
        }
        return new Registration(0, Registration.Next.NOTHING);
    }

    /** A claim was registered. */
    public void over(Claim claim) {
        over(claim.company(), claim.stem());
    }

    void over(String company, String key) {
        open.remove(key);
        boolean none = open.isEmpty()
                || open.values().stream().noneMatch(trouble -> trouble.company().equals(company));
        if (none && fine.add(company)) {
            alarms.clear(cause(company));
        }
    }

    /** Forgets files that have gone, e.g. because a person took them away. */
    public void tidy() {
        Instant old = clock.instant().minus(FORGET_AFTER);
        Map.copyOf(open).forEach((key, trouble) -> {
            if (trouble.last().isBefore(old)) {
                over(trouble.company(), key);
            }
        });
    }

    private Trouble note(String company, String key) {
        Instant now = clock.instant();
        return open.merge(
                key, new Trouble(company, now, now), (before, ignored) -> new Trouble(company, before.since(), now));
    }

    private static String cause(String company) {
        return "folder/" + company + "/pick-up";
    }

    private void tell(String company, String fileName, Exception failure) {
        FileFailure what = FileFailure.of(failure);
        fine.remove(company);
        alarms.raise(
                cause(company),
                company,
                new Reason(
                        "folder.cannot-take",
                        "Verkoopfacturen kunnen niet uit de exportmap overgenomen worden: " + what.dutch(),
                        "Sales invoices cannot be taken over from the export folder: " + what.english(),
                        "Kijk of een ander programma het bestand openhoudt, of de mappen export, outbox, sent en held (en het "
                                + "archief) beschrijfbaar zijn, en of ze op dezelfde schijf staan. Daarna gaat het vanzelf verder.",
                        "See whether another program holds the file open, whether the folders export, outbox, sent and held (and "
                                + "the archive) are writable, and whether they are on one disk. It then goes on by itself."),
                fileName);
    }
}
