package io.github.komaseconnect.print;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.rendering.Look;
import io.github.komaseconnect.rendering.PdfChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The steps of a delivery by print: choose the PDF and archive it, put it ready in the spool folder. */
public final class PrintDelivery {
    private final Archive archive;
    private final PdfChoice pdfs;
    private final PrintSpool spool;

    /** Prints to the company's spool folder. */
    public PrintDelivery(Archive archive, PdfChoice pdfs, PrintSpool spool) {
        this.archive = archive;
        this.pdfs = pdfs;
        this.spool = spool;
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
        archive.keep(((PdfChoice.Chosen) choice).file(), invoice.archive(), name);
        return Prepared.toGo(shipment, kept);
    }

    /** Puts the PDF into the spool folder; the attempt must be in the ledger already. */
    public EndedAttempt spool(OpenAttempt attempt, Prepared prepared) {
        Shipment shipment = attempt.shipment();
        return new EndedAttempt(
                attempt,
                spool.put(
                        shipment.company().folders().printSpool(),
                        shipment.invoice().stem() + ".pdf",
                        prepared.file().orElseThrow()));
    }
}
