package io.github.komaseconnect.configuration;

import java.util.List;

/** To whom invoices by e-mail go ({@code rehearsal.email}): a rehearsal must not mail real customers unnoticed. */
public sealed interface InvoiceMails {
    /** To the addresses of the relation. */
    record ToCustomers() implements InvoiceMails {}

    /** To these addresses, whoever the customer is. */
    record Instead(List<String> addresses) implements InvoiceMails {
        public Instead {
            addresses = List.copyOf(addresses);
        }
    }

    /** To nobody: they are held. */
    record ToNobody() implements InvoiceMails {}
}
