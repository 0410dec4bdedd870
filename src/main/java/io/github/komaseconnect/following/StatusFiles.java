package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.sales.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a text beside each sent file, {@code <name>.status.txt}, that says what became of it. The ledger knows what a text
 * tells; one that could not be written is written later.
 */
public final class StatusFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFiles.class);
    private static final String STATUS_FILE = ".status.txt";
    private static final int AT_ONCE = 200;

    private final Companies companies;
    private final Ledger ledger;
    private final Placement placement;

    /** Writes into the sent folders of these companies, in which {@code placement} moves files. */
    public StatusFiles(Companies companies, Ledger ledger, Placement placement) {
        this.companies = companies;
        this.ledger = ledger;
        this.placement = placement;
    }

    /** Writes what is not told yet, by {@code lane}: a share that hangs keeps it waiting. */
    public void write(Lane lane) {
        for (Company company : withUntold()) {
            List<Followed> untold = ledger.reading(books -> books.following().untold(company.key(), AT_ONCE));
            if (!untold.isEmpty()) {
                lane.run(company.key(), () -> write(company, untold));
            }
        }
    }

    private List<Company> withUntold() {
        Set<String> untold =
                Set.copyOf(ledger.reading(books -> books.following().companiesUntold()));
        return companies.all().stream()
                .filter(company -> untold.contains(company.key()))
                .toList();
    }

    private record Story(LedgerInvoice invoice, List<LedgerEvent> events) {}

    /** @param path of the text without its ending; empty when there is none */
    private record Told(Followed followed, Optional<String> path) {}

    /** One after another; they are brought to the disk together, and recorded after that. */
    private void write(Company company, List<Followed> untold) {
        Map<Path, List<Told>> written = new HashMap<>();
        try {
            for (Followed followed : untold) {
                write(company, followed)
                        .ifPresent(told -> written.computeIfAbsent(folder(company, told), key -> new ArrayList<>())
                                .add(told));
            }
        } finally {
            written.forEach((folder, texts) -> record(company, folder, texts));
        }
    }

    /** The folder in which the text is; of none, the one above those of the months. */
    private static Path folder(Company company, Told told) {
        return told.path()
                .map(path -> file(company, path).getParent())
                .orElse(company.folders().sent());
    }

    private void record(Company company, Path folder, List<Told> texts) {
        try {
            AtomicFile.flush(
                    folder,
                    texts.stream()
                            .flatMap(told -> told.path().stream())
                            .map(path -> file(company, path))
                            .toList());
            // after a crash they are written once more
            ledger.soon(books -> texts.forEach(
                    told -> books.following().told(told.followed(), told.path().orElse(""))));
        } catch (IOException e) {
            LOG.warn("{}: status texts are not on the disk yet: {}", company.key(), e.toString());
        }
    }

    /** Empty when it is to be written later. */
    private Optional<Told> write(Company company, Followed followed) {
        Story story = story(followed);
        if (!story.invoice().where().placed()) {
            // what is told may have sent its file to another folder
            placement.carryOut(followed.invoiceId());
            story = story(followed);
        }
        if (!story.invoice().where().placed()) {
            // whoever moves it tells of trouble
            return Optional.empty();
        }
        try {
            Optional<String> path = path(company, story.invoice());
            if (path.isPresent()) {
                SureFile.rewriteSoft(
                        file(company, path.get()), StatusText.of(story.invoice(), followed, story.events()));
            }
            if (!followed.filePath().isEmpty() && !path.equals(Optional.of(followed.filePath()))) {
                Files.deleteIfExists(file(company, followed.filePath()));
            }
            return Optional.of(new Told(followed, path));
        } catch (IOException e) {
            LOG.warn(
                    "{}: the status of {} is not beside its file yet: {}",
                    company.key(),
                    story.invoice().label(),
                    e.toString());
            return Optional.empty();
        }
    }

    private Story story(Followed followed) {
        return ledger.reading(books -> new Story(
                books.invoices().find(followed.invoiceId()).orElseThrow(),
                books.events().of(followed.invoiceId())));
    }

    private static Path file(Company company, String path) {
        return company.folders().sent().resolve(path + STATUS_FILE);
    }

    /**
     * Where its file is in the sent folder; empty when it is held, or its month was taken away by somebody.
     *
     * @throws IOException when the sent folder is not there: later
     */
    private static Optional<String> path(Company company, LedgerInvoice invoice) throws IOException {
        if (!Files.isDirectory(company.folders().sent())) {
            throw new IOException("the sent folder is not there");
        }
        if (invoice.where().place() != Place.SENT) {
            return Optional.empty();
        }
        String path = invoice.where().path();
        Path month = company.folders().sent().resolve(path).getParent();
        return Files.isDirectory(month) ? Optional.of(path) : Optional.empty();
    }
}
