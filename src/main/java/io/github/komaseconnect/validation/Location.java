package io.github.komaseconnect.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Where in a document a rule was broken, as phive tells it: {@code /:Invoice[1]/cac:InvoiceLine[2]/cac:Price[1]}.
 *
 * @param steps from the root element on
 */
record Location(List<Step> steps) {
    private static final int MOST_STEPS = 30;
    private static final Pattern STEP = Pattern.compile("/(@?)(?:[^/:\\[\\]@]*:)?([A-Za-z0-9_.-]+)(?:\\[(\\d{1,6})])?");

    /** A child element with this name, the {@code index}-th of that name, from 1 on. */
    record Step(String name, int index) {}

    /** Reads it; what cannot be read is left out. */
    static Location of(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find() && steps.size() < MOST_STEPS && step.group(1).isEmpty()) {
            steps.add(new Step(step.group(2), step.group(3) == null ? 1 : Integer.parseInt(step.group(3))));
        }
        return new Location(List.copyOf(steps));
    }

    /** The element at this place, or at the one that so many steps lead to. */
    Optional<Element> find(Document document, int length) {
        Optional<Element> found = Optional.ofNullable(document.getDocumentElement());
        for (Step step : steps.subList(Math.min(1, steps.size()), Math.min(length, steps.size()))) {
            found = found.flatMap(element -> child(element, step));
        }
        return found;
    }

    /** The element at this place. */
    Optional<Element> find(Document document) {
        return find(document, steps.size());
    }

    /** The first child of this name. */
    static Optional<Element> child(Element parent, String name) {
        return child(parent, new Step(name, 1));
    }

    private static Optional<Element> child(Element parent, Step step) {
        int left = step.index();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (step.name().equals(node.getLocalName()) && --left == 0) {
                return Optional.of((Element) node);
            }
        }
        return Optional.empty();
    }
}
