package io.github.komaseconnect.platform;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import io.github.komaseconnect.configuration.Secret;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a SOAP 1.1 envelope around the elements of one request, as in eConnect's own samples. */
final class Envelope {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final WstxOutputFactory factory = new WstxOutputFactory();

    Envelope() {
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        // an invoice number may hold anything that was typed; a character that XML cannot carry becomes a space
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler(' '));
    }

    /** What stands between the tags of the request element. */
    interface Content {
        void write(Fields fields) throws XMLStreamException;
    }

    /** Elements in the order in which they are written. */
    record Fields(XMLStreamWriter xml) {
        /** An element with text in it; the text is escaped. */
        Fields text(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
            return this;
        }

        /** The same when there is a text, else nothing. */
        Fields text(String name, Optional<String> text) throws XMLStreamException {
            if (text.isPresent()) {
                text(name, text.get());
            }
            return this;
        }

        /** An element with elements in it. */
        Fields group(String name, Content content) throws XMLStreamException {
            xml.writeStartElement(name);
            content.write(this);
            xml.writeEndElement();
            return this;
        }
    }

    /**
     * The whole message in UTF-8.
     *
     * @param token the security token for the header; empty for the log-in, which has none
     */
    byte[] around(Operation operation, Optional<Secret> token, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("S", "Envelope", SOAP);
            xml.writeNamespace("S", SOAP);
            if (token.isPresent()) {
                xml.writeStartElement("S", "Header", SOAP);
                xml.writeStartElement("Authentication");
                xml.writeDefaultNamespace(Operation.NAMESPACE);
                new Fields(xml).text("SecurityToken", token.get().value());
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeStartElement("S", "Body", SOAP);
            xml.writeStartElement(operation.element());
            xml.writeDefaultNamespace(Operation.NAMESPACE);
            content.write(new Fields(xml));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A message to eConnect could not be written", e);
        }
        return bytes.toByteArray();
    }
}
