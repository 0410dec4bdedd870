package io.github.komaseconnect.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads the facts of a document and judges whether it is one sound UBL Invoice or CreditNote, in one run. */
final class UblReader {
    private static final int MAX_TEXT = 500;
    private static final int MAX_MISTAKES = 10;
    private static final String ENDPOINT = "/AccountingCustomerParty/Party/EndpointID";
    private static final Set<String> TEXTS = Set.of(
            "/ID",
            "/IssueDate",
            "/CustomizationID",
            ENDPOINT,
            "/AccountingSupplierParty/Party/PartyName/Name",
            "/AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName",
            "/AccountingCustomerParty/Party/PartyName/Name",
            "/AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName",
            "/LegalMonetaryTotal/PayableAmount");
    private static final String ATTACHMENT = "/AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject";

    private final XmlReading xml;
    private final Map<String, UblSequence> sequences =
            Map.of("Invoice", UblSequence.invoice(), "CreditNote", UblSequence.creditNote());

    UblReader(XmlReading xml) {
        this.xml = xml;
    }

    /** The facts of any well-formed document; what makes it unfit to be sent is among its mistakes. */
    UblFacts read(Content document) throws SoapFault {
        Pass pass = new Pass();
        xml.read(document, pass);
        return pass.facts();
    }

    private final class Pass implements XmlReading.Events {
        private final StringBuilder path = new StringBuilder();
        private final Map<String, StringBuilder> texts = new HashMap<>();
        private final Set<String> found = new HashSet<>();
        private final List<String> mistakes = new ArrayList<>();
        private Optional<UblSequence> sequence = Optional.empty();
        private Optional<StringBuilder> current = Optional.empty();
        private String root = "";
        private String currency = "";
        private String endpointScheme = "";
        private boolean embeddedPdf;
        private int lastPlace;
        private int depth;

        @Override
        public void event(int type, XMLStreamReader2 reader) {
            switch (type) {
                case XMLStreamReader.START_ELEMENT -> start(reader);
                case XMLStreamReader.END_ELEMENT -> end(reader);
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
                    current.ifPresent(
                            text -> text.append(reader.getText(), 0, Math.min(reader.getTextLength(), room(text))));
                default -> {
                    // comments and instructions say nothing about the invoice
                }
            }
        }

        private void start(XMLStreamReader2 reader) {
            depth++;
            if (depth == 1) {
                startRoot(reader);
                return;
            }
            path.append('/').append(reader.getLocalName());
            if (depth == 2) {
                startPart(UblSequence.nameOf(namespaceOf(reader), reader.getLocalName()));
            }
            String where = path.toString();
            if (TEXTS.contains(where)) {
                current = Optional.of(texts.computeIfAbsent(where, key -> new StringBuilder()));
                currency = attribute(reader, "currencyID").orElse(currency);
                endpointScheme = attribute(reader, "schemeID")
                        .filter(scheme -> where.equals(ENDPOINT))
                        .orElse(endpointScheme);
            } else if (where.equals(ATTACHMENT)) {
                embeddedPdf |= "application/pdf".equalsIgnoreCase(reader.getAttributeValue(null, "mimeCode"));
            }
        }

        private void startRoot(XMLStreamReader2 reader) {
            root = reader.getLocalName();
            sequence = Optional.ofNullable(sequences.get(root));
            if (sequence.isEmpty() || !namespaceOf(reader).equals(UblSequence.rootNamespace(root))) {
                mistakes.add("the document is no UBL Invoice or CreditNote but {" + namespaceOf(reader) + "}" + root);
                sequence = Optional.empty();
            }
        }

        private void startPart(String name) {
            if (sequence.isEmpty()) {
                return;
            }
            Optional<Integer> place = sequence.get().placeOf(name);
            place.ifPresent(known -> found.add(name));
            if (place.isEmpty()) {
                mistake("element " + name + " does not belong in " + root);
            } else if (place.get() < lastPlace) {
                mistake("element " + name + " is not in its place in " + root);
            } else {
                lastPlace = place.get();
            }
        }

        private void mistake(String text) {
            if (mistakes.size() < MAX_MISTAKES) {
                mistakes.add(text);
            }
        }

        private void end(XMLStreamReader2 reader) {
            if (depth > 1) {
                path.setLength(path.length() - reader.getLocalName().length() - 1);
            }
            depth--;
            current = Optional.empty();
        }

        private int room(StringBuilder text) {
            return MAX_TEXT - text.length();
        }

        private UblFacts facts() {
            sequence.ifPresent(expected -> expected.required().stream()
                    .filter(name -> !found.contains(name))
                    .sorted()
                    .forEach(name -> mistakes.add("element " + name + " is missing in " + root)));
            if (sequence.isPresent()
                    && found.contains("cbc:ID")
                    && textOf("/ID").isEmpty()) {
                mistakes.add("the invoice number is empty");
            }
            return new UblFacts(
                    root,
                    textOf("/ID"),
                    textOf("/IssueDate"),
                    nameOf("/AccountingSupplierParty"),
                    nameOf("/AccountingCustomerParty"),
                    endpoint(),
                    documentTypeId(),
                    (textOf("/LegalMonetaryTotal/PayableAmount") + " " + currency).strip(),
                    embeddedPdf,
                    mistakes);
        }

        private String endpoint() {
            String value = textOf(ENDPOINT);
            return value.isEmpty() || endpointScheme.isEmpty() ? "" : endpointScheme + ":" + value;
        }

        private String documentTypeId() {
            String customization = textOf("/CustomizationID");
            return sequence.isEmpty() || customization.isEmpty()
                    ? ""
                    : UblSequence.rootNamespace(root) + "::" + root + "##" + customization + "::2.1";
        }

        private Optional<String> attribute(XMLStreamReader2 reader, String name) {
            return Optional.ofNullable(reader.getAttributeValue(null, name));
        }

        private String nameOf(String party) {
            String legal = textOf(party + "/Party/PartyLegalEntity/RegistrationName");
            return legal.isEmpty() ? textOf(party + "/Party/PartyName/Name") : legal;
        }

        private String textOf(String where) {
            return texts.getOrDefault(where, new StringBuilder()).toString().strip();
        }

        private String namespaceOf(XMLStreamReader2 reader) {
            return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        }
    }
}
