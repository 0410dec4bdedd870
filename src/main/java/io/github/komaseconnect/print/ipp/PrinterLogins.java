package io.github.komaseconnect.print.ipp;

import java.net.URI;
import java.util.Optional;

/** The log-ins of companies at their printers, as they are set now. */
public interface PrinterLogins {
    /** Of a company at this printer; empty when it logs in nowhere, or elsewhere: a password is for one address alone. */
    Optional<PrinterLogin> at(String company, URI printer);

    /** Nobody logs in. */
    static PrinterLogins none() {
        return (company, printer) -> Optional.empty();
    }
}
