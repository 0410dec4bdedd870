package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
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
import java.util.List;
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
                lane.run(company.key(), () -> untold.forEach(followed -> write(company, followed)));
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

    private void write(Company company, Followed followed) {
        // what is told may have sent its file to another folder
        placement.carryOut(followed.invoiceId());
        Story story = ledger.reading(books -> new Story(
                books.invoices().find(followed.invoiceId()).orElseThrow(),
                books.events().of(followed.invoiceId())));
        if (!story.invoice().where().placed()) {
            // later; whoever moves it tells of trouble
            return;
        }
        try {
            Optional<String> path = path(company, story.invoice());
            if (path.isPresent()) {
                SureFile.rewrite(file(company, path.get()), StatusText.of(story.invoice(), followed, story.events()));
            }
            if (!followed.filePath().isEmpty() && !path.equals(Optional.of(followed.filePath()))) {
                Files.deleteIfExists(file(company, followed.filePath()));
            }
            // after a crash it is written once more
            ledger.soon(books -> books.following().told(followed, path.orElse("")));
        } catch (IOException e) {
            LOG.warn(
                    "{}: the status of {} is not beside its file yet: {}",
                    company.key(),
                    story.invoice().label(),
                    e.toString());
        }
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
