package io.github.komaseconnect.company;

import io.github.komaseconnect.reason.Reason;

/**
 * Has a say in whether a company is in hand. Gates are asked in a fixed order; a company comes in hand only when every one
 * says so, and goes as soon as one no longer does.
 */
public interface CompanyGate {
    /** What a gate says. */
    sealed interface Verdict {}

    /** As far as this gate is concerned, the company is or stays in hand. */
    record Enter() implements Verdict {}

    /**
     * The company must wait, or go; the gate is asked again.
     *
     * @param reason told to people when it changes, in the log only: a gate that wants an alarm rings it itself
     */
    record Wait(Reason reason) implements Verdict {}

    /** How a company went. */
    enum Departure {
        /** All that was begun for it here is finished. */
        FINISHED,
        /** Something is still going on here, such as a call that has not been answered. */
        UNFINISHED
    }

    /**
     * Asked again and again about a company that is configured and not in hand, until it is: never about one company by
     * two threads at once. It may take long, so that the folders of the company or the ledger can be looked at. A gate
     * that said {@code Enter} is asked again when a later gate said {@code Wait}, or when the coming in hand failed.
     */
    Verdict mayComeInHand(Company company);

    /**
     * Asked again and again about a company that is in hand. It must be quick and throw nothing: all companies are asked
     * about by one thread.
     */
    default Verdict mayStay(Company company) {
        return new Enter();
    }

    /**
     * A company that was in hand, or that this gate let in, is so no longer: it was removed or changed, a gate said
     * {@code Wait}, or the runtime stops. Its settings are those that it had in hand.
     */
    default void gone(Company company, Departure departure) {}
}
