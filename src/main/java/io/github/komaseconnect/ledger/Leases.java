package io.github.komaseconnect.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which node works for which company, where several share the ledger; all times are the database's. A ledger that cannot
 * be shared, or was opened by a command, has no membership: then nothing is ever refused, and nothing can be taken.
 */
public interface Leases {
    /** This runtime as one of several; empty when it is alone, or when a command looks. */
    Optional<Membership> membership();

    /** Records that this node is there; rows of nodes that went long ago are removed. */
    void seen();

    /** This node goes: its row is removed, and what it still has is free when the lease ends. */
    void goes();

    /** The nodes that were seen lately, in the order in which they came. */
    List<Node> nodes();

    /** The leases that are in force. */
    List<Lease> inForce();

    /**
     * Takes a company that nobody has. Of several that try at the same time, one succeeds.
     *
     * @return empty when somebody has it
     */
    Optional<Lease> take(String company);

    /** Takes what a dead node had, whose end is certain, and removes its row. */
    void inherit(String deadNode);

    /** Keeps these for a whole lease from now on, as far as this node has them; gives those. What has ended is not revived. */
    List<String> renew(Collection<String> companies);

    /** Gives companies back: others can take them at once. */
    void giveBack(Collection<String> companies);

    /**
     * Makes sure that this node works for the company, and will for as long as one step can take.
     *
     * @throws LeaseLostException when it does not
     */
    void require(String company);
}
