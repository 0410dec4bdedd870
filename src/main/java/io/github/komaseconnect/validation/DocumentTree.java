package io.github.komaseconnect.validation;

import io.github.komaseconnect.invoice.XmlDocument;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds the tree to which rules are applied from a document that is read safely, event by event. Comments and white space
 * between elements are left out, and so is the content of large attachments: no rule looks at it but whether it is base64,
 * which is seen to here.
 */
final class DocumentTree {
    /** An attachment of more characters is replaced. */
    static final int LARGEST_ATTACHMENT = 64 * 1024;

    /** Some 2,500 lines: the time that the rules take grows with the square of the lines, to some ten seconds here. */
    static final int MOST_ELEMENTS = 60_000;

    private static final int MOST_CHARACTERS = 8 * 1024 * 1024;
    private static final String ATTACHMENT = "EmbeddedDocumentBinaryObject";

    private final Document tree;
    private Node current;
    private final StringBuilder text = new StringBuilder();
    private Base64Text attachment = Base64Text.none();
    private boolean leaf;
    private int elements;
    private long characters;

    /** The document has more in it than is looked at. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private DocumentTree() {
        try {
            tree = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        current = tree;
    }

    /** @throws TooLarge when there is more in it than fits in the memory of this program */
    static Document of(XmlDocument document) throws XMLStreamException, TooLarge {
        DocumentTree builder = new DocumentTree();
        builder.read(document);
        return builder.tree;
    }

    private void read(XmlDocument document) throws XMLStreamException, TooLarge {
        XMLStreamReader2 events = document.events();
        while (events.hasNext()) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(events);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(document);
                default -> {
                    // comments and processing instructions mean nothing to the rules
                }
            }
        }
    }

    private void start(XMLStreamReader2 events) throws TooLarge {
        if (!text.toString().isBlank()) {
            current.appendChild(tree.createTextNode(text.toString()));
        }
        text.setLength(0);
        if (++elements > MOST_ELEMENTS) {
            throw new TooLarge();
        }
        Element element =
                tree.createElementNS(events.getNamespaceURI(), qualified(events.getPrefix(), events.getLocalName()));
        for (int i = 0; i < events.getNamespaceCount(); i++) {
            String prefix = events.getNamespacePrefix(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
                    events.getNamespaceURI(i) == null ? "" : events.getNamespaceURI(i));
        }
        for (int i = 0; i < events.getAttributeCount(); i++) {
            String value = events.getAttributeValue(i);
            count(value.length());
            element.setAttributeNS(
                    events.getAttributeNamespace(i),
                    qualified(events.getAttributePrefix(i), events.getAttributeLocalName(i)),
                    value);
        }
        current.appendChild(element);
        current = element;
        leaf = true;
        attachment = events.getLocalName().equals(ATTACHMENT) ? Base64Text.begin() : Base64Text.none();
    }

    private void end() {
        String content = attachment.replacement().orElseGet(text::toString);
        if (leaf ? !content.isEmpty() : !content.isBlank()) {
            current.appendChild(tree.createTextNode(content));
        }
        text.setLength(0);
        attachment = Base64Text.none();
        leaf = false;
        current = current.getParentNode();
    }

    private void text(XmlDocument document) throws XMLStreamException, TooLarge {
        if (attachment.isOpen()) {
            String piece = document.text();
            attachment.take(piece);
            if (text.length() < LARGEST_ATTACHMENT) {
                text.append(piece);
            }
            return;
        }
        int before = text.length();
        document.appendText(text, MOST_CHARACTERS);
        count(text.length() - before);
        if (text.length() >= MOST_CHARACTERS) {
            throw new TooLarge();
        }
    }

    private void count(int more) throws TooLarge {
        characters += more;
        if (characters > MOST_CHARACTERS) {
            throw new TooLarge();
        }
    }

    private static String qualified(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
