package io.github.komaseconnect.payload;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.EmbedPdf;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.Look;
import io.github.komaseconnect.rendering.PdfRendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes ready what goes out over Peppol: the UBL, with a PDF in it where it shows no invoice by itself and the company wants
 * that, and not larger than eConnect takes. It is made once for each delivery, into the archive and the ledger, before the
 * first attempt; every later attempt sends the same bytes, whatever became of settings and files.
 */
public final class PeppolPayload {
    private static final String EMBEDDED = "embedded";
    private static final String WARNING = "warning";

    private final Ledger ledger;
    private final Archive archive;
    private final PdfEmbedding embedding;
    private final InvoicePdf rendering;
    private final long limit;

    /** @param limit bytes that a document may have ({@code limit.peppol}) */
    public PeppolPayload(Ledger ledger, Archive archive, PdfEmbedding embedding, InvoicePdf rendering, long limit) {
        this.ledger = ledger;
        this.archive = archive;
        this.embedding = embedding;
        this.rendering = rendering;
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
                ? Prepared.cannot(sending, PayloadReasons.tooLarge(sending, bytes, Files.size(plain(sending)), limit))
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
        if (nothing || isMade(shipment) || embedding.obstacle(shipment.ubl()).isPresent()) {
            return shipment;
        }
        Optional<Path> paired = paired(shipment);
        if (paired.isPresent()) {
            return embed(shipment, paired.get(), PdfFrom.BESIDE);
        }
        if (policy == EmbedPdf.PAIRED) {
            return shipment;
        }
        Optional<Path> rendered = rendered(shipment);
        return rendered.isPresent() ? embed(shipment, rendered.get(), PdfFrom.RENDERED) : shipment;
    }

    private enum PdfFrom {
        BESIDE,
        RENDERED
    }

    private boolean isMade(Shipment shipment) {
        return ledger.<Boolean>reading(
                books -> books.payloads().of(shipment.invoice().id()).stream()
                        .anyMatch(payload ->
                                payload.deliveryId() == shipment.delivery().id()));
    }

    /** What only bears the name of a PDF never goes along, which is told. */
    private Optional<Path> paired(Shipment shipment) throws IOException {
        LedgerInvoice invoice = shipment.invoice();
        if (!invoice.hasPdf()) {
            return Optional.empty();
        }
        Path pdf = archive.path(invoice.archive(), Archive.PDF);
        if (PdfMark.isIn(pdf)) {
            return Optional.of(pdf);
        }
        tell(shipment, WARNING, PayloadReasons.without(PayloadReasons.notPdf(invoice.stem() + ".pdf")));
        return Optional.empty();
    }

    private Optional<Path> rendered(Shipment shipment) throws IOException {
        Look look = new Look(
                shipment.delivery().destination().language(), shipment.company().branding());
        Path target = archive.file(
                shipment.invoice().archive(),
                "rendered-" + look.language().name().toLowerCase(Locale.ROOT) + ".pdf");
        PdfRendering made = Files.exists(target)
                ? new PdfRendering.Rendered(target)
                : rendering.render(shipment.ubl(), look, target);
        if (made instanceof PdfRendering.CannotRender cannot) {
            tell(shipment, WARNING, PayloadReasons.without(cannot.reason()));
            return Optional.empty();
        }
        return Optional.of(target);
    }

    private Shipment embed(Shipment shipment, Path pdf, PdfFrom from) throws IOException {
        LedgerInvoice invoice = shipment.invoice();
        long delivery = shipment.delivery().id();
        String name = "delivery-" + delivery + "-document.xml";
        Path target = archive.file(invoice.archive(), name);
        Embedding made = embedding.embed(shipment.ubl(), pdf, invoice.stem(), target);
        if (made instanceof Embedding.NotEmbedded not) {
            tell(shipment, WARNING, PayloadReasons.without(not.reason()));
            return shipment;
        }
        if (!(made instanceof Embedding.Embedded embedded)) {
            return shipment;
        }
        String sha256 = UblDigest.sha256(target);
        Payload payload = new Payload(invoice.id(), delivery, name, sha256, Files.size(target));
        Reason reason = PayloadReasons.embedded(embedded, from == PdfFrom.RENDERED);
        ledger.record(books -> {
            books.payloads().keep(payload);
            books.events().add(invoice.id(), EMBEDDED, reason.dutch(), reason.english());
        });
        return shipment.sending(target, sha256);
    }

    /** Told once, however often the invoice comes by. */
    private void tell(Shipment shipment, String kind, Reason reason) {
        long id = shipment.invoice().id();
        boolean told = ledger.reading(books -> books.events().of(id)).stream()
                .anyMatch(event -> event.kind().equals(kind) && event.dutch().equals(reason.dutch()));
        if (!told) {
            ledger.record(books -> books.events().add(id, kind, reason.dutch(), reason.english()));
        }
    }
}
