package io.github.komaseconnect.econnect;

import java.util.Optional;
import java.util.stream.Stream;

/** What a buyer can answer to an invoice: the codes of Peppol's Invoice Response (UNCL4343). */
public enum ResponseStatus {
    /** Received, and nothing more. */
    AB("ontvangen", "received"),
    /** Being looked at. */
    IP("in behandeling", "in process"),
    /** Something must be answered first. */
    UQ("in vraag, wacht op antwoord", "under query"),
    /** Accepted with conditions. */
    CA("onder voorwaarden geaccepteerd", "conditionally accepted"),
    /** Rejected; nothing follows but a credit note. */
    RE("afgewezen", "rejected"),
    /** Accepted; only a payment follows. */
    AP("geaccepteerd", "accepted"),
    /** Paid; nothing follows. */
    PD("betaald", "paid");

    private final String dutch;
    private final String english;

    ResponseStatus(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** In Dutch, as in "de factuur is …". */
    public String dutch() {
        return dutch;
    }

    /** In English. */
    public String english() {
        return english;
    }

    /** Whether the supplier must be told why. */
    public boolean needsReason() {
        return this == UQ || this == CA || this == RE;
    }

    /** Whether this may still be said after {@code before}: a rejection or a payment ends it, after accepting one pays. */
    public boolean mayFollow(ResponseStatus before) {
        return switch (before) {
            case RE, PD -> false;
            case AP -> this == PD;
            default -> this != AB;
        };
    }

    /** What a status of the platform API says to a supplier; empty for those that are no answer to him. */
    public static Optional<ResponseStatus> ofPlatform(int statusCode) {
        return switch (statusCode) {
            case 40 -> Optional.of(AP);
            case 50 -> Optional.of(RE);
            case 70 -> Optional.of(PD);
            default -> Optional.empty();
        };
    }

    /** The status with this code, in capitals or not. */
    public static Optional<ResponseStatus> of(String code) {
        return Stream.of(values())
                .filter(status -> status.name().equalsIgnoreCase(code))
                .findFirst();
    }
}
