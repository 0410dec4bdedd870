package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.sales.ExportFolder;
import io.github.komaseconnect.sales.ReadyFiles;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One look-out for all export folders: at every round each company in hand is looked at, unless the last look is still
 * going on. A look that finds files has them picked up before the next look at that folder.
 */
public final class ExportLooks implements AutoCloseable {
    /** So few are handed on together that a stop, or a company that goes, does not wait long. */
    private static final int HANDED_ON = 50;

    private final Companies companies;
    private final ExportFolder folder;
    private final Consumer<ReadyFiles> pickUp;
    private final Crew crew;
    private volatile boolean stopped;

    /** Looks at the folders of these companies; {@code pickUp} returns when the files were dealt with. */
    public ExportLooks(
            Companies companies, ExportFolder folder, Consumer<ReadyFiles> pickUp, Unexpected unexpected, Clock clock) {
        this.companies = companies;
        this.folder = folder;
        this.pickUp = pickUp;
        this.crew = new Crew("export-looks", clock, e -> unexpected.tell("look-for-sales-invoices", e));
    }

    /** Has every folder looked at, and does not wait for it. */
    public void look() {
        crew.relieve();
        if (!stopped) {
            companies.all().forEach(company -> crew.attend(company.key(), () -> look(company.key())));
        }
    }

    /** Whether the folder of a company is being looked at, or files from it are being picked up. */
    public boolean isBusy(String company) {
        return crew.isBusy(company);
    }

    private void look(String key) {
        boolean more = true;
        while (more) {
            // looked up now, after this company counts as busy: one that goes is not begun with
            Optional<Company> company = inHand(key);
            ReadyFiles ready = company.isPresent() ? folder.look(company.get()) : new ReadyFiles(key, List.of());
            handOn(ready);
            more = ready.files().size() == ExportFolder.MOST_AT_ONCE
                    && ready.files().stream().noneMatch(File::exists);
        }
    }

    private void handOn(ReadyFiles ready) {
        List<File> files = ready.files();
        for (int from = 0; from < files.size() && inHand(ready.company()).isPresent(); from += HANDED_ON) {
            pickUp.accept(
                    new ReadyFiles(ready.company(), files.subList(from, Math.min(from + HANDED_ON, files.size()))));
        }
    }

    private Optional<Company> inHand(String key) {
        return stopped ? Optional.empty() : companies.find(key);
    }

    /** Looks no more. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
        crew.close();
    }
}
