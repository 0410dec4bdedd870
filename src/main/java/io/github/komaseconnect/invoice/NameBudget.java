package io.github.komaseconnect.invoice;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts the different names in a document. The parser remembers each of them until the document ends; an invoice has
 * some hundreds, however many lines it has, and one with millions would fill the memory.
 */
final class NameBudget {
    private static final int MOST_NAMES = 20_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Set<String> names = new HashSet<>();
    private int characters;

    /** Notes the names in the current event. */
    void take(int event, XMLStreamReader reader) throws XMLStreamException {
        if (event == XMLStreamConstants.START_ELEMENT) {
            add(reader.getLocalName(), reader);
            add(reader.getPrefix(), reader);
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                add(reader.getAttributeLocalName(i), reader);
                add(reader.getAttributePrefix(i), reader);
            }
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                add(reader.getNamespacePrefix(i), reader);
            }
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            add(reader.getPITarget(), reader);
        }
    }

    private void add(String name, XMLStreamReader reader) throws XMLStreamException {
        if (name != null && !name.isEmpty() && names.add(name)) {
            characters += name.length();
            if (names.size() > MOST_NAMES || characters > MOST_CHARACTERS) {
                throw new XMLStreamException("too many different names", reader.getLocation());
            }
        }
    }
}
