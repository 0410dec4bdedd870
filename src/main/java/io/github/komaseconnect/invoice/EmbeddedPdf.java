package io.github.komaseconnect.invoice;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedXMLStreamException;

/**
 * Takes the PDF that shows the invoice out of a UBL document (BG-24): the one that is marked as the image of the
 * invoice, else the first real PDF; one that looks like a drawing or a timesheet only when there is no other. Streams, so
 * that the size of the PDF does not matter. Safe for several threads.
 */
public final class EmbeddedPdf {
    private final SafeXml xml;

    /** @param xml how XML is read */
    public EmbeddedPdf(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * Looks for the PDF and writes it.
     *
     * @param ubl a UBL invoice or credit note
     * @param target appears only when the whole PDF is in it; an existing file is replaced; its folder must exist
     * @throws IOException when reading or writing fails for a cause outside the document
     */
    public PdfExtraction extract(Path ubl, Path target) throws IOException {
        return extract(ubl, target, Wanted.ANY);
    }

    /**
     * As {@link #extract(Path, Path)}, but for a PDF that stands for the invoice: one that looks like something else, such
     * as a timesheet, is left in the document, even when there is no other. What only bears the name of a PDF is in the
     * way when it is marked as the image of the invoice; else it is passed over.
     *
     * @throws IOException as there
     */
    public PdfExtraction extractImage(Path ubl, Path target) throws IOException {
        return extract(ubl, target, Wanted.IMAGE);
    }

    private enum Wanted {
        ANY,
        IMAGE
    }

    private PdfExtraction extract(Path ubl, Path target, Wanted wanted) throws IOException {
        UblReasons reasons = new UblReasons(ubl.getFileName().toString());
        Fields fields = new Fields();
        Attachments attachments = new Attachments(fields);
        StringBuilder number = new StringBuilder();
        fields.want("/cbc:ID", found -> number.append(number.isEmpty() ? found.text() : ""));
        UblScan scan = new UblScan(fields);
        try (XmlDocument document = xml.open(ubl)) {
            scan.run(document);
        } catch (EncodingFault fault) {
            return new PdfExtraction.Unusable(reasons.encoding(fault));
        } catch (XMLStreamException failure) {
            return new PdfExtraction.Unusable(reasons.unreadable(failure, scan));
        }
        String invoice = number.toString();
        Optional<Attachment> chosen =
                wanted == Wanted.ANY ? attachments.invoicePdf(invoice) : attachments.image(invoice);
        Optional<Attachment> fake = attachments.fake(invoice);
        // another one than what is marked as the image of the invoice may be anything
        boolean inTheWay = wanted == Wanted.IMAGE
                && fake.filter(one -> one.isMarked(invoice)).isPresent()
                && chosen.filter(one -> one.isMarked(invoice)).isEmpty();
        if (chosen.isPresent() && !inTheWay) {
            return write(ubl, chosen.get(), target, wanted);
        }
        return fake.filter(one -> wanted == Wanted.ANY || one.mayShowInvoice(invoice))
                .map(one -> wanted == Wanted.ANY || one.isMarked(invoice)
                        ? new PdfExtraction.Unusable(told(EmbeddedPdfReasons.notPdf(one), wanted))
                        : new PdfExtraction.None(Optional.of(EmbeddedPdfReasons.notPdf(one))))
                .orElseGet(() -> new PdfExtraction.None(Optional.empty()));
    }

    private PdfExtraction write(Path ubl, Attachment attachment, Path target, Wanted wanted) throws IOException {
        try {
            SureFile.write(target, out -> copy(ubl, attachment, out));
            return new PdfExtraction.Extracted(target, attachment.pdfName());
        } catch (NotBase64 garbled) {
            return new PdfExtraction.Unusable(told(EmbeddedPdfReasons.damaged(attachment), wanted));
        }
    }

    /** Only an invoice that goes out can be mended here. */
    private static Reason told(Reason reason, Wanted wanted) {
        return wanted == Wanted.IMAGE ? EmbeddedPdfReasons.toSend(reason) : reason;
    }

    private void copy(Path ubl, Attachment attachment, OutputStream out) throws IOException {
        try (XmlDocument document = xml.open(ubl)) {
            XMLStreamReader2 events = document.events();
            goTo(events, attachment.position());
            byte[] buffer = new byte[32 * 1024];
            for (int read = events.readElementAsBinary(buffer, 0, buffer.length);
                    read > 0;
                    read = events.readElementAsBinary(buffer, 0, buffer.length)) {
                out.write(buffer, 0, read);
            }
        } catch (TypedXMLStreamException garbled) {
            throw new NotBase64(garbled);
        } catch (XMLStreamException changed) {
            throw new IOException("the document changed while it was being read", changed);
        }
    }

    /** Leaves the reader at the content of the reference at this position, counted as {@link Attachments} does. */
    private static void goTo(XMLStreamReader2 events, int position) throws XMLStreamException, IOException {
        int references = -1;
        while (events.hasNext()) {
            if (events.next() == XMLStreamConstants.START_ELEMENT) {
                String name = events.getLocalName();
                if (events.getDepth() == 2
                        && name.equals("AdditionalDocumentReference")
                        && Ubl.AGGREGATE.equals(events.getNamespaceURI())) {
                    references++;
                }
                if (references == position && name.equals("EmbeddedDocumentBinaryObject")) {
                    return;
                }
            }
        }
        throw new IOException("the document changed while it was being read");
    }

    private static final class NotBase64 extends IOException {
        private static final long serialVersionUID = 1L;

        NotBase64(TypedXMLStreamException cause) {
            super(cause);
        }
    }
}
