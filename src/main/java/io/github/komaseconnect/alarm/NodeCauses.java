package io.github.komaseconnect.alarm;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.Node;
import java.util.List;
import java.util.Optional;

/**
 * Causes of alarms about the computer that this runtime is on, such as its disks. Of several runtimes on one ledger each has
 * causes of its own, so that none ends the alarm of another.
 */
public final class NodeCauses {
    private static final String AT = " @ ";

    private final Optional<Membership> me;

    private NodeCauses(Optional<Membership> me) {
        this.me = me;
    }

    /** Those of the runtime that opened {@code ledger}. */
    public static NodeCauses of(Ledger ledger) {
        return new NodeCauses(ledger.reading(books -> books.leases().membership()));
    }

    /** The cause as it is called here; that of a runtime which is alone is as it was. */
    public String here(String cause) {
        return cause + me.map(member -> suffix(member.host(), member.home())).orElse("");
    }

    /** Whether a cause was named here, or by an earlier run in the same home. */
    public boolean isMine(String cause) {
        return cause.endsWith(here(""));
    }

    /** What an alarm touches, with the computer where that is not plain. */
    public String touch(String what) {
        return me.map(Membership::host)
                .map(host -> what.isEmpty() ? host : what + " (" + host + ")")
                .orElse(what);
    }

    /** Whether a cause is of a runtime that is not among these, and so will not end it. */
    public static boolean isOfNone(List<Node> nodes, String cause) {
        return cause.contains(AT) && nodes.stream().noneMatch(node -> cause.endsWith(suffix(node.host(), node.home())));
    }

    private static String suffix(String host, String home) {
        return AT + host + " " + home;
    }
}
