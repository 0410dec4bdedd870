package io.github.komaseconnect.simulator;

/** The URL lacks the account's subscription key: the gateway before eConnect answers HTTP 401, not a SOAP fault. */
final class WrongSubscription extends Exception {
    private static final long serialVersionUID = 1L;

    WrongSubscription() {
        super("Access denied due to missing or invalid subscription key.", null, false, false);
    }
}
