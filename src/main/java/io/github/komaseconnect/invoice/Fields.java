package io.github.komaseconnect.invoice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The elements of a UBL document that somebody wants to know the text of, by their path below the root element, e.g.
 * {@code /cac:OrderReference/cbc:ID}.
 */
final class Fields {
    /** Enough for any name, number or address; a longer text is cut off, so that no element can fill the memory. */
    static final int USUAL_LENGTH = 1000;

    private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

    private final Map<String, Field> byPath = new HashMap<>();
    private final Map<String, Runnable> starts = new HashMap<>();

    /**
     * An element that was found, with its text.
     *
     * @param attributes by local name
     * @param text white space, line ends included, made single spaces; stripped
     * @param line where the element begins, from 1
     */
    record Found(Map<String, String> attributes, String text, int line) {
        /** The value of an attribute, stripped and as long as a text may be; empty when absent. */
        String attribute(String name) {
            String value = attributes.getOrDefault(name, "").strip();
            return value.length() > USUAL_LENGTH ? value.substring(0, USUAL_LENGTH) : value;
        }
    }

    /**
     * What to do with an element.
     *
     * @param length characters of the text that are wanted
     */
    record Field(int length, Consumer<Found> use) {
        Field and(Field other) {
            return new Field(Math.max(length, other.length), use.andThen(other.use));
        }
    }

    /** Wants an element; it is not offered when it has no text. Several may want the same. */
    void want(String path, Consumer<Found> use) {
        want(path, USUAL_LENGTH, use);
    }

    /** Wants no more than the first characters of an element. */
    void want(String path, int length, Consumer<Found> use) {
        byPath.merge(path, new Field(length, use), Field::and);
    }

    /** Wants to know that an element begins, whatever is in it. */
    void atStart(String path, Runnable action) {
        starts.put(path, action);
    }

    /** What is to be done where the element at this path begins. */
    Optional<Runnable> startOf(String path) {
        return Optional.ofNullable(starts.get(path));
    }

    /** Who wants the element at this path. */
    Optional<Field> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Makes any white space, line ends and non-breaking spaces included, single spaces. */
    static String singleSpaced(CharSequence text) {
        return WHITE.matcher(text).replaceAll(" ").strip();
    }
}
