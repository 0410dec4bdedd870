package io.github.komaseconnect.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an answer by local name; namespaces are not looked at, since eConnect's sources disagree on more than
 * that.
 *
 * @param text its own text, stripped; empty for a Payload or file contents, which are never held in memory
 */
record Element(String name, String text, List<Element> children) {
    Element {
        children = List.copyOf(children);
    }

    /** The children of this name. */
    Stream<Element> all(String child) {
        return children.stream().filter(c -> c.name.equals(child));
    }

    /** The first child of this name. */
    Optional<Element> child(String child) {
        for (Element one : children) {
            if (one.name.equals(child)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The text of the element that the path leads to; empty when it is not there or has none. */
    Optional<String> text(String... path) {
        Optional<Element> at = Optional.of(this);
        for (String step : path) {
            at = at.flatMap(element -> element.child(step));
        }
        return at.map(Element::text).filter(text -> !text.isEmpty());
    }

    /** This element and all below it, in document order. */
    Stream<Element> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::withDescendants));
    }

    /** An element of which the end tag has not been read yet. */
    static final class Open {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        Open(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        void text(String more) {
            text.append(more);
        }

        void child(Element child) {
            children.add(child);
        }

        Element close() {
            return new Element(name, text.toString().strip(), children);
        }
    }
}
