package io.github.komaseconnect.validation;

import io.github.komaseconnect.reason.OneLine;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a document says, for the words about it: amounts, sums of them, and what stands at the place of a rule. */
final class Figures {
    /** Stands for what is not there. */
    static final String NOTHING = "-";

    /** Fields of the totals. */
    static final Set<String> TOTALS = Set.of(
            "LineExtensionAmount",
            "TaxExclusiveAmount",
            "TaxInclusiveAmount",
            "AllowanceTotalAmount",
            "ChargeTotalAmount",
            "PrepaidAmount",
            "PayableRoundingAmount",
            "PayableAmount");

    private static final int LONGEST = 80;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private final Document document;

    Figures(Document document) {
        this.document = document;
    }

    /** Gives the figure of a name, with a rule that was broken at this place. */
    UnaryOperator<String> at(String path) {
        return name -> figure(name, path);
    }

    private String figure(String name, String path) {
        Element root = document.getDocumentElement();
        Optional<String> found =
                switch (name) {
                    case "value" ->
                        Location.of(path).find(document).filter(Figures::isLeaf).map(Element::getTextContent);
                    case "sum of lines" -> sumOfLines(root);
                    case "sum of VAT" -> sumOfVat(root);
                    case "TaxTotal" -> Location.child(root, name).flatMap(total -> text(total, "TaxAmount"));
                    default -> Location.child(root, "LegalMonetaryTotal").flatMap(totals -> text(totals, name));
                };
        return found.map(text -> OneLine.of(text.strip(), LONGEST))
                .filter(text -> !text.isEmpty())
                .orElse(NOTHING);
    }

    private static boolean isLeaf(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> sumOfLines(Element root) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Node line = root.getFirstChild(); line != null; line = line.getNextSibling()) {
            if ("InvoiceLine".equals(line.getLocalName()) || "CreditNoteLine".equals(line.getLocalName())) {
                sum = sum.add(amount((Element) line, "LineExtensionAmount"));
            }
        }
        return Optional.of(sum.toPlainString());
    }

    private static Optional<String> sumOfVat(Element root) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Element total : Location.child(root, "TaxTotal").stream().toList()) {
            for (Node part = total.getFirstChild(); part != null; part = part.getNextSibling()) {
                if ("TaxSubtotal".equals(part.getLocalName())) {
                    sum = sum.add(amount((Element) part, "TaxAmount"));
                }
            }
        }
        return Optional.of(sum.toPlainString());
    }

    private static BigDecimal amount(Element parent, String name) {
        return text(parent, name)
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }

    private static Optional<String> text(Element parent, String name) {
        return Location.child(parent, name).map(found -> found.getTextContent().strip());
    }
}
