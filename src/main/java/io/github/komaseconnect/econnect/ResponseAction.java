package io.github.komaseconnect.econnect;

/** What the supplier is asked to do: the action codes of Peppol's Invoice Response (OPStatusAction). */
public enum ResponseAction {
    /** Nothing. */
    NOA,
    /** Provide information. */
    PIN,
    /** Send a new invoice. */
    NIN,
    /** Credit the invoice in full. */
    CNF,
    /** Credit it in part. */
    CNP,
    /** Credit the amount. */
    CNA,
    /** Something else. */
    OTH
}
