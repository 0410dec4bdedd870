package io.github.komaseconnect.econnect;

import io.github.komaseconnect.company.Gateway;
import java.util.EnumSet;
import java.util.Set;

/** How far a company's way to eConnect carries an answer to a supplier. */
public enum ResponseForm {
    /** Only a status that the supplier sees in his outbox: accepted, rejected or paid; reasons stay here. */
    STATUS_ONLY(EnumSet.of(ResponseStatus.AP, ResponseStatus.RE, ResponseStatus.PD)),
    /** A whole Invoice Response, with reasons; the first one must say that the invoice was received (AB). */
    INVOICE_RESPONSE(EnumSet.allOf(ResponseStatus.class));

    private final Set<ResponseStatus> statuses;

    ResponseForm(Set<ResponseStatus> statuses) {
        this.statuses = Set.copyOf(statuses);
    }

    /** What this gateway carries. */
    public static ResponseForm of(Gateway gateway) {
        return switch (gateway) {
            case PLATFORM -> STATUS_ONLY;
            case PSB -> INVOICE_RESPONSE;
        };
    }

    /** Whether this status can be said at all. */
    public boolean canSay(ResponseStatus status) {
        return statuses.contains(status);
    }

    /** Whether an AB goes before anything else. */
    public boolean beginsWithReceived() {
        return this == INVOICE_RESPONSE;
    }

    /** Whether the supplier gets reasons, actions and note. */
    public boolean carriesTexts() {
        return this == INVOICE_RESPONSE;
    }
}
