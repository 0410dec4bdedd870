package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files from the export folder by renaming them, and finds those that a crash left half-way.
 *
 * <p>The PDF is renamed first. Its hidden name carries size and time of its XML, so that after a crash it is put
 * together with that very XML again and never with a later one of the same name.
 */
public final class Claims {
    private static final String PREFIX = ".claim~";
    private static final String LEFT_OVER = "left";
    private static final int LONGEST_NAME = 120;
    private static final long STALE_MS = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int RADIX = Character.MAX_RADIX;

    private final Companies companies;
    private final ExportWatch watch;
    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong();

    /** Claims for these companies; {@code watch} is told what was taken. */
    public Claims(Companies companies, ExportWatch watch, Clock clock) {
        this.companies = companies;
        this.watch = watch;
        this.clock = clock;
    }

    /** As {@link #claim}, for the route: none when somebody else took the file meanwhile, else one. */
    public List<Claim> take(String companyKey, File file) throws IOException {
        return claim(companyKey, file.toPath()).stream().toList();
    }

    /**
     * Takes a held invoice's files back, as if they came from the export folder: the files as they lie in the held
     * folder, changed by a person perhaps, or from the archive when they are gone.
     *
     * @param visibleXml where its XML should be
     * @param visiblePdf where its PDF should be, if it has one
     * @param archivedXml what was archived of it
     */
    public Claim takeHeld(
            LedgerInvoice invoice, Path visibleXml, Optional<Path> visiblePdf, Path archivedXml, Path archivedPdf)
            throws IOException {
        Company company = companies.get(invoice.company());
        String stem = PREFIX + nextId() + "-held~" + shortened(base(Path.of(invoice.stem() + ".xml")));
        Optional<Path> pdf = Optional.empty();
        if (visiblePdf.isPresent()) {
            pdf = Optional.of(takeOrRestore(company, visiblePdf.get(), archivedPdf, stem + ".pdf"));
        }
        Path xml = takeOrRestore(company, visibleXml, archivedXml, stem + ".xml");
        return new Claim(invoice.company(), invoice.originalName(), stem, Optional.of(xml), pdf);
    }

    private Path takeOrRestore(Company company, Path visible, Path archived, String name) throws IOException {
        Path target = company.folders().outbox().resolve(name);
        if (Files.exists(visible)) {
            SureFile.move(visible, target);
        } else {
            SureFile.copy(archived, target);
        }
        return target;
    }

    private String nextId() {
        return Long.toString(lastId.updateAndGet(last -> Math.max(last + 1, clock.millis())), RADIX);
    }

    /**
     * Takes a complete file from the export folder.
     *
     * @param file an XML file with, if there is one, the PDF of the same name; or a PDF that is left over
     * @return empty when somebody else took it meanwhile
     * @throws IOException when the folders cannot be used; nothing was lost
     */
    public Optional<Claim> claim(String companyKey, Path file) throws IOException {
        Company company = companies.get(companyKey);
        String base = base(file);
        boolean leftOver = isPdf(file);
        String kind = leftOver ? LEFT_OVER : fingerprint(file);
        String stem = PREFIX + nextId() + "-" + kind + "~" + shortened(base);
        Optional<Path> pdf = leftOver
                ? Optional.of(file)
                : company.pdf() == PdfPolicy.NONE ? Optional.empty() : sibling(file, ".pdf");
        try {
            Optional<Path> claimedPdf = Optional.empty();
            if (pdf.isPresent()) {
                claimedPdf = Optional.of(take(company, pdf.get(), stem + ".pdf"));
            }
            Optional<Path> claimedXml = leftOver ? Optional.empty() : Optional.of(take(company, file, stem + ".xml"));
            return Optional.of(new Claim(companyKey, file.getFileName().toString(), stem, claimedXml, claimedPdf));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path take(Company company, Path file, String name) throws IOException {
        Path target = company.folders().outbox().resolve(name);
        SureFile.move(file, target);
        watch.forget(file);
        return target;
    }

    /**
     * What a crash left taken but not registered, oldest first. A PDF whose XML is still in the export folder unchanged
     * is put together with it; otherwise it is left over.
     */
    public List<Claim> unfinished(String companyKey) throws IOException {
        Company company = companies.get(companyKey);
        Map<String, Claim> claims = new TreeMap<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(company.folders().outbox(), PREFIX + "*")) {
            for (Path file : files) {
                claims.merge(base(file), claimOf(companyKey, file), Claims::join);
            }
        }
        List<Claim> whole = new ArrayList<>();
        for (Claim claim : claims.values()) {
            whole.add(claim.xml().isPresent() ? claim : withItsXml(company, claim));
        }
        return whole;
    }

    /** {@link #unfinished} of all companies; one whose folders cannot be used is left for later. */
    public List<Claim> allUnfinished() {
        List<Claim> all = new ArrayList<>();
        for (Company company : companies.all()) {
            try {
                all.addAll(unfinished(company.key()));
            } catch (IOException e) {
                LOG.warn("{}: the outbox cannot be read: {}", company.key(), e.toString());
            }
        }
        return all;
    }

    /** Those taken so long ago that the step that was to register them must have failed. */
    public List<Claim> stale() {
        long before = clock.millis() - STALE_MS;
        return allUnfinished().stream().filter(claim -> takenAt(claim) < before).toList();
    }

    private static long takenAt(Claim claim) {
        String id = claim.stem().substring(PREFIX.length(), claim.stem().indexOf('-', PREFIX.length()));
        return Long.parseLong(id, RADIX);
    }

    private static Claim claimOf(String company, Path file) {
        String stem = base(file);
        String original = stem.substring(stem.indexOf('~', PREFIX.length()) + 1);
        Optional<Path> path = Optional.of(file);
        return isPdf(file)
                ? new Claim(company, original + ".pdf", stem, Optional.empty(), path)
                : new Claim(company, original + ".xml", stem, path, Optional.empty());
    }

    private static Claim join(Claim one, Claim other) {
        Claim xml = one.xml().isPresent() ? one : other;
        return new Claim(
                xml.company(),
                xml.originalName(),
                xml.stem(),
                xml.xml(),
                one.pdf().or(other::pdf));
    }

    private Claim withItsXml(Company company, Claim pdfOnly) throws IOException {
        String mark = pdfOnly.stem()
                .substring(pdfOnly.stem().indexOf('-') + 1, pdfOnly.stem().indexOf('~', PREFIX.length()));
        Path expected = company.folders().exportFolder().resolve(pdfOnly.originalName());
        Optional<Path> xml = sibling(expected, ".xml");
        if (xml.isPresent() && fingerprint(xml.get()).equals(mark)) {
            Path taken = take(company, xml.get(), pdfOnly.stem() + ".xml");
            return new Claim(
                    pdfOnly.company(),
                    xml.get().getFileName().toString(),
                    pdfOnly.stem(),
                    Optional.of(taken),
                    pdfOnly.pdf());
        }
        return pdfOnly;
    }

    /** The file of the same name with another extension, whatever its case. */
    public static Optional<Path> sibling(Path file, String extension) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String wanted = base(file);
        for (String name : List.of(wanted + extension, wanted + extension.toUpperCase(Locale.ROOT))) {
            Path candidate = folder.resolve(name);
            if (Files.isRegularFile(candidate) && Files.size(candidate) > 0) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isPdf(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static String base(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String shortened(String base) {
        return base.length() <= LONGEST_NAME ? base : base.substring(0, LONGEST_NAME);
    }

    private static String fingerprint(Path file) throws IOException {
        return Long.toString(Files.size(file), RADIX) + "."
                + Long.toString(Files.getLastModifiedTime(file).toMillis(), RADIX);
    }
}
