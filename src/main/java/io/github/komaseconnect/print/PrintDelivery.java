package io.github.komaseconnect.print;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.InvoiceWarnings;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.rendering.Look;
import io.github.komaseconnect.rendering.PdfChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a delivery by print: choose the PDF and archive it, record what is about to go to a printer, and hand it
 * over, or put it ready in the spool folder of a company without a printer.
 */
public final class PrintDelivery {
    private final Archive archive;
    private final PdfChoice pdfs;
    private final InvoiceWarnings warnings;
    private final PrintSpool spool;
    private final Ledger ledger;
    private final PrinterClient printers;

    /** Prints on the company's printer by {@code printers}, else into its spool folder. */
    public PrintDelivery(Archive archive, PdfChoice pdfs, PrintSpool spool, Ledger ledger, PrinterClient printers) {
        this.archive = archive;
        this.pdfs = pdfs;
        this.spool = spool;
        this.ledger = ledger;
        this.warnings = new InvoiceWarnings(ledger);
        this.printers = printers;
    }

    /** Chooses the PDF; what is printed is kept in the archive. */
    public Prepared prepare(Shipment shipment) throws IOException {
        LedgerInvoice invoice = shipment.invoice();
        Optional<Path> beside =
                invoice.hasPdf() ? Optional.of(archive.file(invoice.archive(), Archive.PDF)) : Optional.empty();
        String name = "delivery-" + shipment.delivery().id() + "-printed.pdf";
        Path kept = archive.file(invoice.archive(), name);
        PdfChoice.Choice choice = pdfs.choose(
                shipment.ubl(),
                beside,
                new Look(
                        shipment.delivery().destination().language(),
                        shipment.company().branding()),
                kept.getParent());
        if (choice instanceof PdfChoice.Impossible impossible) {
            return Prepared.cannot(shipment, impossible.reason());
        }
        PdfChoice.Chosen chosen = (PdfChoice.Chosen) choice;
        chosen.warning().ifPresent(reason -> warnings.tell(invoice.id(), reason));
        archive.keep(chosen.file(), invoice.archive(), name);
        return Prepared.toGo(shipment, kept);
    }

    /** Records what is about to go to a printer, before the attempt begins; for the spool folder there is nothing to do. */
    public Prepared plan(Prepared prepared) {
        Shipment shipment = prepared.shipment();
        Company company = shipment.company();
        company.printing().printer().ifPresent(printer -> {
            Delivery delivery = shipment.delivery();
            String mark = JobNames.mark();
            String name = JobNames.of(shipment.invoice().number(), company.name(), mark);
            PrintJob.Item item = new PrintJob.Item(delivery.id(), delivery.attempts() + 1, 1);
            ledger.record(books -> books.printJobs()
                    .plan(company.key(), printer.toString(), mark, name, PrintJob.Kind.SINGLE, List.of(item)));
        });
        return prepared;
    }

    /** Hands the PDF to the printer, or puts it into the spool folder; the attempt must be in the ledger already. */
    public EndedAttempt print(OpenAttempt attempt, Prepared prepared) {
        Shipment shipment = attempt.shipment();
        Path pdf = prepared.file().orElseThrow();
        Optional<PrintJob> job = ledger.reading(books -> books.printJobs()
                .ofAttempt(shipment.delivery().id(), attempt.attempt().number()));
        AttemptOutcome outcome = job.isPresent()
                ? hand(job.get(), shipment, pdf)
                : spool.put(
                        shipment.company().folders().printSpool(),
                        shipment.invoice().stem() + ".pdf",
                        pdf);
        return new EndedAttempt(attempt, outcome);
    }

    private AttemptOutcome hand(PrintJob job, Shipment shipment, Path pdf) {
        try {
            if (!PdfMark.isIn(pdf)) {
                return new AttemptOutcome.Rejected(SpoolReasons.notPdf(pdf));
            }
        } catch (IOException e) {
            return new AttemptOutcome.Temporary(SpoolReasons.unreadable(pdf, e));
        }
        return printers.print(
                job,
                pdf,
                shipment.delivery()
                        .destination()
                        .print()
                        .orElse(shipment.company().printing().wishes()),
                new LedgerPrintLog(ledger, job, List.of(shipment.invoice().id())));
    }
}
