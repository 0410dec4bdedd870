package io.github.komaseconnect.invoice;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The one way in which this program reads XML that others wrote: streaming, DOCTYPE and external entities forbidden,
 * depth and attributes bounded, bytes decoded strictly. Safe for use by several threads.
 */
public final class SafeXml {
    /** UBL itself nests less than 20 deep. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_ATTRIBUTE_CHARACTERS = 64 * 1024;
    private static final int FILE_BUFFER = 64 * 1024;

    private final WstxInputFactory factory = new WstxInputFactory();

    /** Makes the reader of XML; one for the whole program will do. */
    public SafeXml() {
        XMLResolver nothing = (publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are forbidden");
        };
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, nothing);
        factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, nothing);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_CHARACTERS);
    }

    /**
     * Opens a file for reading; the caller closes it.
     *
     * @throws IOException when the file cannot be read, or is not in a known encoding
     * @throws XMLStreamException when it does not begin as XML does
     */
    public XmlDocument open(Path file) throws IOException, XMLStreamException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), FILE_BUFFER);
        try {
            XmlEncoding encoding = XmlEncoding.of(in);
            in.skipNBytes(encoding.markLength());
            StrictReader text = new StrictReader(in, encoding.charset());
            return new XmlDocument((XMLStreamReader2) factory.createXMLStreamReader(text), in);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
