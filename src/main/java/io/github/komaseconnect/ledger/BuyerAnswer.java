package io.github.komaseconnect.ledger;

/** What the buyer says of an invoice, in the order in which it usually comes. */
public enum BuyerAnswer {
    /** Seen by the buyer or the buyer's software (Peppol AB; 20 and 30 at eConnect). */
    RECEIVED("ontvangen door de klant", "received by the customer"),
    /** Being dealt with (Peppol IP; 35 at eConnect). */
    IN_PROCESS("in behandeling bij de klant", "in process at the customer"),
    /** The buyer asks something first (Peppol UQ). */
    UNDER_QUERY("de klant heeft een vraag", "the customer has a question"),
    /** Accepted, on a condition (Peppol CA). */
    CONDITIONALLY_ACCEPTED("onder voorbehoud geaccepteerd", "conditionally accepted"),
    /** Accepted (Peppol AP; 40 at eConnect). */
    ACCEPTED("geaccepteerd", "accepted"),
    /** Rejected (Peppol RE; 50 at eConnect). */
    REJECTED("afgewezen door de klant", "rejected by the customer"),
    /** Released for payment (60 at eConnect). */
    PAYABLE("betaalbaar gesteld", "released for payment"),
    /** Paid (Peppol PD; 70 at eConnect). */
    PAID("betaald", "paid");

    private final String dutch;
    private final String english;

    BuyerAnswer(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** Whether it says no more than that the invoice is there; it never takes the place of a judgement. */
    public boolean isOnlyNotice() {
        return this == RECEIVED || this == IN_PROCESS;
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
