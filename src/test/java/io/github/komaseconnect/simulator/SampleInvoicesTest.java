package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SampleInvoicesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

    private static List<byte[]> five() {
        SampleInvoices samples = new SampleInvoices();
        return IntStream.range(0, 5)
                .mapToObj(i -> samples.next(
                        new SimulatedCompany("XCNL1", "Jansen & Zonen <B.V.>", "11112222", "NL111122223B01"), NOW))
                .toList();
    }

    @Test
    void areSoundUblWithFreshDatesAndTheirOwnNumbers() throws SoapFault {
        UblReader reader = new UblReader(new XmlReading());
        for (byte[] xml : five()) {
            UblFacts facts = reader.read(new MemoryContent(xml));
            assertThat(facts.mistakes()).isEmpty();
            assertThat(facts.customer()).isEqualTo("Jansen & Zonen <B.V.>");
            assertThat(facts.issueDate()).as("the date in Amsterdam").isEqualTo("2026-11-23");
            assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("{{");
        }
        assertThat(five().stream().map(xml -> numberOf(reader, xml)).distinct()).hasSize(5);
    }

    private static String numberOf(UblReader reader, byte[] xml) {
        try {
            return reader.read(new MemoryContent(xml)).number();
        } catch (SoapFault e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void addUp() throws Exception {
        for (byte[] xml : five()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            Element root = document.getDocumentElement();
            Element totals = child(root, "LegalMonetaryTotal");
            Element tax = child(root, "TaxTotal");

            BigDecimal lines = BigDecimal.ZERO;
            for (Element line : elements(root, root.getLocalName() + "Line")) {
                BigDecimal quantity =
                        amount(line, root.getLocalName().equals("Invoice") ? "InvoicedQuantity" : "CreditedQuantity");
                assertThat(amount(line, "LineExtensionAmount"))
                        .isEqualByComparingTo(quantity.multiply(amount(line, "PriceAmount")));
                lines = lines.add(amount(line, "LineExtensionAmount"));
            }
            BigDecimal taxes = BigDecimal.ZERO;
            for (Element part : elements(tax, "TaxSubtotal")) {
                assertThat(amount(part, "TaxAmount").multiply(BigDecimal.valueOf(100)))
                        .isCloseTo(
                                amount(part, "TaxableAmount").multiply(amount(part, "Percent")),
                                Offset.offset(new BigDecimal("0.5")));
                taxes = taxes.add(amount(part, "TaxAmount"));
            }
            assertThat(amount(totals, "LineExtensionAmount")).isEqualByComparingTo(lines);
            assertThat(amount(totals, "TaxExclusiveAmount")).isEqualByComparingTo(lines);
            assertThat(amount(tax, "TaxAmount")).isEqualByComparingTo(taxes);
            assertThat(amount(totals, "PayableAmount")).isEqualByComparingTo(lines.add(taxes));
        }
    }

    private static Element child(Element parent, String name) {
        return elements(parent, name).get(0);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static BigDecimal amount(Element parent, String name) {
        return new BigDecimal(child(parent, name).getTextContent());
    }
}
