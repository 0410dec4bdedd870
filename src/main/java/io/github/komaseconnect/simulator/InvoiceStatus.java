package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The statuses of an invoice at eConnect; what counts is the code, the names are for people. */
public enum InvoiceStatus {
    /** Set by the platform. */
    STORED("05", "Opgeslagen"),
    /** Nobody has looked at it yet. */
    RECEIVED("10", "Ontvangen"),
    /** Opened by a person. */
    OPENED("20", "Geopend"),
    /** Set by the platform when the document is fetched. */
    DOWNLOADED("30", "Gedownload"),
    /** Waits for approval. */
    FOR_APPROVAL("35", "Ter goedkeuring"),
    /** The buyer accepts it. */
    ACCEPTED("40", "Geaccepteerd"),
    /** The buyer rejects it. */
    REJECTED("50", "Afgewezen"),
    /** Released for payment. */
    PAYABLE("60", "Betaalbaar"),
    /** Paid. */
    PAID("70", "Betaald");

    private final String code;
    private final String dutchName;

    InvoiceStatus(String code, String dutchName) {
        this.code = code;
        this.dutchName = dutchName;
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    /** The name as eConnect shows it. */
    public String dutchName() {
        return dutchName;
    }

    /** Whether only the platform sets it, never a caller. */
    boolean setByPlatform() {
        return this == STORED || this == DOWNLOADED;
    }

    /** The status with this code. */
    public static Optional<InvoiceStatus> withCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
