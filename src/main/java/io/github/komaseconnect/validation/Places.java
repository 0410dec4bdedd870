package io.github.komaseconnect.validation;

import io.github.komaseconnect.invoice.rules.Phrase;
import io.github.komaseconnect.reason.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Says where in a document something is, in a bookkeeper's words: {@code Factuurregel 2 (Kabel 3x2,5), prijs}. */
final class Places {
    private static final int LONGEST_NAME = 40;
    private static final Set<String> LINES = Set.of("InvoiceLine", "CreditNoteLine");

    /** What only holds other things and has no word of its own. */
    private static final Set<String> WRAPPERS = Set.of("Party", "TaxScheme");

    private final Document document;
    private final RuleTexts texts;

    Places(Document document, RuleTexts texts) {
        this.document = document;
        this.texts = texts;
    }

    /** The place that phive names so. */
    Phrase of(String path) {
        Location location = Location.of(path);
        List<Phrase> words = new ArrayList<>();
        for (int n = 1; n < location.steps().size(); n++) {
            Location.Step step = location.steps().get(n);
            if (!WRAPPERS.contains(step.name())) {
                words.add(word(location, n, step));
            }
        }
        return words.isEmpty() ? texts.place("document") : joined(words);
    }

    private Phrase word(Location location, int position, Location.Step step) {
        Phrase word = texts.place(step.name());
        if (LINES.contains(step.name())) {
            String which = step.index() + line(location, position);
            return new Phrase(word.dutch() + " " + which, word.english() + " " + which);
        }
        String index = step.index() > 1 ? " " + step.index() : "";
        return new Phrase(word.dutch() + index, word.english() + index);
    }

    /** What a line is called on the invoice. */
    private String line(Location location, int position) {
        Optional<Element> line = location.find(document, position + 1);
        String number = line.flatMap(found -> text(found, "ID")).orElse("");
        String item = line.flatMap(found -> Location.child(found, "Item"))
                .flatMap(found -> text(found, "Name"))
                .orElse("");
        String index = String.valueOf(location.steps().get(position).index());
        String what = Stream.of(number.equals(index) ? "" : number.isEmpty() ? "" : "nr. " + number, item)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return what.isEmpty() ? "" : " (" + what + ")";
    }

    private static Optional<String> text(Element parent, String name) {
        return Location.child(parent, name)
                .map(child -> OneLine.of(child.getTextContent().strip(), LONGEST_NAME));
    }

    private static Phrase joined(List<Phrase> words) {
        return new Phrase(
                words.stream().map(Phrase::dutch).collect(Collectors.joining(", ")),
                words.stream().map(Phrase::english).collect(Collectors.joining(", ")));
    }
}
