package io.github.komaseconnect.simulator;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What one element of a request may look like. */
final class Shape {
    private final String name;
    private final Optional<String> otherSpelling;
    private final Kind kind;
    private final boolean required;
    private final List<Shape> parts;

    private enum Kind {
        TEXT,
        NUMBER,
        DATE,
        SEQUENCE,
        PAYLOAD
    }

    private Shape(String name, Optional<String> otherSpelling, Kind kind, boolean required, List<Shape> parts) {
        this.name = name;
        this.otherSpelling = otherSpelling;
        this.kind = kind;
        this.required = required;
        this.parts = parts;
    }

    static Shape text(String name) {
        return new Shape(name, Optional.empty(), Kind.TEXT, true, List.of());
    }

    static Shape number(String name) {
        return new Shape(name, Optional.empty(), Kind.NUMBER, true, List.of());
    }

    /** An xs:dateTime with a zone, or nil. */
    static Shape date(String name) {
        return new Shape(name, Optional.empty(), Kind.DATE, true, List.of());
    }

    /** Any XML; the reader has not made it part of the tree. */
    static Shape payload(String name) {
        return new Shape(name, Optional.empty(), Kind.PAYLOAD, true, List.of());
    }

    static Shape sequence(String name, Shape... parts) {
        return new Shape(name, Optional.empty(), Kind.SEQUENCE, true, List.of(parts));
    }

    Shape optional() {
        return new Shape(name, otherSpelling, kind, false, parts);
    }

    Shape orSpelt(String spelling) {
        return new Shape(name, Optional.of(spelling), kind, required, parts);
    }

    /** Refuses an element that is not of this shape. */
    void check(Node node) throws SoapFault {
        if (!node.namespace().equals(Schema.NAMESPACE)) {
            throw SoapFault.invalidXml(
                    "element " + node.name() + " is in namespace '" + node.namespace() + "', not " + Schema.NAMESPACE);
        }
        switch (kind) {
            case SEQUENCE -> checkSequence(node);
            case NUMBER -> checkNumber(node);
            case DATE -> checkDate(node);
            case TEXT -> checkLeaf(node);
            case PAYLOAD -> {
                // what is inside is for the one who looks at the document
            }
        }
    }

    private void checkSequence(Node node) throws SoapFault {
        if (!node.text().isEmpty()) {
            throw SoapFault.invalidXml("element " + node.name() + " holds text beside its elements");
        }
        int next = 0;
        for (Shape part : parts) {
            if (next < node.children().size()
                    && part.isNamed(node.children().get(next).name())) {
                part.check(node.children().get(next));
                next++;
            } else if (part.required) {
                throw SoapFault.invalidXml(
                        "element " + part.name + " is missing or not in its place in " + node.name());
            }
        }
        if (next < node.children().size()) {
            throw SoapFault.invalidXml("element " + node.children().get(next).name()
                    + " is unknown or not in its place in " + node.name());
        }
    }

    private void checkNumber(Node node) throws SoapFault {
        checkLeaf(node);
        if (!node.text().matches("[+-]?[0-9]{1,9}")) {
            throw SoapFault.invalidXml(node.name() + " is not a whole number");
        }
    }

    private void checkDate(Node node) throws SoapFault {
        checkLeaf(node);
        if (node.nil() && node.text().isEmpty()) {
            return;
        }
        try {
            OffsetDateTime.parse(node.text());
        } catch (DateTimeParseException e) {
            throw SoapFault.invalidXml(node.name() + " is not a date and time with a zone, nor nil");
        }
    }

    private static void checkLeaf(Node node) throws SoapFault {
        if (!node.children().isEmpty()) {
            throw SoapFault.invalidXml("element " + node.name() + " holds other elements");
        }
    }

    private boolean isNamed(String found) {
        return name.equals(found) || otherSpelling.filter(found::equals).isPresent();
    }
}
