package io.github.komaseconnect.econnect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A buyer's answer to an invoice.
 *
 * @param reasons why, a text to each code; in the order in which they were given
 * @param actions what the supplier is asked to do, a text to each code
 * @param note a free text; may be empty
 */
public record InvoiceResponse(
        ResponseStatus status, Map<ResponseReason, String> reasons, Map<ResponseAction, String> actions, String note) {
    public InvoiceResponse {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }

    /** A status without any text. */
    public static InvoiceResponse of(ResponseStatus status) {
        return new InvoiceResponse(status, Map.of(), Map.of(), "");
    }

    /** Whether it says anything besides its status. */
    public boolean hasTexts() {
        return !reasons.isEmpty() || !actions.isEmpty() || !note.isEmpty();
    }
}
