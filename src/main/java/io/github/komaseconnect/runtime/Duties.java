package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.folder.Lanes;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.runtime.Housekeeping.Duty;
import io.github.komaseconnect.sales.OutboxWatch;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.RelationDesk;
import io.github.komaseconnect.watch.ClockWatch;
import io.github.komaseconnect.watch.DiskRoom;
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
import java.util.List;

/** Puts together what is looked after, so that nothing goes quiet. */
final class Duties {
    /** How often the history of a company is looked at; it takes some reading. */
    private static final int LOOKS_PER_HISTORY = 15;

    private static final Duration HANGS_AFTER = Duration.ofMinutes(1);

    private Duties() {}

    /** What keeps the folders in order. */
    static List<Duty> ofFolders(
            Companies companies, Ledger ledger, AlarmBell alarms, Placement placement, RelationDesk relations) {
        OutboxWatch outbox = new OutboxWatch(companies, ledger, placement, alarms);
        return List.of(
                new Duty("folders", new FolderWatch(companies, ledger, alarms)::look),
                new Duty("moves", placement::tidy),
                new Duty("outbox", outbox::look),
                new Duty("relations", lane -> companies
                        .all()
                        .forEach(company -> lane.run(company.key(), () -> relations.relations(company)))));
    }

    /** The watches, each a duty of its own. */
    static List<Duty> watches(
            Home home,
            Companies companies,
            GlobalSettings settings,
            Ledger ledger,
            AlarmBell alarms,
            Lanes lanes,
            ClockWatch clockWatch,
            Tempo tempo,
            Clock clock) {
        List<Watch> watches = List.of(
                new LateRefresh(companies, ledger, alarms, clock),
                new SilentInbox(companies, ledger, alarms, tempo.watches().multipliedBy(LOOKS_PER_HISTORY), clock),
                new OldWork(companies, ledger, alarms, settings.delivery().delay(), clock),
                new UnreadFiles(companies, alarms, clock),
                new NumberGaps(companies, ledger, alarms, clock),
                new DiskRoom(
                        companies,
                        List.of(home.data(), home.tmp(), settings.archiveFolder()),
                        settings.diskWarn(),
                        DiskRoom.Room.ofThisComputer(),
                        alarms),
                new HangingFolders(lanes, HANGS_AFTER, alarms));
        List<Duty> duties = new ArrayList<>();
        duties.add(Duty.of("clock", clockWatch::look));
        watches.forEach(watch -> duties.add(new Duty(watch.name(), watch::look)));
        return duties;
    }
}
