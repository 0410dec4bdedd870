package io.github.komaseconnect.invoice.rules;

import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** What the official rules say of a document. */
public sealed interface Verdict {
    /** So many broken rules, and so many remarks, are told at most. */
    int MOST_TOLD = 100;

    /**
     * The rules were applied.
     *
     * @param broken rules that whoever receives it will refuse it for; empty: the document is sound
     * @param remarks rules that only warn
     */
    record Examined(RuleRelease release, List<BrokenRule> broken, List<BrokenRule> remarks) implements Verdict {
        public Examined {
            broken = List.copyOf(broken);
            remarks = List.copyOf(remarks);
        }

        /** Whether nobody would refuse it for these rules. */
        public boolean isSound() {
            return broken.isEmpty();
        }
    }

    /** No rules are known for this profile: nothing was looked at. */
    record UnknownProfile(String customizationId) implements Verdict {}

    /** It cannot be found out, for a cause that says nothing about the document. */
    record NotExamined(Reason why) implements Verdict {}

    /**
     * It could not be found out now, for a cause that may be over soon, such as a lack of memory.
     *
     * @param fault what went wrong, in the words of the machine
     * @param why what is said of it when nobody waits for better times
     */
    record Disturbed(String fault, Reason why) implements Verdict {}
}
