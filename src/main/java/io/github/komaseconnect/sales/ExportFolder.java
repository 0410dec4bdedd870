package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.sales.ExportWatch.Sight;
import io.github.komaseconnect.sales.ExportWatch.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into export folders for files that may be taken; {@link ExportWatch} decides which are complete. */
public final class ExportFolder {
    /** So many are handed on at a time, the oldest first; the rest at the next look, which is at the whole folder again. */
    public static final int MOST_AT_ONCE = 2_500;
    /** More than this in one folder is not kept in memory; what is beyond comes in sight as the others are taken. */
    private static final int MOST_IN_SIGHT = 50_000;

    private static final Comparator<Sight> OLDEST_FIRST =
            Comparator.comparingLong(Sight::modified).thenComparing(Sight::path);

    private final ExportWatch watch;
    private final Ledger ledger;

    /** Asks {@code watch} about files, and {@code ledger} whether the company is paused: then nothing may be taken. */
    public ExportFolder(ExportWatch watch, Ledger ledger) {
        this.watch = watch;
        this.ledger = ledger;
    }

    /** Looks once more at every file of a company's export folder. A folder that cannot be read holds nothing now. */
    public ReadyFiles look(Company company) {
        Map<String, Sight> inSight;
        try {
            inSight = inSight(company.folders().exportFolder());
        } catch (IOException | DirectoryIteratorException gone) {
            // whoever watches the folders tells of it
            return new ReadyFiles(company.key(), List.of());
        }
        List<Sight> complete = complete(company, inSight);
        if (complete.isEmpty() || !Files.isDirectory(company.folders().outbox()) || isPaused(company)) {
            return new ReadyFiles(company.key(), List.of());
        }
        List<File> files = complete.stream()
                .sorted(OLDEST_FIRST)
                .limit(MOST_AT_ONCE)
                .map(sight -> sight.path().toFile())
                .toList();
        return new ReadyFiles(company.key(), files);
    }

    private List<Sight> complete(Company company, Map<String, Sight> inSight) {
        Siblings siblings = new Siblings(inSight);
        List<Sight> complete = new ArrayList<>();
        for (Sight sight : inSight.values()) {
            try {
                Verdict verdict = watch.look(company, sight, siblings.of(sight.path()));
                // Windows hides files by an attribute, not by their name
                if ((verdict == Verdict.TAKE || verdict == Verdict.LEFT_OVER) && !Files.isHidden(sight.path())) {
                    complete.add(sight);
                }
            } catch (IOException e) {
                // gone or locked at this moment: the next look will tell
            }
        }
        return complete;
    }

    private static Map<String, Sight> inSight(Path folder) throws IOException {
        Map<String, Sight> inSight = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ExportFolder::mayBeOurs)) {
            for (Path file : files) {
                sightOf(file).ifPresent(sight -> inSight.put(file.getFileName().toString(), sight));
                if (inSight.size() == MOST_IN_SIGHT) {
                    return inSight;
                }
            }
        }
        return inSight;
    }

    private static boolean mayBeOurs(Path file) {
        return !file.getFileName().toString().startsWith(".") && (InvoiceFiles.isXml(file) || InvoiceFiles.isPdf(file));
    }

    private static Optional<Sight> sightOf(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.of(Sight.of(file, attributes)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private boolean isPaused(Company company) {
        return ledger.reading(
                books -> books.pauses().find(company.key(), Channel.ALL).isPresent());
    }

    /** Finds the file that belongs to another without asking the file system for each: it may be far away. */
    private static final class Siblings {
        private final Map<String, Sight> inSight;
        private final Set<String> small = new HashSet<>();

        Siblings(Map<String, Sight> inSight) {
            this.inSight = inSight;
            inSight.keySet().forEach(name -> small.add(name.toLowerCase(Locale.ROOT)));
        }

        Optional<Sight> of(Path file) throws IOException {
            String extension = InvoiceFiles.isXml(file) ? InvoiceFiles.PDF : InvoiceFiles.XML;
            boolean allInSight = inSight.size() < MOST_IN_SIGHT;
            String wanted = InvoiceFiles.base(file) + extension;
            if (allInSight && !small.contains(wanted.toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            // whether capitals matter is for the file system to say
            Optional<Path> sibling = InvoiceFiles.sibling(file, extension);
            return sibling.isPresent() ? Optional.of(seen(sibling.get())) : Optional.empty();
        }

        private Sight seen(Path file) throws IOException {
            Sight sight = inSight.get(file.getFileName().toString());
            return sight == null ? Sight.of(file) : sight;
        }
    }
}
