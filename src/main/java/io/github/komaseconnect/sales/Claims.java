package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes files from the export folder by renaming them.
 *
 * <p>The PDF is renamed first. Its hidden name carries size and time of its XML, so that after a crash it is put
 * together with that very XML again and never with a later one of the same name.
 */
public final class Claims {
    private final Companies companies;
    private final ExportWatch watch;
    private final ClaimTrouble trouble;
    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** Claims for these companies; {@code watch} knows which files are complete and is told what was taken. */
    public Claims(Companies companies, ExportWatch watch, ClaimTrouble trouble, Clock clock) {
        this.companies = companies;
        this.watch = watch;
        this.trouble = trouble;
        this.clock = clock;
    }

    /**
     * From now on files of this company may be taken: what the last run left half-way was found. Until then an XML might
     * be taken without the PDF that was taken before a crash.
     */
    void open(String companyKey) {
        open.add(companyKey);
    }

    /** The company has gone: before anything of it is taken again, what was left half-way must be found again. */
    public void close(String companyKey) {
        open.remove(companyKey);
    }

    boolean isOpen(String companyKey) {
        return open.contains(companyKey);
    }

    /**
     * As {@link #claim}, for the route: none when the file cannot be taken now. One that another program holds is offered
     * again at the next look; if that lasts, people are told.
     */
    public List<Claim> take(String companyKey, File file) {
        Path path = file.toPath();
        try {
            Optional<Claim> claim = claim(companyKey, path);
            claim.ifPresent(taken -> trouble.over(companyKey, path.toString()));
            return claim.stream().toList();
        } catch (IOException e) {
            trouble.cannotTake(companyKey, path, e);
            return List.of();
        }
    }

    /**
     * Takes a complete file from the export folder.
     *
     * @param file an XML file with, if there is one, the PDF of the same name; or a PDF that is left over
     * @return empty when somebody else took it meanwhile, or it is being written again
     * @throws IOException when the file or the folders cannot be used; nothing was lost
     */
    public Optional<Claim> claim(String companyKey, Path file) throws IOException {
        Company company = companies.get(companyKey);
        if (!isOpen(companyKey)) {
            return Optional.empty();
        }
        try {
            return InvoiceFiles.isPdf(file) ? leftOver(company, file) : complete(company, file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<Claim> leftOver(Company company, Path pdf) throws IOException {
        boolean xmlCame = company.pdf() != PdfPolicy.NONE
                && InvoiceFiles.sibling(pdf, InvoiceFiles.XML).isPresent();
        if (xmlCame || !watch.isStill(ExportWatch.Sight.of(pdf))) {
            return Optional.empty();
        }
        String stem = new ClaimName(nextId(), ClaimName.LEFT_OVER, InvoiceFiles.base(pdf)).stem();
        Path taken = take(company, pdf, stem + InvoiceFiles.PDF);
        return Optional.of(
                new Claim(company.key(), pdf.getFileName().toString(), stem, Optional.empty(), Optional.of(taken)));
    }

    /** Other files were dealt with since this one was found complete: it is taken only if it still is. */
    private Optional<Claim> complete(Company company, Path xml) throws IOException {
        ExportWatch.Sight sight = ExportWatch.Sight.of(xml);
        Optional<Path> pdf =
                company.pdf() == PdfPolicy.NONE ? Optional.empty() : InvoiceFiles.sibling(xml, InvoiceFiles.PDF);
        if (!watch.isStill(sight) || (pdf.isPresent() && !watch.isStill(ExportWatch.Sight.of(pdf.get())))) {
            return Optional.empty();
        }
        String stem = new ClaimName(nextId(), ClaimName.markOf(sight), InvoiceFiles.base(xml)).stem();
        Optional<Path> takenPdf = Optional.empty();
        if (pdf.isPresent()) {
            takenPdf = Optional.of(take(company, pdf.get(), stem + InvoiceFiles.PDF));
        }
        try {
            Path takenXml = take(company, xml, stem + InvoiceFiles.XML);
            return Optional.of(
                    new Claim(company.key(), xml.getFileName().toString(), stem, Optional.of(takenXml), takenPdf));
        } catch (IOException e) {
            putBack(takenPdf, pdf);
            throw e;
        }
    }

    /** Takes one file; {@code name} is hidden. */
    Path take(Company company, Path file, String name) throws IOException {
        Path target = company.folders().outbox().resolve(name);
        SureFile.move(file, target);
        watch.forget(file);
        return target;
    }

    private static void putBack(Optional<Path> taken, Optional<Path> from) throws IOException {
        if (taken.isPresent() && from.isPresent() && Files.exists(taken.get()) && !Files.exists(from.get())) {
            SureFile.move(taken.get(), from.get());
        }
    }

    /**
     * Takes a held invoice's files back, as if they came from the export folder: the files as they lie in the held
     * folder, changed by a person perhaps, or from the archive when they are gone.
     *
     * @param visibleXml where its XML should be
     * @param visiblePdf where its PDF should be, if it has one
     * @param archivedXml what was archived of it
     * @throws IOException when the folders cannot be used; the files stay where they are
     */
    public Claim takeHeld(
            LedgerInvoice invoice, Path visibleXml, Optional<Path> visiblePdf, Path archivedXml, Path archivedPdf)
            throws IOException {
        Company company = companies.get(invoice.company());
        String stem = new ClaimName(nextId(), ClaimName.HELD, invoice.stem()).stem();
        Optional<Path> pdf = Optional.empty();
        if (visiblePdf.isPresent()) {
            pdf = Optional.of(takeOrRestore(company, visiblePdf.get(), archivedPdf, stem + InvoiceFiles.PDF));
        }
        try {
            Path xml = takeOrRestore(company, visibleXml, archivedXml, stem + InvoiceFiles.XML);
            return new Claim(invoice.company(), invoice.originalName(), stem, Optional.of(xml), pdf);
        } catch (IOException e) {
            putBack(pdf, visiblePdf);
            throw e;
        }
    }

    private static Path takeOrRestore(Company company, Path visible, Path archived, String name) throws IOException {
        Path target = company.folders().outbox().resolve(name);
        if (Files.exists(visible)) {
            SureFile.move(visible, target);
        } else {
            SureFile.copy(archived, target);
        }
        return target;
    }

    private long nextId() {
        return lastId.updateAndGet(last -> Math.max(last + 1, clock.millis()));
    }
}
