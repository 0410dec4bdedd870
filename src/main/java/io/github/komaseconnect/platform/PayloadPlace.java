package io.github.komaseconnect.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Where the document in a Payload begins and ends, and what it needs of the elements around it.
 *
 * @param start offset of the {@code <} of its root element
 * @param nameEnd offset just behind the name of its root element, where declarations may be added
 * @param end offset just behind its end tag
 * @param inherited namespace declarations that it uses but that stand outside it, by prefix ("" is the default one)
 */
record PayloadPlace(long start, long nameEnd, long end, SortedMap<String, String> inherited) {
    /**
     * Looks for the first element in the first Payload; empty when there is none.
     *
     * @param reader a reader whose offsets are those of the file
     */
    static Optional<PayloadPlace> find(XMLStreamReader2 reader) throws XMLStreamException {
        Deque<Map<String, String>> outside = new ArrayDeque<>();
        boolean inPayload = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader2.START_ELEMENT) {
                if (inPayload) {
                    return Optional.of(new Inside(reader, bindings(outside)).place());
                }
                outside.push(declared(reader));
                inPayload = reader.getLocalName().equals("Payload");
            } else if (event == XMLStreamReader2.END_ELEMENT) {
                if (inPayload) {
                    return Optional.empty();
                }
                outside.pop();
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> declared(XMLStreamReader2 reader) {
        Map<String, String> declared = new HashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            declared.put(orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)));
        }
        return declared;
    }

    private static Map<String, String> bindings(Deque<Map<String, String>> innermostFirst) {
        Map<String, String> bindings = new HashMap<>();
        innermostFirst.descendingIterator().forEachRemaining(bindings::putAll);
        return bindings;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** Walks through the document; the reader stands on its root element. */
    private static final class Inside {
        private final XMLStreamReader2 reader;
        private final Map<String, String> around;
        private final SortedMap<String, String> inherited = new TreeMap<>();
        private final Deque<List<String>> declaredPerElement = new ArrayDeque<>();
        private final Map<String, Integer> declaredInside = new HashMap<>();

        Inside(XMLStreamReader2 reader, Map<String, String> around) {
            this.reader = reader;
            this.around = around;
        }

        PayloadPlace place() throws XMLStreamException {
            long start = reader.getLocationInfo().getStartingCharOffset();
            String prefix = orEmpty(reader.getPrefix());
            int name = reader.getLocalName().length() + (prefix.isEmpty() ? 0 : prefix.length() + 1);
            enter();
            while (!declaredPerElement.isEmpty()) {
                int event = reader.next();
                if (event == XMLStreamReader2.START_ELEMENT) {
                    enter();
                } else if (event == XMLStreamReader2.END_ELEMENT) {
                    leave();
                }
            }
            long end = reader.getLocationInfo().getEndingCharOffset();
            return new PayloadPlace(start, start + 1 + name, end, inherited);
        }

        private void enter() {
            List<String> declared = new ArrayList<>(declared(reader).keySet());
            declaredPerElement.push(declared);
            declared.forEach(prefix -> declaredInside.merge(prefix, 1, Integer::sum));
            uses(orEmpty(reader.getPrefix()));
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String prefix = orEmpty(reader.getAttributePrefix(i));
                if (!prefix.isEmpty()) {
                    uses(prefix);
                }
                if (prefix.equals("xsi") && reader.getAttributeLocalName(i).equals("type")) {
                    usesInText(reader.getAttributeValue(i));
                }
            }
        }

        private void leave() {
            for (String prefix : declaredPerElement.pop()) {
                declaredInside.merge(prefix, -1, Integer::sum);
            }
        }

        private void usesInText(String qualifiedName) {
            int colon = qualifiedName.indexOf(':');
            uses(colon < 0 ? "" : qualifiedName.substring(0, colon).strip());
        }

        private void uses(String prefix) {
            String binding = around.getOrDefault(prefix, "");
            if (declaredInside.getOrDefault(prefix, 0) == 0 && !binding.isEmpty()) {
                inherited.put(prefix, binding);
            }
        }
    }
}
