package io.github.komaseconnect.invoice;

import com.ctc.wstx.exc.WstxEOFException;
import io.github.komaseconnect.reason.Reason;
import javax.xml.stream.XMLStreamException;

/** Why a file cannot be used as an invoice, in words for the bookkeeper; each names the file. */
final class UblReasons {
    private static final String AGAIN_NL = "Maak de factuur opnieuw aan en zet het nieuwe bestand klaar.";
    private static final String AGAIN_EN = "Create the invoice again and put the new file in place.";

    private final String file;

    UblReasons(String file) {
        this.file = file;
    }

    Reason empty() {
        return Reason.of(
                        "document.empty",
                        "Het bestand " + file + " is leeg (0 bytes).",
                        "The file " + file + " is empty (0 bytes).")
                .advise(AGAIN_NL, AGAIN_EN);
    }

    /** What is wrong, from the exception that ended the reading and how far the reading had come. */
    Reason unreadable(XMLStreamException failure, UblScan scan) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncodingFault fault) {
                return encoding(fault);
            }
            if (cause instanceof MarkupWatch.TooLong tooLong) {
                return damaged(scan.line(), tooLong);
            }
        }
        int line = failure.getLocation() == null
                ? scan.line()
                : failure.getLocation().getLineNumber();
        if (failure instanceof DoctypeForbidden) {
            return doctype(line);
        }
        if (scan.rootEnded()) {
            return moreAfterTheEnd(line);
        }
        if (scan.rootName().isEmpty()) {
            return notXml();
        }
        return failure instanceof WstxEOFException ? truncated(line) : damaged(line, failure);
    }

    private Reason notXml() {
        return Reason.of(
                        "document.not-xml",
                        "Het bestand " + file + " is geen XML-bestand, al heet het zo.",
                        "The file " + file + " is not an XML file, in spite of its name.")
                .advise(
                        "Een e-factuur is een UBL-bestand in XML. " + AGAIN_NL,
                        "An e-invoice is a UBL file in XML. " + AGAIN_EN);
    }

    private Reason doctype(int line) {
        return Reason.of(
                        "document.doctype",
                        "Het bestand " + file + " bevat een DOCTYPE (regel " + line
                                + "); dat is in een e-factuur niet toegestaan en om veiligheidsredenen niet gelezen.",
                        "The file " + file + " contains a DOCTYPE (line " + line
                                + "), which an e-invoice may not have; for safety it was not read.")
                .advise(
                        "Vraag de maker van het bestand om een UBL-factuur zonder DOCTYPE.",
                        "Ask whoever made the file for a UBL invoice without DOCTYPE.");
    }

    private Reason truncated(int line) {
        return Reason.of(
                        "document.truncated",
                        "Het bestand " + file + " is niet compleet: het houdt op bij regel " + line + ".",
                        "The file " + file + " is incomplete: it stops at line " + line + ".")
                .advise(
                        "Is het tijdens het kopiëren afgebroken? " + AGAIN_NL,
                        "Was copying it interrupted? " + AGAIN_EN);
    }

    private Reason damaged(int line, Exception failure) {
        String detail = Fields.singleSpaced(String.valueOf(failure.getMessage()));
        String shortDetail = detail.length() > 200 ? detail.substring(0, 200) + "…" : detail;
        return Reason.of(
                        "document.damaged",
                        "Het bestand " + file + " is geen geldige XML: fout in regel " + line + " (" + shortDetail
                                + ").",
                        "The file " + file + " is not valid XML: error in line " + line + " (" + shortDetail + ").")
                .advise(AGAIN_NL, AGAIN_EN);
    }

    private Reason moreAfterTheEnd(int line) {
        return Reason.of(
                        "document.more-after-end",
                        "In het bestand " + file + " staat na het einde van de factuur nog iets (regel " + line
                                + "), bijvoorbeeld een tweede factuur.",
                        "In the file " + file + " something follows the end of the invoice (line " + line
                                + "), for example a second invoice.")
                .advise("Zet iedere factuur in een eigen bestand.", "Put every invoice in a file of its own.");
    }

    Reason severalInvoices(UblScan scan) {
        return Reason.of(
                        "document.several-invoices",
                        "Het bestand " + file + " bevat meer dan één factuur of creditnota (binnen het element "
                                + scan.rootName() + ", regel " + scan.rootLine() + ").",
                        "The file " + file + " contains more than one invoice or credit note (within the element "
                                + scan.rootName() + ", line " + scan.rootLine() + ").")
                .advise("Zet iedere factuur in een eigen bestand.", "Put every invoice in a file of its own.");
    }

    Reason otherDocument(UblScan scan) {
        String inside =
                scan.documentsInside() > 0 ? " De factuur zit in een omhulsel, dat niet verwerkt kan worden." : "";
        String insideEnglish =
                scan.documentsInside() > 0 ? " The invoice is wrapped in an envelope, which cannot be processed." : "";
        String namespace = scan.rootNamespace().isEmpty() ? "" : ", " + scan.rootNamespace();
        return Reason.of(
                        "document.other",
                        "Het bestand " + file + " is geen UBL-factuur of -creditnota, maar een ander document ("
                                + scan.rootName() + namespace + ")." + inside,
                        "The file " + file + " is not a UBL invoice or credit note but another document ("
                                + scan.rootName() + namespace + ")." + insideEnglish)
                .advise(
                        "Alleen UBL 2-facturen en -creditnota's worden verwerkt.",
                        "Only UBL 2 invoices and credit notes are processed.");
    }

    Reason xmlVersion(UblScan scan) {
        return Reason.of(
                        "document.xml-version",
                        "Het bestand " + file + " is XML " + scan.xmlVersion() + " (regel 1); e-facturen zijn XML 1.0.",
                        "The file " + file + " is XML " + scan.xmlVersion() + " (line 1); e-invoices are XML 1.0.")
                .advise(AGAIN_NL, AGAIN_EN);
    }

    /** The bytes are not what the declared encoding says. */
    Reason encoding(EncodingFault fault) {
        String advice = "Laat het bestand opslaan als UTF-8, met dezelfde tekenset in de eerste regel.";
        String adviceEnglish = "Have the file saved as UTF-8, with the same encoding named in its first line.";
        return switch (fault.kind()) {
            case UNKNOWN ->
                Reason.of(
                                "document.encoding",
                                "Het bestand " + file + " gebruikt een onbekende tekenset: " + fault.encoding()
                                        + " (regel 1).",
                                "The file " + file + " uses an unknown encoding: " + fault.encoding() + " (line 1).")
                        .advise(advice, adviceEnglish);
            case MISDECLARED ->
                Reason.of(
                                "document.encoding",
                                "Het bestand " + file + " zegt in regel 1 dat de tekenset " + fault.encoding()
                                        + " is, maar dat klopt niet.",
                                "The file " + file + " says in line 1 that its encoding is " + fault.encoding()
                                        + ", but it is not.")
                        .advise(advice, adviceEnglish);
            case MALFORMED ->
                Reason.of(
                                "document.encoding",
                                "Het bestand " + file + " bevat in regel " + fault.line()
                                        + " tekens die niet kloppen met de tekenset " + fault.encoding()
                                        + "; letters als é en het teken € zouden verminkt bij de klant aankomen.",
                                "The file " + file + " contains characters in line " + fault.line()
                                        + " that do not fit its encoding " + fault.encoding()
                                        + "; letters such as é and the € sign would reach the customer garbled.")
                        .advise(
                                "Waarschijnlijk is het bestand in Windows-1252 geschreven. " + advice,
                                "The file was probably written in Windows-1252. " + adviceEnglish);
        };
    }
}
