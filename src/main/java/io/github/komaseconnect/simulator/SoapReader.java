package io.github.komaseconnect.simulator;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads a SOAP envelope: its message elements as a small tree, its payload as a range of bytes. */
final class SoapReader {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MAX_MESSAGE_TEXT = 64 * 1024;
    private static final int MAX_MESSAGE_ELEMENTS = 1000;
    /** Envelope, Body, SendDocument, Payload. */
    private static final int PAYLOAD_DEPTH = 4;

    private final XmlReading xml;

    SoapReader(XmlReading xml) {
        this.xml = xml;
    }

    /** The message, or the fault that a real service answers to one that is no SOAP message. */
    SoapMessage read(Content request) throws SoapFault {
        Content text = Utf8.withoutByteOrderMark(request);
        Pass pass = new Pass();
        xml.read(text, pass);
        Node envelope = pass.root;
        if (!envelope.name().equals("Envelope") || !envelope.namespace().equals(ENVELOPE)) {
            throw SoapFault.invalidXml("the root element is not a SOAP 1.1 Envelope");
        }
        return new SoapMessage(
                envelope.child("Header").flatMap(header -> header.child("Authentication")),
                body(envelope),
                payload(text, pass));
    }

    private static Node body(Node envelope) throws SoapFault {
        List<Node> parts = envelope.children();
        Node last = parts.isEmpty() ? envelope : parts.get(parts.size() - 1);
        boolean headerFirst =
                parts.size() == 1 || parts.size() == 2 && parts.get(0).name().equals("Header");
        boolean ofSoap = parts.stream().allMatch(part -> part.namespace().equals(ENVELOPE));
        if (!headerFirst
                || !ofSoap
                || !last.name().equals("Body")
                || last.children().size() != 1) {
            throw SoapFault.invalidXml("an Envelope holds a Header at most once, then one Body with one element");
        }
        return last.children().get(0);
    }

    private static Optional<Content> payload(Content text, Pass pass) throws SoapFault {
        if (pass.payloadEnd < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Utf8.slice(text, pass.payloadStart, pass.payloadEnd));
        } catch (IOException e) {
            throw SoapFault.invalidXml("the bytes are not UTF-8");
        }
    }

    /** One run over the message. */
    private static final class Pass implements XmlReading.Events {
        private final Deque<Open> open = new ArrayDeque<>();
        private Node root;
        private int depth;
        private int elements;
        private int characters;
        private boolean inPayload;
        private int payloadStart = -1;
        private int payloadEnd = -1;

        @Override
        public void event(int type, XMLStreamReader2 reader) throws XMLStreamException, SoapFault {
            switch (type) {
                case XMLStreamReader.START_ELEMENT -> start(reader);
                case XMLStreamReader.END_ELEMENT -> end(reader);
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text(reader);
                case XMLStreamReader.PROCESSING_INSTRUCTION -> instruction();
                default -> {
                    // comments and white space outside the root mean nothing
                }
            }
        }

        private void start(XMLStreamReader2 reader) throws XMLStreamException, SoapFault {
            depth++;
            if (inPayload) {
                return;
            }
            if (++elements > MAX_MESSAGE_ELEMENTS) {
                throw SoapFault.invalidXml("too many elements");
            }
            Open element = new Open(reader);
            open.push(element);
            if (depth == PAYLOAD_DEPTH && element.name.equals("Payload") && payloadStart < 0) {
                inPayload = true;
                payloadStart = reader.isEmptyElement()
                        ? -1
                        : reader.getLocationInfo().getCurrentLocation().getCharacterOffset();
            }
        }

        private void end(XMLStreamReader2 reader) {
            if (inPayload && depth == PAYLOAD_DEPTH) {
                inPayload = false;
                if (payloadStart >= 0) {
                    payloadEnd = reader.getLocationInfo().getStartLocation().getCharacterOffset();
                }
            }
            depth--;
            if (!inPayload) {
                Node done = open.pop().close();
                if (open.isEmpty()) {
                    root = done;
                } else {
                    open.peek().children.add(done);
                }
            }
        }

        private void text(XMLStreamReader2 reader) throws SoapFault {
            if (inPayload || open.isEmpty()) {
                return;
            }
            characters += reader.getTextLength();
            if (characters > MAX_MESSAGE_TEXT) {
                throw SoapFault.invalidXml("too much text outside the payload");
            }
            open.peek().text.append(reader.getText());
        }

        private void instruction() throws SoapFault {
            if (!inPayload) {
                throw SoapFault.invalidXml("a SOAP message holds no processing instructions");
            }
        }
    }

    /** An element whose end has not been seen. */
    private static final class Open {
        private final String namespace;
        private final String name;
        private final boolean nil;
        private final StringBuilder text = new StringBuilder();
        private final List<Node> children = new ArrayList<>();

        private Open(XMLStreamReader2 reader) throws SoapFault {
            namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            name = reader.getLocalName();
            nil = isNil(reader);
        }

        private static boolean isNil(XMLStreamReader2 reader) throws SoapFault {
            boolean nil = false;
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String namespace = reader.getAttributeNamespace(i);
                if (namespace.isEmpty()) {
                    throw SoapFault.invalidXml("attribute " + reader.getAttributeLocalName(i) + " is not allowed at "
                            + reader.getLocalName());
                }
                if (namespace.equals(XSI) && reader.getAttributeLocalName(i).equals("nil")) {
                    nil = reader.getAttributeValue(i).equals("true")
                            || reader.getAttributeValue(i).equals("1");
                }
            }
            return nil;
        }

        private Node close() {
            return new Node(namespace, name, nil, text.toString().strip(), List.copyOf(children));
        }
    }
}
