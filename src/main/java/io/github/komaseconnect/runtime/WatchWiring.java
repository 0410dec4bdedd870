package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.alarm.StorageWatch;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.IdleChannels;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.folder.Lanes;
import io.github.komaseconnect.following.StatusFiles;
import io.github.komaseconnect.following.Unconfirmed;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.runtime.Housekeeping.Duty;
import io.github.komaseconnect.sales.ClaimTrouble;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.OutboxWatch;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.RelationDesk;
import io.github.komaseconnect.watch.ClockWatch;
import io.github.komaseconnect.watch.DiskRoom;
import io.github.komaseconnect.watch.GoneAlarms;
import io.github.komaseconnect.watch.HangingFolders;
import io.github.komaseconnect.watch.LateRefresh;
import io.github.komaseconnect.watch.NumberGaps;
import io.github.komaseconnect.watch.OldWork;
import io.github.komaseconnect.watch.SilentInbox;
import io.github.komaseconnect.watch.UnreadFiles;
import io.github.komaseconnect.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what is looked after, so that nothing goes quiet. */
final class WatchWiring {
    /** How long a look at folders is waited for: one that hangs goes on by itself. */
    private static final Duration A_LOOK = Duration.ofSeconds(2);

    private static final int MOST_LANES = 100;
    /** How often the history of a company is looked at; it takes some reading. */
    private static final int LOOKS_PER_HISTORY = 15;

    private static final Duration HANGS_AFTER = Duration.ofMinutes(1);

    private final Companies companies;
    private final GlobalSettings settings;
    private final Ownership ownership;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Unexpected unexpected;
    private final Clock clock;
    private final Clock steady;
    private final Map<String, Object> beans;
    private final Lanes lanes;

    /** Adds to {@code beans}; {@code steady} is a clock that does not jump. */
    WatchWiring(
            Companies companies,
            GlobalSettings settings,
            Ownership ownership,
            Ledger ledger,
            AlarmBell alarms,
            Unexpected unexpected,
            Clock clock,
            Clock steady,
            Map<String, Object> beans) {
        this.companies = companies;
        this.settings = settings;
        this.ownership = ownership;
        this.ledger = ledger;
        this.alarms = alarms;
        this.unexpected = unexpected;
        this.clock = clock;
        this.steady = steady;
        this.beans = beans;
        this.lanes = new Lanes(A_LOOK, MOST_LANES, unexpected::tell, steady);
        beans.put("lanes", lanes);
    }

    /** What keeps the house in order: the folders, and {@code more}. */
    void housekeeping(Placement placement, RelationDesk relations, List<Duty> more) {
        FolderWatch folders = new FolderWatch(companies, ledger, alarms);
        OutboxWatch outbox = new OutboxWatch(companies, ledger, placement, alarms);
        StorageWatch storage = (StorageWatch) beans.get("storageWatch");
        ExportWatch exports = (ExportWatch) beans.get("exportWatch");
        ClaimTrouble claims = (ClaimTrouble) beans.get("claimTrouble");
        IdleChannels idle = new IdleChannels(companies, ledger, new Channels(settings.delivery(), clock));
        Turns ofFolders = new Turns();
        Turns ofRelations = new Turns();
        List<Duty> duties = new ArrayList<>(List.of(
                new Duty("storage", storage::look),
                new Duty("folders", lane -> folders.look(ofFolders.next(companies.all()), lane)),
                new Duty("moves", placement::tidy),
                new Duty("outbox", outbox::look),
                new Duty("relations", lane -> read(ofRelations.next(companies.all()), relations, lane)),
                new Duty("status-files", new StatusFiles(companies, ledger, placement)::write),
                Duty.of("exports", exports::tidy),
                Duty.of("claims", claims::tidy),
                Duty.of("channels", idle::release)));
        duties.addAll(more);
        beans.put("housekeeping", new Housekeeping(duties, lanes, unexpected));
    }

    private static void read(List<Company> some, RelationDesk relations, Lane lane) {
        Map<String, Runnable> looks = new LinkedHashMap<>();
        some.forEach(company -> looks.put(company.key(), () -> relations.relations(company)));
        lane.runAll(looks);
    }

    /** Stops what would fill a disk; it has looked once, before anything begins. */
    private void storage(Home home) {
        StorageWatch storage = new StorageWatch(
                companies,
                ledger,
                alarms,
                NodeCauses.of(ledger),
                settings.diskReserve(),
                home.data(),
                settings.archiveFolder(),
                clock);
        storage.look();
        beans.put("storageWatch", storage);
    }

    /** The watches, each a duty of its own; the one that is given back ends the alarms of a company that has gone. */
    GoneAlarms watches(Home home, Tempo tempo, Watch more) {
        storage(home);
        NodeCauses causes = NodeCauses.of(ledger);
        ClockWatch clockWatch =
                new ClockWatch(ledger, key -> companies.find(key).isPresent(), settings, clock, steady);
        // before anything doubtful is looked up by the time at which it was sent
        clockWatch.look();
        GoneAlarms gone = new GoneAlarms(companies, ownership, ledger, alarms);
        List<Watch> watches = List.of(
                gone,
                new LateRefresh(companies, ledger, alarms, clock),
                new SilentInbox(companies, ledger, alarms, tempo.watches().multipliedBy(LOOKS_PER_HISTORY), clock),
                new OldWork(companies, ledger, alarms, settings.delivery().delay(), clock),
                new UnreadFiles(companies, alarms, clock),
                new NumberGaps(companies, ledger, alarms, clock),
                new Unconfirmed(companies, ledger, settings.following(), clock),
                new DiskRoom(
                        companies,
                        List.of(home.data(), home.tmp(), settings.archiveFolder()),
                        settings.diskWarn(),
                        DiskRoom.Room.ofThisComputer(),
                        causes,
                        alarms),
                new HangingFolders(lanes, HANGS_AFTER, causes, alarms),
                more);
        List<Duty> duties = new ArrayList<>();
        duties.add(Duty.of("clock", clockWatch::look));
        watches.forEach(watch -> duties.add(new Duty(watch.name(), watch::look)));
        beans.put("watches", new Housekeeping(duties, lanes, unexpected));
        return gone;
    }
}
