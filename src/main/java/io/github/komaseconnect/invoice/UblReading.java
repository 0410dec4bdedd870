package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;

/** What came of reading a file as a UBL invoice or credit note. */
public sealed interface UblReading {
    /** The file is one UBL invoice or credit note with a number and a supplier. */
    record Usable(InvoiceHeader header) implements UblReading {}

    /** A well-formed XML document that is something else, e.g. an order; {@code rootElement} is its local name. */
    record OtherDocument(String rootElement, Reason reason) implements UblReading {}

    /** The file cannot be used: not XML, a DOCTYPE, no number, no supplier, … */
    record NotUsable(Reason reason) implements UblReading {}
}
