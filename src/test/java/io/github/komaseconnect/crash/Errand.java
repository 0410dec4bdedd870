package io.github.komaseconnect.crash;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One invoice on its way through the program, with the people that have to do with it. */
interface Errand {
    /** Its number, or ExternalId. */
    String key();

    /** What people do when they see how things stand; called again and again until it is settled. */
    void attend(Site site, LedgerLook ledger) throws IOException;

    /** Whether nothing more happens by itself and nobody has anything more to do. */
    boolean isSettled(LedgerLook ledger);

    /** How often it is to arrive in the end: once, unless a person has it sent again. */
    int timesWanted();

    /** How often it has arrived: at the customer, or in Komas. */
    long timesArrived(Site site);

    /**
     * Compares what went in with what is there now.
     *
     * @param doubtful attempts by mail or print that were open when the program was killed
     * @return what is wrong, in words; none when all is well
     */
    List<String> faults(Site site, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) throws IOException;
}
