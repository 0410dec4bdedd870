package io.github.komaseconnect.ledger;

import io.github.komaseconnect.econnect.Environment;
import java.util.Optional;
import java.util.Set;

/** Who this ledger is, and how far the marks in the folders of its companies are. */
public interface FolderMarks {
    /** The id of this ledger, made when it is first asked for; a back-up that is put back has the same one. */
    String ledgerId();

    /** The environment that this ledger belongs to; empty until {@code run} first used it. */
    Optional<Environment> environment();

    /** From now on, and for ever, this ledger belongs to this environment. */
    void belongsTo(Environment environment);

    /** What this ledger knows of a company's mark; empty when it never had the company's folders. */
    Optional<FolderMark> find(String company);

    /**
     * Raises the number of a company by one, but at least to above {@code atLeastAbove}.
     *
     * @param run the running program that does so
     */
    FolderMark raise(String company, String run, long atLeastAbove);

    /** How much has happened so far. */
    Activity activity();

    /** The companies for which anything was registered, attempted or received since then. */
    Set<String> activeSince(Activity before);

    /**
     * A place in the course of things.
     *
     * @param event the newest event
     * @param attempt the newest attempt
     */
    record Activity(long event, long attempt) {}
}
