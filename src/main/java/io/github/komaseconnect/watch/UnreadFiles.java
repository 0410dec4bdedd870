package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.OpenAlarms;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells of files that nobody takes: invoices that Komas does not read out of the import folder, PDFs that nobody prints. Of a
 * pair in the import folder the XML counts.
 */
public final class UnreadFiles implements Watch {
    private static final int MOST_NAMED = 200;
    private static final int MOST_LOOKED_AT = 20_000;

    private final Companies companies;
    private final AlarmBell alarms;
    private final Clock clock;
    /** When files whose own time makes no sense were seen first. */
    private final Map<Path, Instant> firstSeen = new ConcurrentHashMap<>();

    /** Watches the folders of these companies. */
    public UnreadFiles(Companies companies, AlarmBell alarms, Clock clock) {
        this.companies = companies;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unread-files";
    }

    @Override
    public void look(Lane lane) {
        OpenAlarms open = OpenAlarms.of(alarms, "unread/");
        List<Company> all = companies.all();
        firstSeen.keySet().removeIf(file -> all.stream().noneMatch(company -> isIn(company, file)));
        Map<String, Runnable> looks = new LinkedHashMap<>();
        all.forEach(company -> looks.put(company.key(), () -> look(company, open)));
        lane.runAll(looks);
    }

    private static boolean isIn(Company company, Path file) {
        return file.startsWith(company.folders().importFolder())
                || file.startsWith(company.folders().printSpool());
    }

    private void look(Company company, OpenAlarms open) {
        Path imports = company.folders().importFolder();
        Path spool = company.folders().printSpool();
        String cause = "unread/" + company.key();
        look(
                company,
                open,
                cause + "/import",
                imports,
                ".xml",
                company.watch().importFolder(),
                () -> WatchReasons.unreadImport(imports));
        look(
                company,
                open,
                cause + "/print-spool",
                spool,
                ".pdf",
                company.watch().printSpool(),
                () -> WatchReasons.unreadSpool(spool));
    }

    private void look(
            Company company,
            OpenAlarms open,
            String cause,
            Path folder,
            String extension,
            Optional<Duration> limit,
            Supplier<Reason> reason) {
        if (limit.isEmpty()) {
            open.clear(cause);
            return;
        }
        try {
            List<String> unread = unread(folder, extension, limit.get());
            if (unread.isEmpty()) {
                open.clear(cause);
            } else {
                alarms.raise(cause, company.key(), reason.get(), unread);
            }
        } catch (IOException e) {
            // the folder has gone or cannot be read: the watch over the folders tells
            firstSeen.keySet().removeIf(file -> file.startsWith(folder));
        }
    }

    private List<String> unread(Path folder, String extension, Duration limit) throws IOException {
        Instant now = clock.instant();
        List<String> unread = new ArrayList<>();
        Set<Path> present = ConcurrentHashMap.newKeySet();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            int looked = 0;
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean counts =
                        !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(extension);
                if (counts && looked++ < MOST_LOOKED_AT) {
                    present.add(file);
                    if (unread.size() < MOST_NAMED && isOld(file, limit, now)) {
                        unread.add(name);
                    }
                }
            }
        }
        firstSeen.keySet().removeIf(file -> file.startsWith(folder) && !present.contains(file));
        unread.sort(String::compareTo);
        return unread;
    }

    private boolean isOld(Path file, Duration limit, Instant now) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            Instant since = written.isAfter(now) ? firstSeen.computeIfAbsent(file, none -> now) : written;
            return WorkingTime.between(since, now).compareTo(limit) >= 0;
        } catch (IOException gone) {
            // taken at this moment
            return false;
        }
    }
}
