package io.github.komaseconnect.ledger;

/** How far an invoice is; docs/architecture.md shows the transitions. */
public enum InvoiceState {
    /** Sales: taken from the export folder and recorded; the relation is not looked up yet. */
    ACCEPTED("aangenomen", "accepted"),
    /** Sales: it has a delivery that is waiting, being tried, or being cleared up. */
    ON_ITS_WAY("onderweg", "on its way"),
    /** Needs a person; the reason says why. */
    HELD("vastgehouden", "held"),
    /** Sales: delivered by its method. */
    SENT("verzonden", "sent"),
    /** Sales: a person withdrew it before it was sent. */
    CANCELLED("geannuleerd", "cancelled"),
    /** Sales: another file with the same number took its place. */
    REPLACED("vervangen", "replaced"),
    /** Purchase: seen in eConnect's inbox, not fetched yet. */
    LISTED("gezien", "listed"),
    /** Purchase: fetched and archived. */
    FETCHED("opgehaald", "fetched"),
    /** Purchase: ready for the import folder, with or without PDF; its file name is recorded. */
    READY("gereed", "ready"),
    /** Purchase: complete in the import folder under temporary names; only renaming is left. */
    STAGED("klaargelegd", "staged"),
    /** Purchase: in the import folder; eConnect's status is still to be set. */
    IMPORTED("in importmap", "imported"),
    /** Purchase: all done. */
    RECEIVED("ontvangen", "received"),
    /** Purchase: not an invoice, or downloaded by somebody before the first run. */
    SKIPPED("overgeslagen", "skipped"),
    /** Purchase: the same content was received before under another id. */
    DUPLICATE("dubbel", "duplicate");

    private final String dutch;
    private final String english;

    InvoiceState(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** The word a bookkeeper sees. */
    public String dutch() {
        return dutch;
    }

    /** The English word. */
    public String english() {
        return english;
    }
}
