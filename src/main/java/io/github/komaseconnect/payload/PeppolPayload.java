package io.github.komaseconnect.payload;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.EmbedPdf;
import io.github.komaseconnect.delivery.InvoiceWarnings;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes ready what goes out over Peppol: the UBL, with a PDF in it where it shows no invoice by itself and the company wants
 * that, and not larger than eConnect takes. It is made once for each delivery, into the archive and the ledger, before the
 * first attempt; every later attempt sends the same bytes, whatever became of settings and files.
 */
public final class PeppolPayload {
    private static final String EMBEDDED = "embedded";

    private final Ledger ledger;
    private final Archive archive;
    private final PdfEmbedding embedding;
    private final PdfToEmbed pdfs;
    private final InvoiceWarnings warnings;
    private final long limit;

    /** @param limit bytes that a document may have ({@code limit.peppol}) */
    public PeppolPayload(Ledger ledger, Archive archive, PdfEmbedding embedding, InvoicePdf rendering, long limit) {
        this.ledger = ledger;
        this.archive = archive;
        this.embedding = embedding;
        this.pdfs = new PdfToEmbed(rendering);
        this.warnings = new InvoiceWarnings(ledger);
        this.limit = limit;
    }

    /**
     * What this delivery sends; if it may not go out, why it is to be held. One that goes another way, or of which an attempt
     * was made, stays as it is.
     *
     * @throws IOException when the archive cannot be read or written now
     */
    public Prepared prepare(Shipment shipment) throws IOException {
        boolean byPeppol = shipment.delivery().destination().method() == SendingMethod.PEPPOL;
        if (!byPeppol || shipment.delivery().attempts() > 0) {
            return Prepared.toGo(shipment, shipment.ubl());
        }
        Shipment sending = withPdf(shipment);
        long bytes = Files.size(sending.ubl());
        return bytes > limit
                ? Prepared.cannot(
                        sending,
                        PayloadReasons.tooLarge(
                                sending.company().key(),
                                Long.toString(sending.invoice().id()),
                                bytes,
                                Files.size(plain(sending)),
                                limit))
                : Prepared.toGo(sending, sending.ubl());
    }

    /** The document without the PDF that was put into it. */
    private Path plain(Shipment shipment) {
        LedgerInvoice invoice = shipment.invoice();
        return ledger.reading(books -> books.payloads().sent(invoice.id(), Payload.OF_ALL))
                .map(payload -> archive.path(invoice.archive(), payload.file()))
                .orElseGet(() -> archive.path(invoice.archive(), Archive.DOCUMENT));
    }

    private Shipment withPdf(Shipment shipment) throws IOException {
        LedgerInvoice invoice = shipment.invoice();
        EmbedPdf policy = shipment.company().embedPdf();
        boolean nothing = policy == EmbedPdf.NONE || policy == EmbedPdf.PAIRED && !invoice.hasPdf();
        if (nothing || isMade(shipment)) {
            return shipment;
        }
        Optional<Embedding> obstacle = embedding.obstacle(shipment.ubl());
        if (obstacle.isPresent()) {
            PayloadReasons.without(obstacle.get()).ifPresent(reason -> warnings.tell(invoice.id(), reason));
            return shipment;
        }
        Path folder = archive.file(invoice.archive(), Archive.PDF).getParent();
        Optional<Path> beside = invoice.hasPdf() ? Optional.of(folder.resolve(Archive.PDF)) : Optional.empty();
        Look look = new Look(
                shipment.delivery().destination().language(), shipment.company().branding());
        PdfToEmbed.Found pdf = pdfs.find(policy, shipment.ubl(), beside, invoice.stem() + ".pdf", look, folder);
        pdf.warning().ifPresent(reason -> warnings.tell(invoice.id(), reason));
        return pdf.file().isPresent() ? embed(shipment, pdf.file().get(), pdf.from()) : shipment;
    }

    private boolean isMade(Shipment shipment) {
        return ledger.<Boolean>reading(
                books -> books.payloads().of(shipment.invoice().id()).stream()
                        .anyMatch(payload ->
                                payload.deliveryId() == shipment.delivery().id()));
    }

    private Shipment embed(Shipment shipment, Path pdf, PdfToEmbed.From from) throws IOException {
        LedgerInvoice invoice = shipment.invoice();
        long delivery = shipment.delivery().id();
        String name = "delivery-" + delivery + "-document.xml";
        Path target = archive.file(invoice.archive(), name);
        Embedding made = embedding.embed(shipment.ubl(), pdf, invoice.stem(), target);
        if (made instanceof Embedding.NotEmbedded not) {
            warnings.tell(invoice.id(), PayloadReasons.without(not.reason()));
            return shipment;
        }
        if (!(made instanceof Embedding.Embedded embedded)) {
            return shipment;
        }
        String sha256 = UblDigest.sha256(target);
        Payload payload = new Payload(invoice.id(), delivery, name, sha256, Files.size(target));
        Reason reason = PayloadReasons.embedded(embedded, from);
        ledger.record(books -> {
            books.payloads().keep(payload);
            books.events().add(invoice.id(), EMBEDDED, reason.dutch(), reason.english());
        });
        return shipment.sending(target, sha256);
    }
}
