package io.github.komaseconnect.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a message must say of an invoice, read as far as needed.
 *
 * @param number the invoice number
 * @param receiver the customer's electronic address, {@code scheme:id}
 */
record InvoiceFacts(String number, String receiver) {
    private static final int BELOW_ROOT = 2;

    static InvoiceFacts of(byte[] ubl) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(ubl));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException("not an invoice", e);
        }
    }

    private static InvoiceFacts read(XMLStreamReader reader) throws XMLStreamException, IOException {
        String number = "";
        boolean customer = false;
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            depth++;
            String name = reader.getLocalName();
            if (depth == BELOW_ROOT && name.equals("ID")) {
                number = reader.getElementText();
                depth--;
            } else if (depth == BELOW_ROOT) {
                customer = name.equals("AccountingCustomerParty");
            } else if (customer && name.equals("EndpointID")) {
                return new InvoiceFacts(
                        number, reader.getAttributeValue(null, "schemeID") + ":" + reader.getElementText());
            }
        }
        throw new IOException("an invoice without the electronic address of its customer");
    }
}
