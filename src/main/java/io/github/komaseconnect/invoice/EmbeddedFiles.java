package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Gives every file that is embedded in an invoice ({@code EmbeddedDocumentBinaryObject}, wherever it stands), one after
 * another in one pass, decoded piece by piece. One that is damaged costs no other. Safe for several threads.
 */
public final class EmbeddedFiles {
    private final SafeXml xml;

    /** @param xml how XML is read */
    public EmbeddedFiles(SafeXml xml) {
        this.xml = xml;
    }

    /** What is done with each. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one.
         *
         * @param content its bytes, which may be left unread; throws {@link DamagedBase64} where they are no base64
         * @throws IOException ends the pass
         */
        void take(EmbeddedFile file, InputStream content) throws IOException;
    }

    /** What stands for a file is not base64. */
    public static final class DamagedBase64 extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedBase64() {
            super("not base64");
        }
    }

    /** The document itself cannot be read to its end. */
    public static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(XMLStreamException cause) {
            super("not well-formed: " + cause.getMessage(), cause);
        }
    }

    /**
     * Offers them all.
     *
     * @param ubl a well-formed UBL document
     * @throws Unreadable when it is not well-formed after all
     * @throws IOException when the file cannot be read, or the taker throws
     */
    public void forEach(Path ubl, Taker taker) throws IOException {
        try (XmlDocument document = xml.open(ubl)) {
            Pass pass = new Pass(document, taker);
            while (document.events().hasNext()) {
                pass.event(document.events().next());
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(e);
        }
    }

    private static final class Pass {
        private final XmlDocument document;
        private final XMLStreamReader2 events;
        private final Taker taker;
        private int position;
        /** Depth of the reference that is open; 0 outside one. */
        private int reference;

        private String id = "";
        private String description = "";
        private StringBuilder text = new StringBuilder();

        Pass(XmlDocument document, Taker taker) {
            this.document = document;
            this.events = document.events();
            this.taker = taker;
        }

        void event(int event) throws XMLStreamException, IOException {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (reference > 0 && events.getDepth() == reference + 1) {
                        document.appendText(text, Fields.USUAL_LENGTH);
                    }
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }

        private void start() throws XMLStreamException, IOException {
            text.setLength(0);
            String name = events.getLocalName();
            if (Ubl.AGGREGATE.equals(events.getNamespaceURI()) && name.endsWith("DocumentReference")) {
                reference = events.getDepth();
                id = "";
                description = "";
            } else if (Ubl.BASIC.equals(events.getNamespaceURI()) && name.equals("EmbeddedDocumentBinaryObject")) {
                EmbeddedFile file =
                        new EmbeddedFile(++position, id, description, attribute("filename"), attribute("mimeCode"));
                try (EmbeddedContent content = new EmbeddedContent(document)) {
                    taker.take(file, content);
                }
            }
        }

        private void end() {
            if (reference > 0 && events.getDepth() == reference + 1 && Ubl.BASIC.equals(events.getNamespaceURI())) {
                String found = Fields.singleSpaced(text);
                if (events.getLocalName().equals("ID") && id.isEmpty()) {
                    id = found;
                } else if (events.getLocalName().equals("DocumentDescription") && description.isEmpty()) {
                    description = found;
                }
            } else if (events.getDepth() == reference) {
                reference = 0;
            }
            text.setLength(0);
        }

        private String attribute(String name) {
            String value = events.getAttributeValue(null, name);
            String text = value == null ? "" : value.strip();
            return text.length() > Fields.USUAL_LENGTH ? text.substring(0, Fields.USUAL_LENGTH) : text;
        }
    }
}
