package io.github.komaseconnect.ledger;

/** Whether an invoice leaves the company or arrives at it. */
public enum Direction {
    SALES("verkoop", "sales"),
    PURCHASE("inkoop", "purchase");

    private final String dutch;
    private final String english;

    Direction(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** The Dutch word. */
    public String dutch() {
        return dutch;
    }

    /** The English word. */
    public String english() {
        return english;
    }
}
