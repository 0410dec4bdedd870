package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tells when a disk fills up that the program or a company writes to; long before nothing can be accepted any more. */
public final class DiskRoom implements Watch {
    private static final String CAUSE = "disk/";
    /** It is over only with a bit more room, so that it does not come and go. */
    private static final double WELL_OVER = 1.1;

    /** How much room there is. */
    @FunctionalInterface
    public interface Room {
        /** The free bytes of the disk that a folder is on. */
        Free of(Path folder) throws IOException;

        /**
         * What is the same for folders on the same disk and costs less to find out than {@link #of}; empty where there is
         * no such thing.
         */
        default Optional<Object> device(Path folder) throws IOException {
            return Optional.empty();
        }

        /** As the operating system tells it. */
        static Room ofThisComputer() {
            return new ComputerRoom();
        }
    }

    private static final class ComputerRoom implements Room {
        @Override
        public Free of(Path folder) throws IOException {
            FileStore store = Files.getFileStore(folder);
            return new Free(store + " " + store.type(), store.getUsableSpace());
        }

        /** To find a file store, Java on Unix reads the whole table of mounts each time. */
        @Override
        public Optional<Object> device(Path folder) throws IOException {
            return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? Optional.of(Files.getAttribute(folder, "unix:dev"))
                    : Optional.empty();
        }
    }

    /** @param disk what tells one disk from another */
    public record Free(String disk, long bytes) {}

    private final Companies companies;
    private final List<Path> own;
    private final Optional<Long> warn;
    private final Room room;
    private final NodeCauses causes;
    private final AlarmBell alarms;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private boolean knowsWhatIsTold;

    /**
     * Watches the disks of these companies and of the program.
     *
     * @param own folders of the program
     * @param warn bytes; empty: never
     */
    public DiskRoom(
            Companies companies, List<Path> own, Optional<Long> warn, Room room, NodeCauses causes, AlarmBell alarms) {
        this.companies = companies;
        this.own = List.copyOf(own);
        this.warn = warn;
        this.room = room;
        this.causes = causes;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "disk-room";
    }

    @Override
    public void look(Lane lane) {
        if (!knowsWhatIsTold) {
            told().map(Alarm::cause).forEach(told::add);
            knowsWhatIsTold = true;
        }
        if (warn.isEmpty()) {
            told.forEach(alarms::clear);
            told.clear();
            return;
        }
        Set<String> disks = ConcurrentHashMap.newKeySet();
        Set<Object> devices = ConcurrentHashMap.newKeySet();
        lane.run("komas-econnect", () -> own.forEach(folder -> look("", folder, disks, devices)));
        Map<String, Runnable> looks = new LinkedHashMap<>();
        companies
                .all()
                .forEach(company -> looks.put(company.key(), () -> folders(company)
                        .forEach(folder -> look(company.key(), folder, disks, devices))));
        lane.runAll(looks);
        endOfThoseGone(disks);
    }

    private Stream<Alarm> told() {
        return alarms.open(CAUSE).stream().filter(alarm -> causes.isMine(alarm.cause()));
    }

    /** Of a disk that nobody looks at here any more, since its company went. */
    private void endOfThoseGone(Set<String> looked) {
        told().filter(alarm -> !alarm.company().isEmpty()
                        && companies.attended(alarm.company()).isEmpty())
                .map(Alarm::cause)
                .filter(cause -> looked.stream().map(this::cause).noneMatch(cause::equals))
                .forEach(cause -> {
                    told.remove(cause);
                    alarms.clear(cause);
                });
    }

    private String cause(String disk) {
        return causes.here(CAUSE + disk);
    }

    private static Stream<Path> folders(Company company) {
        return Stream.of(
                company.folders().importFolder(),
                company.folders().outbox(),
                company.folders().sent(),
                company.folders().held(),
                company.folders().printSpool());
    }

    private void look(String company, Path folder, Set<String> disks, Set<Object> devices) {
        try {
            Optional<Object> device = room.device(folder);
            if (device.filter(devices::contains).isPresent()) {
                return;
            }
            Free free = room.of(folder);
            device.ifPresent(devices::add);
            if (disks.add(free.disk())) {
                judge(company, folder, free, warn.orElseThrow());
            }
        } catch (IOException e) {
            // the folder has gone: the watch over the folders tells
            return;
        }
    }

    private void judge(String company, Path folder, Free free, long limit) {
        String cause = cause(free.disk());
        if (free.bytes() < limit) {
            told.add(cause);
            alarms.raise(cause, company, WatchReasons.disk(folder, free.bytes(), limit), causes.touch(""));
        } else if (free.bytes() > limit * WELL_OVER && told.remove(cause)) {
            alarms.clear(cause);
        }
    }
}
