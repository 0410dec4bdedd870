package io.github.komaseconnect.alarm;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.folder.FolderHealth;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accepts nothing new when a disk is nearly full or the archive has gone: the companies concerned rest, with one alarm,
 * and go on by themselves. What is in hand can be finished, since the reserve is left for it.
 *
 * <p>The rest is a pause of the whole company in the ledger, which every step looks at before it takes something new.
 * One that a person ordered is left alone.
 */
public final class StorageWatch {
    private static final String CAUSE = "storage/";

    /** So much more than the reserve must be free before work goes on, or it would stop again at once. */
    private static final double BACK_AT = 1.1;

    private static final int MEGABYTE = 1 << 20;

    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final NodeCauses causes;
    private final long reserve;
    private final Path data;
    private final Path archive;
    private final Clock clock;

    /**
     * @param reserve bytes that are to stay free; 0 asks for none
     * @param data the folder of ledger and temporary files, which all companies need
     * @param archive the folder of the archive, which all companies need
     */
    public StorageWatch(
            Companies companies,
            Ledger ledger,
            AlarmBell alarms,
            NodeCauses causes,
            long reserve,
            Path data,
            Path archive,
            Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
        this.causes = causes;
        this.reserve = reserve;
        this.data = data;
        this.archive = archive;
        this.clock = clock;
    }

    /** Looks once. */
    public void look() {
        look(Lane.direct());
    }

    /** Looks once, by {@code lane}: a share that hangs keeps a look waiting. */
    public void look(Lane lane) {
        lane.run("", () -> lookAtAll(lane));
    }

    private void lookAtAll(Lane lane) {
        // first, since it fails when the ledger cannot be used: then nothing can be done here
        Map<String, Pause> pauses = ledger.reading(books -> books.pauses().all()).stream()
                .filter(pause -> pause.channel() == Channel.ALL)
                .collect(Collectors.toMap(Pause::company, Function.identity()));
        Set<String> told = alarms.open(CAUSE).stream().map(Alarm::cause).collect(Collectors.toSet());
        Optional<Reason> common =
                archiveGone().or(() -> tooFull(Stream.of(data, archive), told.contains(causes.here(CAUSE))));
        tell(causes.here(CAUSE), "", common, told);
        Map<String, Runnable> looks = new LinkedHashMap<>();
        companies.all().forEach(company -> looks.put(company.key(), () -> look(company, common, told, pauses)));
        lane.runAll(looks);
    }

    private void look(Company company, Optional<Reason> common, Set<String> told, Map<String, Pause> pauses) {
        String cause = CAUSE + company.key();
        Optional<Reason> own =
                common.isPresent() ? Optional.empty() : tooFull(folders(company.folders()), told.contains(cause));
        tell(cause, company.key(), own, told);
        Optional<Reason> trouble = common.or(() -> own);
        Optional<Pause> pause = Optional.ofNullable(pauses.get(company.key()));
        if (trouble.isPresent() != pause.isPresent()) {
            settle(company.key(), trouble);
        }
    }

    private Optional<Reason> archiveGone() {
        FolderHealth health = FolderHealth.of(archive);
        return health.usable() ? Optional.empty() : Optional.of(gone(health));
    }

    private static Stream<Path> folders(CompanyFolders folders) {
        return Stream.of(
                folders.importFolder(), folders.outbox(), folders.sent(), folders.held(), folders.printSpool());
    }

    private Optional<Reason> tooFull(Stream<Path> folders, boolean resting) {
        long least = resting ? (long) (reserve * BACK_AT) : reserve;
        List<Path> full = folders.filter(folder -> isBelow(folder, least)).toList();
        return full.stream().findFirst().map(this::full);
    }

    private static boolean isBelow(Path folder, long least) {
        OptionalLong free = FolderHealth.freeSpace(folder);
        return free.isPresent() && free.getAsLong() < least;
    }

    private void tell(String cause, String company, Optional<Reason> trouble, Set<String> told) {
        if (trouble.isPresent() && !told.contains(cause)) {
            alarms.raise(cause, company, trouble.get(), "");
        } else if (trouble.isEmpty() && told.contains(cause)) {
            alarms.clear(cause);
        }
    }

    private void settle(String company, Optional<Reason> trouble) {
        ledger.record(books -> {
            Optional<Pause> pause = books.pauses().find(company, Channel.ALL);
            if (trouble.isPresent() && pause.isEmpty()) {
                books.pauses().set(rest(company, trouble.get()));
            } else if (trouble.isEmpty() && pause.filter(StorageWatch::isOurs).isPresent()) {
                books.pauses().end(company, Channel.ALL);
                books.deliveries().dueNow(company, Channel.ALL, clock.instant());
            }
        });
    }

    private static boolean isOurs(Pause pause) {
        return pause.who().equals(LedgerEvent.RUNTIME);
    }

    private Pause rest(String company, Reason reason) {
        return new Pause(
                company,
                Channel.ALL,
                reason.code(),
                reason.dutch(),
                reason.english(),
                LedgerEvent.RUNTIME,
                clock.instant(),
                Optional.empty());
    }

    private Reason full(Path folder) {
        long megabytes = reserve / MEGABYTE;
        return new Reason(
                "disk.full",
                "De schijf van " + folder + " is bijna vol: er is minder dan " + megabytes
                        + " MB vrij (disk.reserve). Er wordt niets nieuws opgepakt, opgehaald of verzonden.",
                "The disk of " + folder + " is nearly full: less than " + megabytes
                        + " MB is free (disk.reserve). Nothing new is picked up, fetched or sent.",
                "Maak ruimte vrij; daarna gaat het vanzelf verder. Er gaat niets verloren.",
                "Free some space; it then goes on by itself. Nothing is lost.");
    }

    private static Reason gone(FolderHealth health) {
        String detail = health.detail().isEmpty() ? "" : " (" + health.detail() + ")";
        return new Reason(
                "folder.archive",
                "Het archief (" + health.folder() + ") kan niet gebruikt worden" + detail
                        + ". Er wordt niets nieuws opgepakt, opgehaald of verzonden.",
                "The archive (" + health.folder() + ") cannot be used" + detail
                        + ". Nothing new is picked up, fetched or sent.",
                "Herstel de map, de netwerkschijf of de rechten; daarna gaat het vanzelf verder. Er gaat niets verloren.",
                "Restore the folder, the network drive or the permissions; it then goes on by itself. Nothing is lost.");
    }
}
