package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.InvoiceState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which states the user asked for, by what the program calls them in Dutch or English or by their names.
 *
 * @param states empty: all
 * @param lines what else a line must be
 */
record StateFilter(Set<InvoiceState> states, Predicate<InvoiceLine> lines) {
    static final String IN_DOUBT_DUTCH = "in twijfel";
    static final String IN_DOUBT_ENGLISH = "in doubt";
    static final String PUT_READY_DUTCH = "klaargezet";
    static final String PUT_READY_ENGLISH = "put ready";

    static final String REMARKED_DUTCH = "met opmerkingen";
    static final String REMARKED_ENGLISH = "with remarks";
    /** A purchase invoice is checked before it is ready. */
    private static final Set<InvoiceState> CHECKED =
            EnumSet.of(InvoiceState.READY, InvoiceState.STAGED, InvoiceState.IMPORTED, InvoiceState.RECEIVED);

    /** All states. */
    static StateFilter all() {
        return new StateFilter(Set.of(), line -> true);
    }

    /**
     * The state of this name.
     *
     * @throws CommandFailure naming the words there are
     */
    static StateFilter of(String typed) {
        String word = plain(typed);
        if (word.equals(plain(IN_DOUBT_DUTCH)) || word.equals(plain(IN_DOUBT_ENGLISH))) {
            return new StateFilter(EnumSet.of(InvoiceState.HELD, InvoiceState.ON_ITS_WAY), InvoiceLine::inDoubt);
        }
        if (word.equals(plain(PUT_READY_DUTCH)) || word.equals(plain(PUT_READY_ENGLISH))) {
            return new StateFilter(EnumSet.of(InvoiceState.SENT), InvoiceLine::isPutReady);
        }
        if (word.equals(plain(REMARKED_DUTCH)) || word.equals(plain(REMARKED_ENGLISH))) {
            return new StateFilter(CHECKED, line -> !line.remarks().isEmpty());
        }
        return Arrays.stream(InvoiceState.values())
                .filter(state -> Stream.of(state.dutch(), state.english(), state.name())
                        .anyMatch(name -> plain(name).equals(word)))
                .findFirst()
                .map(state -> new StateFilter(EnumSet.of(state), line -> true))
                .orElseThrow(() -> CommandFailure.usage(
                        "--state " + typed + " is geen toestand; kies uit: " + words(true) + ".",
                        "--state " + typed + " is not a state; choose from: " + words(false) + "."));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String words(boolean inDutch) {
        String states = Arrays.stream(InvoiceState.values())
                .map(state -> inDutch ? state.dutch() : state.english())
                .collect(Collectors.joining(", "));
        return states
                + (inDutch
                        ? ", " + IN_DOUBT_DUTCH + ", " + PUT_READY_DUTCH + ", " + REMARKED_DUTCH
                        : ", " + IN_DOUBT_ENGLISH + ", " + PUT_READY_ENGLISH + ", " + REMARKED_ENGLISH);
    }
}
