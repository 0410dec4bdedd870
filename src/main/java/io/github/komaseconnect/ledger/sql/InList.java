package io.github.komaseconnect.ledger.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Values for {@code IN (…)}: parts of a long list, each filled up to the next power of two with what is in it already, so that
 * there are a few sentences to be kept prepared and not one for every length.
 */
final class InList {
    private static final int MOST = 256;

    private InList() {}

    /** None for an empty list. */
    static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(filledUp(all.subList(from, Math.min(from + MOST, all.size()))));
        }
        return parts;
    }

    private static <T> List<T> filledUp(List<T> part) {
        int highest = Integer.highestOneBit(part.size());
        int length = highest == part.size() ? highest : highest * 2;
        List<T> filled = new ArrayList<>(part);
        filled.addAll(Collections.nCopies(length - part.size(), part.get(0)));
        return filled;
    }
}
