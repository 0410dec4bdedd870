package io.github.komaseconnect.simulator;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads XML as a stream: no DOCTYPE, no entities but the five, malformed UTF-8 refused, depth bounded. */
final class XmlReading {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTE = 64 * 1024;

    private final WstxInputFactory factory = new WstxInputFactory();

    XmlReading() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE);
    }

    /** What is done with each event; {@code reader} stands on it. */
    interface Events {
        void event(int type, XMLStreamReader2 reader) throws XMLStreamException, SoapFault;
    }

    /**
     * Runs through all of the content, which must be one well-formed document in UTF-8. Offsets of locations count
     * UTF-16 units from the start of the content.
     */
    void read(Content content, Events events) throws SoapFault {
        try (InputStream in = content.open();
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
            XMLStreamReader2 reader = (XMLStreamReader2) factory.createXMLStreamReader(text);
            String declared = reader.getCharacterEncodingScheme();
            if (declared != null && !declared.equalsIgnoreCase("utf-8")) {
                throw SoapFault.invalidXml("the message must be UTF-8, not " + declared);
            }
            while (reader.hasNext()) {
                int type = reader.next();
                if (type == XMLStreamReader2.DTD) {
                    throw SoapFault.invalidXml("a DOCTYPE is not allowed");
                }
                events.event(type, reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw SoapFault.invalidXml(firstLine(e.getMessage()));
        } catch (IOException e) {
            throw SoapFault.invalidXml("the bytes are not UTF-8");
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not well-formed");
    }
}
