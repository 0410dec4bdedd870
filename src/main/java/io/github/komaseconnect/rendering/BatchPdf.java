package io.github.komaseconnect.rendering;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.reason.DutchTime;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts PDFs of several invoices together, with a list of them in front. The same input gives the same bytes. What is large
 * goes by temporary files, not by memory; one is put together at a time, whoever asks.
 */
public final class BatchPdf {
    private static final Logger LOG = LoggerFactory.getLogger(BatchPdf.class);

    /** Where each invoice begins. */
    public enum Start {
        /** On the next page. */
        ANY_PAGE,
        /** On a new sheet, where both sides are printed. */
        NEW_SHEET
    }

    /** The whole could not be made; nothing of it is there. */
    public static final class CannotJoinException extends IOException {
        private static final long serialVersionUID = 1;

        CannotJoinException(Throwable cause) {
            super("a PDF cannot be put together with others: " + cause, cause);
        }

        /** Whether there was too little memory: fewer of them may well go together. */
        public boolean isForWantOfMemory() {
            return getCause() instanceof OutOfMemoryError;
        }
    }

    /**
     * One invoice.
     *
     * @param amount negative for a credit note; zero with an empty {@code currency} where it is not known
     * @param pages how many it has
     */
    public record Part(Path pdf, String number, String customer, BigDecimal amount, String currency, int pages) {}

    /** How many pages a PDF has; empty when it cannot be put together with others: damaged, or protected. */
    public OptionalInt pages(Path pdf) {
        try (PDDocument document = open(pdf)) {
            boolean usable = !document.isEncrypted() && document.getNumberOfPages() > 0;
            return usable ? OptionalInt.of(document.getNumberOfPages()) : OptionalInt.empty();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            LOG.warn("{} cannot be put together with others: {}", pdf, damaged.toString());
            return OptionalInt.empty();
        }
    }

    /** On which page each of them begins, from 1, behind the list. */
    public List<Integer> starts(List<Part> parts, Start start) {
        List<Integer> starts = new ArrayList<>();
        int next = 1 + padded(CoverList.pages(parts.size()), start);
        for (Part part : parts) {
            starts.add(next);
            next += padded(part.pages(), start);
        }
        return starts;
    }

    private static int padded(int pages, Start start) {
        return start == Start.NEW_SHEET ? pages + pages % 2 : pages;
    }

    /**
     * Makes the whole.
     *
     * @param at when, as the list says
     * @param mark nothing else has; part of what makes it this PDF
     * @param target appears only when all of it is there
     * @throws CannotJoinException when a PDF cannot be put together with others after all, or reading or writing fails
     */
    public synchronized void make(String company, Instant at, String mark, List<Part> parts, Start start, Path target)
            throws CannotJoinException {
        try (PDDocument whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            List<Integer> starts = starts(parts, start);
            List<CoverLine> lines = new ArrayList<>();
            for (int index = 0; index < parts.size(); index++) {
                Part part = parts.get(index);
                lines.add(new CoverLine(
                        part.number(), part.customer(), part.amount(), part.currency(), starts.get(index)));
            }
            new CoverList(whole).draw(company, at, lines);
            fill(whole, start);
            PDFMergerUtility merger = new PDFMergerUtility();
            List<PDDocument> open = new ArrayList<>();
            try {
                for (Part part : parts) {
                    PDDocument document = open(part.pdf());
                    open.add(document);
                    merger.appendDocument(whole, document);
                    fill(whole, start);
                }
                describe(whole, company, at, mark);
                SureFile.write(target, whole::save);
            } finally {
                for (PDDocument document : open) {
                    document.close();
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw new CannotJoinException(damaged);
        }
    }

    /** Whether a PDF can be put behind something else and written again; slower than {@link #pages}, for when it went wrong. */
    public synchronized boolean joins(Path pdf) {
        try (PDDocument whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                PDDocument document = open(pdf)) {
            new PDFMergerUtility().appendDocument(whole, document);
            whole.save(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            LOG.warn("{} cannot be put together with others: {}", pdf, damaged.toString());
            return false;
        }
    }

    private static void fill(PDDocument whole, Start start) {
        if (start == Start.NEW_SHEET && whole.getNumberOfPages() % 2 == 1) {
            whole.addPage(new PDPage(PDRectangle.A4));
        }
    }

    private static void describe(PDDocument whole, String company, Instant at, String mark) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle("Dagafdruk " + company);
        information.setProducer("komas-econnect");
        information.setCreationDate(GregorianCalendar.from(at.atZone(DutchTime.ZONE)));
        whole.setDocumentInformation(information);
        // otherwise the present time is part of it
        whole.setDocumentId((long) (mark + at).hashCode());
        // what one invoice wants of a viewer is not what the whole wants
        whole.getDocumentCatalog().setOpenAction(null);
    }

    private static PDDocument open(Path pdf) throws IOException {
        return Loader.loadPDF(pdf.toFile(), IOUtils.createTempFileOnlyStreamCache());
    }
}
