package io.github.komaseconnect.simulator;

import java.util.Optional;

/**
 * What a call is about, as far as the request tells; what it does not tell is empty.
 *
 * @param operation empty when the request names none that the simulator knows
 * @param companyId of Via or EConnectPartyId
 * @param receiver To/ReferenceId as sent
 * @param externalId of the document asked for
 * @param invoiceNumber of the document sent, or of the stored one asked for
 */
public record CallDetails(
        Optional<Operation> operation, String companyId, String receiver, String externalId, String invoiceNumber) {
    /** Details of a request whose body was not understood. */
    static CallDetails of(Optional<Operation> operation) {
        return new CallDetails(operation, "", "", "", "");
    }
}
