package io.github.komaseconnect.delivery;

import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;
import java.util.List;

/**
 * An answer that a receiver is not registered on Peppol: a no that counts only when it comes twice.
 *
 * @param asked the identifiers that this answer is about
 * @param known every identifier of the customer, those among them; whoever was reached under any of them is held
 * @param answer in words
 * @param alternative what may happen once the answer counts
 */
public record NobodyThere(List<String> asked, List<String> known, Reason answer, Alternative alternative) {
    public NobodyThere {
        asked = List.copyOf(asked);
        known = List.copyOf(known);
    }
}
