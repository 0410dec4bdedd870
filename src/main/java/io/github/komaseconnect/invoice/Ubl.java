package io.github.komaseconnect.invoice;

import java.util.Optional;

/** The namespaces of UBL 2.x; every 2.x release uses the same. */
final class Ubl {
    static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    static final String CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
    static final String BASIC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    static final String AGGREGATE = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    private Ubl() {}

    /** The type of document that a root element announces; empty for any other element. */
    static Optional<DocumentType> typeOf(String namespace, String localName) {
        if (INVOICE.equals(namespace) && "Invoice".equals(localName)) {
            return Optional.of(DocumentType.INVOICE);
        }
        if (CREDIT_NOTE.equals(namespace) && "CreditNote".equals(localName)) {
            return Optional.of(DocumentType.CREDIT_NOTE);
        }
        return Optional.empty();
    }
}
