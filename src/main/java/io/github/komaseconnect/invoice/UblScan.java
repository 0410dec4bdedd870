package io.github.komaseconnect.invoice;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * One pass over a whole document, from the first byte to the last, which hands over the elements that {@link Fields}
 * wants and skips the text of all others. What it knows when an exception ends it early stays true.
 */
final class UblScan {
    /** XML Signature, as UBL documents carry it in their extensions (XAdES wraps it). */
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    private final Fields fields;
    private final StringBuilder path = new StringBuilder();
    private final int[] pathLengths = new int[128];
    private int depth;

    private Fields.Field wanted;
    private int wantedDepth;
    private int wantedLine;
    private Map<String, String> wantedAttributes = Map.of();
    private final StringBuilder text = new StringBuilder();

    private String rootName = "";
    private String rootNamespace = "";
    private int rootLine = 1;
    private boolean rootEnded;
    private int documentsInside;
    private boolean signed;
    private String xmlVersion = "";
    private Optional<XMLStreamReader2> reading = Optional.empty();

    UblScan(Fields fields) {
        this.fields = fields;
    }

    /** Reads to the end of the document. */
    void run(XmlDocument document) throws XMLStreamException {
        XMLStreamReader2 events = document.events();
        reading = Optional.of(events);
        xmlVersion = Optional.ofNullable(events.getVersion()).orElse("");
        while (events.hasNext()) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(events);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> take(document);
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void start(XMLStreamReader2 events) {
        String namespace = events.getNamespaceURI();
        String name = events.getLocalName();
        if (depth == 0) {
            rootName = name;
            rootNamespace = namespace == null ? "" : namespace;
            rootLine = events.getLocation().getLineNumber();
        } else {
            signed |= name.equals("Signature") && SIGNATURES.equals(namespace);
            if (Ubl.typeOf(namespace, name).isPresent()) {
                documentsInside++;
            }
            pathLengths[depth] = path.length();
            path.append('/').append(prefix(namespace)).append(name);
            offer(events);
        }
        depth++;
    }

    private void offer(XMLStreamReader2 events) {
        String here = path.toString();
        fields.startOf(here).ifPresent(Runnable::run);
        Optional<Fields.Field> field = wanted == null ? fields.at(here) : Optional.empty();
        if (field.isPresent()) {
            wanted = field.get();
            wantedDepth = depth;
            wantedLine = events.getLocation().getLineNumber();
            wantedAttributes = attributes(events);
            text.setLength(0);
        }
    }

    private void take(XmlDocument document) throws XMLStreamException {
        if (wanted != null && depth == wantedDepth + 1 && text.length() < wanted.length()) {
            document.appendText(text, wanted.length());
        }
    }

    private void end() {
        depth--;
        if (depth == 0) {
            rootEnded = true;
            return;
        }
        path.setLength(pathLengths[depth]);
        if (wanted != null && depth == wantedDepth) {
            String found = Fields.singleSpaced(text);
            Fields.Field use = wanted;
            wanted = null;
            if (!found.isEmpty()) {
                use.use().accept(new Fields.Found(wantedAttributes, found, wantedLine));
            }
        }
    }

    private static String prefix(String namespace) {
        if (Ubl.BASIC.equals(namespace)) {
            return "cbc:";
        }
        return Ubl.AGGREGATE.equals(namespace) ? "cac:" : "other:";
    }

    private static Map<String, String> attributes(XMLStreamReader2 events) {
        if (events.getAttributeCount() == 0) {
            return Collections.emptyMap();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < events.getAttributeCount(); i++) {
            attributes.put(events.getAttributeLocalName(i), events.getAttributeValue(i));
        }
        return attributes;
    }

    /** The type of document by its root element; empty before one was seen and for another document. */
    Optional<DocumentType> type() {
        return Ubl.typeOf(rootNamespace, rootName);
    }

    /** Local name of the root element; empty before one was seen. */
    String rootName() {
        return rootName;
    }

    /** Namespace of the root element; empty without one. */
    String rootNamespace() {
        return rootNamespace;
    }

    int rootLine() {
        return rootLine;
    }

    /** How far the reading has come, from 1. */
    int line() {
        return reading.map(events -> Math.max(1, events.getLocation().getLineNumber()))
                .orElse(1);
    }

    boolean rootEnded() {
        return rootEnded;
    }

    /** UBL invoices and credit notes below the root element, as in a batch file or an envelope. */
    int documentsInside() {
        return documentsInside;
    }

    /** Whether there is a digital signature in it, wherever; whether that holds is not looked at. */
    boolean isSigned() {
        return signed;
    }

    /** As declared, e.g. {@code 1.0}; empty without a declaration. */
    String xmlVersion() {
        return xmlVersion;
    }
}
