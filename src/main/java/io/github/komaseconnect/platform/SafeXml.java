package io.github.komaseconnect.platform;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * StAX readers for what comes from outside: streaming, no DOCTYPE, no entities but the five of XML, nothing fetched;
 * depth and sizes within Woodstox's limits (1000 levels, 1000 attributes an element).
 */
final class SafeXml {
    private final WstxInputFactory factory = new WstxInputFactory();

    SafeXml() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    /** Reads bytes, finding out their encoding as XML prescribes. */
    XMLStreamReader2 reader(InputStream in) throws XMLStreamException {
        return (XMLStreamReader2) factory.createXMLStreamReader(in);
    }

    /** Reads characters. */
    XMLStreamReader2 reader(Reader in) throws XMLStreamException {
        return (XMLStreamReader2) factory.createXMLStreamReader(in);
    }

    /**
     * The next event.
     *
     * @throws XMLStreamException at a DOCTYPE, besides what is not well-formed
     */
    static int next(XMLStreamReader2 xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamReader2.DTD || event == XMLStreamReader2.ENTITY_REFERENCE) {
            throw new XMLStreamException("DOCTYPE and entities are not accepted", xml.getLocation());
        }
        return event;
    }
}
