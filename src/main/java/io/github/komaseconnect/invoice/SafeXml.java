package io.github.komaseconnect.invoice;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;

/**
 * The one way in which this program reads XML that others wrote: streaming, DOCTYPE and external entities forbidden,
 * depth, attributes, tags and names bounded. Safe for use by several threads; the readers that it hands out are not.
 */
public final class SafeXml {
    private static final int FILE_BUFFER = 16 * 1024;

    private final WstxInputFactory factory = new WstxInputFactory();
    private final Bounds bounds;
    private final Decoding decoding;

    private enum Decoding {
        STRICT,
        FORGIVING
    }

    /** What a document may not go beyond. */
    public enum Bounds {
        /** For an invoice; UBL itself nests less than 20 deep. */
        INVOICE(100, 100, 64 * 1024, 128 * 1024),

        /**
         * For a message with an invoice in it. Wider, so that a message is not refused for what is in the invoice: that
         * is said when the invoice itself is read.
         */
        MESSAGE(250, 500, 128 * 1024, 256 * 1024);

        private final int depth;
        private final int attributes;
        private final int attributeCharacters;
        private final int tagCharacters;

        Bounds(int depth, int attributes, int attributeCharacters, int tagCharacters) {
            this.depth = depth;
            this.attributes = attributes;
            this.attributeCharacters = attributeCharacters;
            this.tagCharacters = tagCharacters;
        }
    }

    /** Makes the reader of invoices; one for the whole program will do. */
    public SafeXml() {
        this(Bounds.INVOICE);
    }

    /** Makes a reader of XML within these bounds. */
    public SafeXml(Bounds bounds) {
        this(bounds, Decoding.STRICT);
    }

    /**
     * Makes a reader of invoices that suppliers sent: as safe, but what is wrong with the encoding of a file is taken for what
     * was probably meant, and told by {@link XmlDocument#flaws()}. Never for what is sent.
     */
    public static SafeXml ofArrivals() {
        return new SafeXml(Bounds.INVOICE, Decoding.FORGIVING);
    }

    private SafeXml(Bounds bounds, Decoding decoding) {
        this.bounds = bounds;
        this.decoding = decoding;
        XMLResolver nothing = (publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are forbidden");
        };
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, nothing);
        factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, nothing);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, bounds.depth);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, bounds.attributes);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, bounds.attributeCharacters);
    }

    /**
     * Opens a file for reading, its bytes decoded strictly, unless this is the reader {@link #ofArrivals}; the caller closes
     * it.
     *
     * @throws IOException when the file cannot be read, or is not in a known encoding
     * @throws XMLStreamException when it does not begin as XML does
     */
    public XmlDocument open(Path file) throws IOException, XMLStreamException {
        return open(bytes(file));
    }

    /**
     * The same for bytes that need not be in a file.
     *
     * @param in closed with the document, or when there is none
     */
    public XmlDocument open(InputStream in) throws IOException, XMLStreamException {
        TextFlaws flaws = new TextFlaws();
        return open(decoding == Decoding.STRICT ? decoded(in) : forgiving(in, flaws), flaws);
    }

    /** The same for characters, whatever encoding they declare; closed with the document, or when there is none. */
    XmlDocument open(Reader text) throws IOException, XMLStreamException {
        return open(text, new TextFlaws());
    }

    private XmlDocument open(Reader text, TextFlaws flaws) throws IOException, XMLStreamException {
        try {
            return new XmlDocument(reader(text), text, flaws);
        } catch (XMLStreamException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static Reader forgiving(InputStream source, TextFlaws flaws) throws IOException {
        InputStream in = source.markSupported() ? source : new BufferedInputStream(source, FILE_BUFFER);
        try {
            XmlEncoding encoding = XmlEncoding.of(in);
            in.skipNBytes(encoding.markLength());
            return new DecodedText(in, encoding.charset(), flaws);
        } catch (EncodingFault declared) {
            flaws.met(TextFlaws.Kind.DECLARATION);
            return new DecodedText(in, StandardCharsets.UTF_8, flaws);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The characters of a file, decoded strictly; the caller closes it. */
    static Reader decoded(Path file) throws IOException {
        return decoded(bytes(file));
    }

    /** The bytes of a file, buffered; the caller closes it. */
    static InputStream bytes(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), FILE_BUFFER);
    }

    /** What comes out of a jar, for one, cannot be marked. */
    private static Reader decoded(InputStream source) throws IOException {
        InputStream in = source.markSupported() ? source : new BufferedInputStream(source, FILE_BUFFER);
        try {
            XmlEncoding encoding = XmlEncoding.of(in);
            in.skipNBytes(encoding.markLength());
            return new StrictReader(in, encoding.charset());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The events of bytes whose encoding is found out as XML prescribes. {@code next()} throws {@link DoctypeForbidden}
     * at a DOCTYPE, before anything in it is looked at. Closing the reader leaves the stream open.
     */
    public XMLStreamReader2 reader(InputStream bytes) throws XMLStreamException {
        return new Guarded(
                (XMLStreamReader2) factory.createXMLStreamReader(MarkupWatch.over(bytes, bounds.tagCharacters)));
    }

    /** The events of characters, whatever encoding they declare; otherwise as {@link #reader(InputStream)}. */
    public XMLStreamReader2 reader(Reader characters) throws XMLStreamException {
        return new Guarded(
                (XMLStreamReader2) factory.createXMLStreamReader(MarkupWatch.over(characters, bounds.tagCharacters)));
    }

    private static final class Guarded extends StreamReader2Delegate {
        private final NameBudget names = new NameBudget();

        Guarded(XMLStreamReader2 events) {
            super(events);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD) {
                throw new DoctypeForbidden(getLocation());
            }
            names.take(event, this);
            return event;
        }
    }
}
