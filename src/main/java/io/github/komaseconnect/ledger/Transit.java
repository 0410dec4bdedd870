package io.github.komaseconnect.ledger;

/** How far a document that eConnect took has come on its way to the buyer. */
public enum Transit {
    /** eConnect took it; more is not known yet. */
    HANDED_OVER("aangenomen door eConnect", "taken by eConnect"),
    /** It did not get through yet, and eConnect itself tries again. */
    RETRIED("eConnect probeert het opnieuw", "eConnect tries again"),
    /** It did not go over the network: by mail, or not at all. */
    ASTRAY("niet via Peppol afgeleverd", "not delivered over Peppol"),
    /** At the buyer's access point, or in the buyer's inbox at eConnect. */
    DELIVERED("afgeleverd", "delivered"),
    /** eConnect has given up: the buyer does not have it. */
    FAILED("afleveren mislukt", "delivery failed");

    private final String dutch;
    private final String english;

    Transit(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** Whether it says where the document ended up; what comes before that never replaces it. */
    public boolean isOutcome() {
        return this == ASTRAY || this == DELIVERED || this == FAILED;
    }

    /** In words. */
    public String dutch() {
        return dutch;
    }

    /** In words. */
    public String english() {
        return english;
    }
}
