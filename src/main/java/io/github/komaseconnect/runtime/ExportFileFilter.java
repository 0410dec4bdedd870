package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.ExportWatch.Sight;
import io.github.komaseconnect.sales.ExportWatch.Verdict;
import io.github.komaseconnect.sales.InvoiceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Camel's file consumer asks at every look which files of an export folder are to be taken: {@link ExportWatch} decides. */
public final class ExportFileFilter implements GenericFileFilter<File> {
    private static final Duration ASK_PAUSE_EVERY = Duration.ofSeconds(1);

    private final Company company;
    private final ExportWatch watch;
    private final Ledger ledger;
    private final Clock clock;
    private volatile Instant asked = Instant.EPOCH;
    private volatile boolean resting;

    /** A filter for one company; one that is paused takes nothing. */
    public ExportFileFilter(Company company, ExportWatch watch, Ledger ledger, Clock clock) {
        this.company = company;
        this.watch = watch;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        Path path = file.getFile().toPath();
        try {
            // Windows hides files by an attribute, not by their name
            if (Files.isHidden(path)) {
                return false;
            }
            Verdict verdict = watch.look(company, Sight.of(path), partner(path));
            return (verdict == Verdict.TAKE || verdict == Verdict.LEFT_OVER)
                    && Files.isDirectory(company.folders().outbox())
                    && !isResting();
        } catch (IOException | LedgerUnavailableException e) {
            // gone or locked at this moment, or no ledger to write in: the next look will tell
            return false;
        }
    }

    private static Optional<Sight> partner(Path path) throws IOException {
        Optional<Path> partner =
                InvoiceFiles.sibling(path, InvoiceFiles.isXml(path) ? InvoiceFiles.PDF : InvoiceFiles.XML);
        return partner.isPresent() ? Optional.of(Sight.of(partner.get())) : Optional.empty();
    }

    private boolean isResting() {
        Instant now = clock.instant();
        if (Duration.between(asked, now).abs().compareTo(ASK_PAUSE_EVERY) > 0) {
            resting = ledger.reading(
                    books -> books.pauses().find(company.key(), Channel.ALL).isPresent());
            asked = now;
        }
        return resting;
    }
}
