package io.github.komaseconnect.simulator;

import java.util.Optional;

/** Writes the elements of an answer. */
final class Markup {
    private final StringBuilder out = new StringBuilder(1024);

    Markup open(String element) {
        out.append('<').append(element).append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element with text; an empty element when the text is empty. */
    Markup text(String element, String text) {
        if (text.isEmpty()) {
            out.append('<').append(element).append("/>");
            return this;
        }
        open(element);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.append(text.charAt(i));
            }
        }
        return close(element);
    }

    /** The element, or nothing at all. */
    Markup optional(String element, Optional<String> text) {
        text.ifPresent(present -> text(element, present));
        return this;
    }

    /** Text that is markup already. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
