package io.github.komaseconnect.invoice;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** The document has a DOCTYPE; nothing of it was read, let alone resolved. */
public final class DoctypeForbidden extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    DoctypeForbidden(Location where) {
        super("DOCTYPE is forbidden", where);
    }
}
