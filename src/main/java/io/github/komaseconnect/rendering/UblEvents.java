package io.github.komaseconnect.rendering;

import io.github.komaseconnect.invoice.XmlDocument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Feeds a UBL document into the transformation, without what the layout does not show: the content of attachments, of
 * whatever size, comments, and white space around texts. Stops at a document that is too much to lay out.
 */
final class UblEvents {
    /** The memory that a page takes goes by these rather than by lines: measured, 118,000 fit into a heap of 160 MB. */
    static final int MOST_ELEMENTS = 120_000;

    /** A generous guess: it stops a document that is large in another way. */
    private static final int MOST_CHARACTERS = 3_000_000;

    /** Each is a row of the table, wherever it stands. */
    private static final Set<String> LINES =
            Set.of("InvoiceLine", "CreditNoteLine", "SubInvoiceLine", "SubCreditNoteLine");

    private static final Pattern UNINDENTED_LINE = Pattern.compile("\\n(?![ \\t]{2})");

    private final ContentHandler target;
    private final int maxLines;
    private final StringBuilder text = new StringBuilder();
    private int lines;
    private long elements;
    private long characters;
    private final Deque<RoomForElements> rooms = new ArrayDeque<>();
    private int skippedDepth;
    private int depth;

    /** @param maxLines of the invoice */
    UblEvents(ContentHandler target, int maxLines) {
        this.target = target;
        this.maxLines = maxLines;
        rooms.push(RoomForElements.elsewhere());
    }

    /** @throws TooMuchToRender when a bound is passed */
    void feed(XmlDocument document) throws XMLStreamException, SAXException {
        XMLStreamReader2 events = document.events();
        target.startDocument();
        while (events.hasNext()) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(events);
                case XMLStreamConstants.END_ELEMENT -> end(events);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(document);
                default -> {
                    // comments and processing instructions are not shown
                }
            }
        }
        target.endDocument();
    }

    private void start(XMLStreamReader2 events) throws SAXException {
        flush();
        depth++;
        String name = events.getLocalName();
        if (LINES.contains(name)) {
            lines++;
            rooms.push(RoomForElements.ofLine(depth));
        }
        elements++;
        if (lines > maxLines) {
            throw new TooMuchToRender(TooMuchToRender.Of.LINES);
        }
        rooms.element().takeElement();
        if (elements > MOST_ELEMENTS) {
            throw new TooMuchToRender(TooMuchToRender.Of.TEXT);
        }
        if (skippedDepth == 0 && name.equals("EmbeddedDocumentBinaryObject")) {
            skippedDepth = depth;
        }
        String namespace = namespace(events);
        target.startPrefixMapping("", namespace);
        target.startElement(namespace, name, name, attributes(events));
    }

    private void end(XMLStreamReader2 events) throws SAXException {
        flush();
        String name = events.getLocalName();
        target.endElement(namespace(events), name, name);
        target.endPrefixMapping("");
        if (skippedDepth == depth) {
            skippedDepth = 0;
        }
        if (rooms.element().depth() == depth) {
            rooms.pop();
        }
        depth--;
    }

    private void text(XmlDocument document) throws XMLStreamException, SAXException {
        if (skippedDepth > 0) {
            return;
        }
        int before = text.length();
        document.appendText(text, Integer.MAX_VALUE);
        note(text.length() - before);
    }

    private void note(int more) throws TooMuchToRender {
        characters += more;
        rooms.element().takeCharacters(more);
        if (characters > MOST_CHARACTERS) {
            throw new TooMuchToRender(TooMuchToRender.Of.TEXT);
        }
    }

    private void flush() throws SAXException {
        String stripped = withoutIndentation(text.toString().strip());
        text.setLength(0);
        if (!stripped.isEmpty()) {
            target.characters(stripped.toCharArray(), 0, stripped.length());
        }
    }

    /**
     * A text of several lines that are all indented was broken by whatever wrote the XML, not by whoever wrote the text.
     */
    private static String withoutIndentation(String text) {
        boolean indented =
                text.indexOf('\n') >= 0 && !UNINDENTED_LINE.matcher(text).find();
        return indented
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "))
                : text;
    }

    private static String namespace(XMLStreamReader2 events) {
        return events.getNamespaceURI() == null ? "" : events.getNamespaceURI();
    }

    private AttributesImpl attributes(XMLStreamReader2 events) throws TooMuchToRender {
        AttributesImpl attributes = new AttributesImpl();
        for (int i = 0; i < events.getAttributeCount(); i++) {
            String namespace = events.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                String name = events.getAttributeLocalName(i);
                attributes.addAttribute("", name, name, "CDATA", events.getAttributeValue(i));
                note(name.length() + events.getAttributeValue(i).length());
            }
        }
        return attributes;
    }
}
