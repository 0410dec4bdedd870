package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whose turn it is when looking at each company costs something, such as trying its folders: with many companies each round
 * is for some of them.
 */
final class Turns {
    static final int AT_ONCE = 50;

    /** Key of the last company that had its turn. */
    private String last = "";

    /** The next ones: all of a few companies, some of many. */
    synchronized List<Company> next(List<Company> all) {
        if (all.size() <= AT_ONCE) {
            return all;
        }
        List<Company> inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.comparing((Company company) -> company.key().compareTo(last) <= 0)
                .thenComparing(Company::key));
        List<Company> turn = List.copyOf(inOrder.subList(0, AT_ONCE));
        last = turn.get(turn.size() - 1).key();
        return turn;
    }
}
