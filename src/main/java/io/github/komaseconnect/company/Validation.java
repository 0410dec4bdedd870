package io.github.komaseconnect.company;

/** What is done with an official rule for e-invoices that a sales invoice breaks ({@code company.<key>.validation}). */
public enum Validation {
    /** The invoice is held before its first attempt. */
    BLOCK,
    /** It is told in the ledger and goes out all the same: whoever receives it decides. */
    WARN,
    /** Nothing is looked at. */
    OFF
}
