package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads {@link ArrivalFacts} in one pass over the document, whose size does not matter: attachments are passed over, lines are
 * only added up. Safe for several threads.
 */
public final class ArrivalReader {
    private final SafeXml xml;

    /** @param xml how XML of suppliers is read: {@link SafeXml#ofArrivals} */
    public ArrivalReader(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * Reads a document.
     *
     * @return empty when it is no invoice or credit note, or not well-formed
     * @throws IOException when the file cannot be read
     */
    public Optional<ArrivalFacts> read(Path ubl) throws IOException {
        Fields fields = new Fields();
        HeaderFields header = new HeaderFields(fields);
        AmountFields amounts = new AmountFields(fields);
        UblScan scan = new UblScan(fields);
        try (XmlDocument document = xml.open(ubl)) {
            scan.run(document);
            return scan.type()
                    .map(type -> new ArrivalFacts(
                            header.header(type),
                            amounts.amounts(),
                            document.flaws().firstLines()));
        } catch (EncodingFault | XMLStreamException unreadable) {
            return Optional.empty();
        }
    }
}
