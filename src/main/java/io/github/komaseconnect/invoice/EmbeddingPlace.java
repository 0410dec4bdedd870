package io.github.komaseconnect.invoice;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Where in a UBL document an {@code AdditionalDocumentReference} is to come, and what its elements are called there. UBL's
 * elements have a fixed sequence; whatever may come before stays before it, and it comes first of its kind, since receivers
 * tend to show the first PDF.
 *
 * @param gap where the white space before it begins, in characters
 * @param offset where it is to begin, in characters
 * @param aggregate prefix of {@code cac} with its colon
 * @param basic prefix of {@code cbc} with its colon
 * @param declarations namespaces that are not declared there
 */
record EmbeddingPlace(long gap, long offset, String aggregate, String basic, String declarations) {
    /** Children of an invoice or credit note that come before it (UBL 2.1 to 2.4); of a reference, only in one of the two. */
    private static final Set<String> INVOICE_BEFORE =
            Set.of("StatementDocumentReference", "OriginatorDocumentReference");

    private static final Set<String> BEFORE = Set.of(
            "InvoicePeriod",
            "DiscrepancyResponse",
            "OrderReference",
            "BillingReference",
            "DespatchDocumentReference",
            "ReceiptDocumentReference",
            "ContractDocumentReference");

    private static final int LONGEST_GAP = 200;

    /** eConnect and Dutch receivers know the image of the invoice by this description (BT-123). */
    static final String DESCRIPTION = "PrimaryImage";

    /** Looks for it in a document that is known to be a UBL invoice or credit note. */
    static EmbeddingPlace in(XmlDocument document) throws XMLStreamException {
        XMLStreamReader2 events = document.events();
        Names names = new Names();
        long gap = -1;
        int depth = 0;
        boolean invoice = false;
        while (events.hasNext()) {
            int event = events.next();
            long here = events.getLocationInfo().getStartingCharOffset();
            if (event == XMLStreamConstants.CHARACTERS) {
                gap = gap < 0 ? here : gap;
                continue;
            }
            boolean root = event == XMLStreamConstants.START_ELEMENT && depth == 0;
            if (root) {
                names.declaredBy(events);
                invoice = events.getLocalName().equals("Invoice");
            }
            boolean follows = event == XMLStreamConstants.START_ELEMENT && depth == 1 && follows(events, invoice);
            boolean rootEnds = event == XMLStreamConstants.END_ELEMENT && depth == 1;
            if (follows || rootEnds) {
                boolean near = gap >= 0 && here - gap <= LONGEST_GAP;
                return names.place(near ? gap : here, here);
            }
            gap = -1;
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        throw new XMLStreamException("the document has no root element");
    }

    /** What stands before the base64 of the PDF; ASCII only. */
    String opening(String number, String fileName) {
        return "<" + aggregate + "AdditionalDocumentReference" + declarations + "><" + basic + "ID>" + escaped(number)
                + "</" + basic + "ID><" + basic + "DocumentDescription>" + DESCRIPTION + "</" + basic
                + "DocumentDescription><" + aggregate + "Attachment><" + basic
                + "EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"" + fileName + "\">";
    }

    /** What stands after it. */
    String closing() {
        return "</" + basic + "EmbeddedDocumentBinaryObject></" + aggregate + "Attachment></" + aggregate
                + "AdditionalDocumentReference>";
    }

    /** In ASCII, whatever the encoding of the document has. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c > 0x7E || c == '<' || c == '&' || c == '>') {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean follows(XMLStreamReader2 events, boolean invoice) {
        String name = events.getLocalName();
        boolean before = BEFORE.contains(name) || invoice && INVOICE_BEFORE.contains(name);
        // all simple elements and extensions come first
        return Ubl.AGGREGATE.equals(events.getNamespaceURI()) && !before;
    }

    /** The prefixes that hold for every child of the root element. */
    private static final class Names {
        private String aggregate = "";
        private String basic = "";

        void declaredBy(XMLStreamReader2 root) {
            for (int n = 0; n < root.getNamespaceCount(); n++) {
                String prefix = root.getNamespacePrefix(n);
                boolean named = prefix != null && !prefix.isEmpty();
                if (named && Ubl.AGGREGATE.equals(root.getNamespaceURI(n))) {
                    aggregate = prefix;
                } else if (named && Ubl.BASIC.equals(root.getNamespaceURI(n))) {
                    basic = prefix;
                }
            }
        }

        EmbeddingPlace place(long gap, long offset) {
            String declarations = (aggregate.isEmpty() ? " xmlns:cac=\"" + Ubl.AGGREGATE + "\"" : "")
                    + (basic.isEmpty() ? " xmlns:cbc=\"" + Ubl.BASIC + "\"" : "");
            // one that is declared anew must not hide the other, which the document may have given the usual name of
            // this one
            boolean crossed = basic.equals("cac") || aggregate.equals("cbc");
            return crossed && !declarations.isEmpty()
                    ? new EmbeddingPlace(
                            gap,
                            offset,
                            "cac:",
                            "cbc:",
                            " xmlns:cac=\"" + Ubl.AGGREGATE + "\" xmlns:cbc=\"" + Ubl.BASIC + "\"")
                    : new EmbeddingPlace(
                            gap,
                            offset,
                            (aggregate.isEmpty() ? "cac" : aggregate) + ":",
                            (basic.isEmpty() ? "cbc" : basic) + ":",
                            declarations);
        }
    }
}
