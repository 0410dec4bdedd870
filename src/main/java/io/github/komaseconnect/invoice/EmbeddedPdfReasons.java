package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;

/** What is said of a PDF in a document that is none, or not whole. */
final class EmbeddedPdfReasons {
    private EmbeddedPdfReasons() {}

    static Reason notPdf(Attachment attachment) {
        return Reason.of(
                "invoice.embedded-not-pdf",
                "De bijlage " + attachment.pdfName()
                        + " in de XML van dit document (element cbc:EmbeddedDocumentBinaryObject) heet een PDF te zijn, maar is het niet.",
                "The attachment " + attachment.pdfName()
                        + " in the XML of this document (element cbc:EmbeddedDocumentBinaryObject) is called a PDF but is not one.");
    }

    static Reason damaged(Attachment attachment) {
        return Reason.of(
                "invoice.embedded-damaged",
                "De PDF " + attachment.pdfName()
                        + " in de XML van dit document (element cbc:EmbeddedDocumentBinaryObject) is beschadigd: dit is geen geldige base64.",
                "The PDF " + attachment.pdfName()
                        + " in the XML of this document (element cbc:EmbeddedDocumentBinaryObject) is damaged: it is not valid base64.");
    }

    /** With the ways out for who sends the invoice. */
    static Reason toSend(Reason reason) {
        return reason.advise(
                "Zet de goede PDF onder dezelfde naam naast het XML-bestand en bied ze samen opnieuw aan in de exportmap:"
                        + " die PDF gaat voor. Of verbeter de bijlage in Komas en exporteer de factuur opnieuw. Of stuur"
                        + " deze ene via Peppol, waar de PDF niet nodig is: komas-econnect reroute ID --by peppol.",
                "Put the right PDF beside the XML file under the same name and offer both again in the export folder: that"
                        + " PDF goes first. Or correct the attachment in Komas and export the invoice again. Or send this"
                        + " one over Peppol, which needs no PDF: komas-econnect reroute ID --by peppol.");
    }
}
