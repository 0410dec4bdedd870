package io.github.komaseconnect.simulator;

/** Why eConnect blocks an account. */
public enum BlockedFor {
    /** Invoices of eConnect itself are unpaid. */
    UNPAID_INVOICES("ERRPRO1000002", "This account is blocked because of unpaid invoices."),
    /** The prepaid balance is used up. */
    NEGATIVE_BALANCE("ERRPRO1000003", "This account is blocked because of a negative balance."),
    /** Misuse was found. */
    MISUSE("ERRPRO1000004", "This account is blocked because of misuse.");

    private final String code;
    private final String text;

    BlockedFor(String code, String text) {
        this.code = code;
        this.text = text;
    }

    SoapFault fault() {
        return new SoapFault(code, text);
    }
}
