package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import io.github.komaseconnect.folder.SettledFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Decides which files of the export folder are to be taken: those that are complete, with the PDF that belongs to them. */
public final class ExportWatch {
    /** Some programs make a file first and write it later; one that stays empty is to be seen by somebody. */
    private static final Duration EMPTY_AFTER = Duration.ofMinutes(5);

    private final PickupSettings settings;
    private final SettledFiles settled;

    /** A watch with the settle time and PDF wait of {@code settings}; {@code clock} should be one that does not jump. */
    public ExportWatch(PickupSettings settings, Clock clock) {
        this.settings = settings;
        this.settled = new SettledFiles(settings.settle(), clock);
    }

    /** What is to be done with a file now. */
    public enum Verdict {
        /** Not for us: a temporary or hidden file, or another kind. */
        LEAVE,
        /** Not complete yet, or its PDF may still come. */
        WAIT,
        /** A complete XML file; its PDF, if any, is complete too. */
        TAKE,
        /** A PDF that has been without XML for too long. */
        LEFT_OVER
    }

    /** A file as it is now: its size in bytes and its time of last change. */
    public record Sight(Path path, long size, long modified) {
        /** Looks at a file. */
        public static Sight of(Path file) throws IOException {
            return of(file, Files.readAttributes(file, BasicFileAttributes.class));
        }

        /** What was found when somebody looked at a file. */
        static Sight of(Path file, BasicFileAttributes attributes) {
            return new Sight(
                    file, attributes.size(), attributes.lastModifiedTime().toMillis());
        }
    }

    /**
     * Looks at one file once more.
     *
     * @param partner the file of the same name with the other extension, when it is there
     */
    public Verdict look(Company company, Sight file, Optional<Sight> partner) {
        String name = file.path().getFileName().toString();
        boolean xml = InvoiceFiles.isXml(file.path());
        if (name.startsWith(".") || name.startsWith("~") || !(xml || InvoiceFiles.isPdf(file.path()))) {
            return Verdict.LEAVE;
        }
        Optional<Duration> unchanged = unchangedFor(file);
        if (unchanged.isEmpty()) {
            return Verdict.WAIT;
        }
        if (file.size() == 0 && unchanged.get().compareTo(EMPTY_AFTER) < 0) {
            return Verdict.WAIT;
        }
        return xml ? judgeXml(company, unchanged.get(), partner) : judgePdf(unchanged.get(), partner);
    }

    private Verdict judgeXml(Company company, Duration unchanged, Optional<Sight> pdf) {
        if (company.pdf() == PdfPolicy.NONE) {
            return Verdict.TAKE;
        }
        if (pdf.isPresent() && pdf.get().size() > 0) {
            return unchangedFor(pdf.get()).isPresent() ? Verdict.TAKE : Verdict.WAIT;
        }
        return unchanged.compareTo(settings.pdfWait()) >= 0 ? Verdict.TAKE : Verdict.WAIT;
    }

    private Verdict judgePdf(Duration unchanged, Optional<Sight> xml) {
        if (xml.isPresent()) {
            return Verdict.WAIT;
        }
        Duration patience = settings.pdfWait().plus(settings.settle());
        return unchanged.compareTo(patience) >= 0 ? Verdict.LEFT_OVER : Verdict.WAIT;
    }

    private Optional<Duration> unchangedFor(Sight file) {
        return settled.unchangedFor(file.path(), file.size(), file.modified());
    }

    /** Whether a file that was found complete still looks as it did then. */
    boolean isStill(Sight file) {
        return settled.isStill(file.path(), file.size(), file.modified());
    }

    /** A file was taken: the next one of that name is another file. */
    public void forget(Path file) {
        settled.taken(file);
    }

    /** Forgets files not seen for a while, so that memory does not grow with the names Komas uses. */
    public void tidy() {
        settled.tidy();
    }
}
