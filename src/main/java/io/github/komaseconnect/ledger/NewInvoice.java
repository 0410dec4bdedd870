package io.github.komaseconnect.ledger;

import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import java.util.Optional;

/**
 * What is known of an invoice when its row is made.
 *
 * @param header empty for a file that could not be read, or a purchase invoice not fetched yet
 * @param externalId eConnect's id of a purchase invoice
 * @param fromPath where its file is now in the folder of {@code place}, from which it is to be moved to {@code placePath};
 *     empty when it is nowhere yet
 * @param live whether the row stands for its number from now on
 */
public record NewInvoice(
        String company,
        Direction direction,
        Optional<InvoiceHeader> header,
        String externalId,
        String sha256,
        String pdfSha256,
        String originalName,
        String stem,
        boolean hasXml,
        boolean hasPdf,
        Place place,
        String placePath,
        String fromPath,
        String archive,
        InvoiceState state,
        boolean live) {
    /** One whose file is not to be moved from anywhere. */
    public NewInvoice(
            String company,
            Direction direction,
            Optional<InvoiceHeader> header,
            String externalId,
            String sha256,
            String pdfSha256,
            String originalName,
            String stem,
            boolean hasXml,
            boolean hasPdf,
            Place place,
            String placePath,
            String archive,
            InvoiceState state,
            boolean live) {
        this(
                company,
                direction,
                header,
                externalId,
                sha256,
                pdfSha256,
                originalName,
                stem,
                hasXml,
                hasPdf,
                place,
                placePath,
                "",
                archive,
                state,
                live);
    }

    /** The other side's name. */
    public String party() {
        return header.map(h -> direction == Direction.SALES ? h.customer() : h.supplier())
                .flatMap(InvoiceParty::name)
                .orElse("");
    }
}
