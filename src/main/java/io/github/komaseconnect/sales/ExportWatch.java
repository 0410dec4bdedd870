package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which files of the export folder are complete: size and time must stay the same between our own looks for the
 * settle time, since a file copied from Windows has an old date while it is still being written.
 */
public final class ExportWatch {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);
    /** Some programs make a file first and write it later; one that stays empty is to be seen by somebody. */
    private static final Duration EMPTY_AFTER = Duration.ofMinutes(5);

    private final PickupSettings settings;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /** A watch with the settle time and PDF wait of {@code settings}; {@code clock} should be one that does not jump. */
    public ExportWatch(PickupSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
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
            return new Sight(
                    file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    private record Seen(long size, long modified, Instant unchangedSince, Instant lastLook) {
        boolean isSame(Sight file) {
            return size == file.size() && modified == file.modified();
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

    /** For how long the file is known to be unchanged; empty while that is shorter than the settle time. */
    private Optional<Duration> unchangedFor(Sight file) {
        Instant now = clock.instant();
        Seen current = seen.compute(file.path(), (path, before) -> {
            boolean clockWentBack = before != null && now.isBefore(before.unchangedSince());
            if (before == null || clockWentBack || !before.isSame(file)) {
                return new Seen(file.size(), file.modified(), now, now);
            }
            return new Seen(before.size(), before.modified(), before.unchangedSince(), now);
        });
        Duration unchanged = Duration.between(current.unchangedSince(), now);
        return unchanged.compareTo(settings.settle()) >= 0 ? Optional.of(unchanged) : Optional.empty();
    }

    /** Whether a file that was found complete still looks as it did then. */
    boolean isStill(Sight file) {
        Seen known = seen.get(file.path());
        return known != null
                && known.isSame(file)
                && Duration.between(known.unchangedSince(), known.lastLook()).compareTo(settings.settle()) >= 0;
    }

    /** A file was taken: the next one of that name is another file. */
    public void forget(Path file) {
        seen.remove(file);
    }

    /** Forgets files not seen for a while, so that memory does not grow with the names Komas uses. */
    public void tidy() {
        Instant old = clock.instant().minus(FORGET_AFTER);
        seen.values().removeIf(file -> file.lastLook().isBefore(old));
    }
}
