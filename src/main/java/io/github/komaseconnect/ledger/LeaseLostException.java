package io.github.komaseconnect.ledger;

/**
 * This node does not, or no longer, work for the company: nothing was recorded, and nothing may be begun for it. Another
 * node takes up what was to be done.
 */
public final class LeaseLostException extends LedgerUnavailableException {
    private static final long serialVersionUID = 1L;

    /** About this company. */
    public LeaseLostException(String company) {
        super("company " + (company.isEmpty() ? "''" : company) + " is not in the hands of this node", null);
    }
}
