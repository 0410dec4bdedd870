package io.github.komaseconnect.invoice;

import java.util.List;
import java.util.Optional;

/**
 * The supplier or the customer of an invoice, as the document names it.
 *
 * @param name registration name, else trading name (BT-27/BT-28, BT-44/BT-45)
 * @param customerNumber the number under which the supplier knows this customer: {@code
 *     AccountingCustomerParty/SupplierAssignedAccountID}, else the first {@code PartyIdentification/ID} without a
 *     scheme (BT-46); for a supplier empty
 * @param endpoint electronic address (BT-34, BT-49)
 * @param identifications every {@code PartyIdentification/ID} (BT-29, BT-46)
 * @param legalRegistration {@code PartyLegalEntity/CompanyID} (BT-30, BT-47)
 * @param vatNumber {@code PartyTaxScheme/CompanyID} with tax scheme VAT (BT-31, BT-48)
 * @param email {@code Contact/ElectronicMail} (BT-43, BT-58)
 * @param country ISO 3166-1 alpha-2 code of the postal address, upper case (BT-40, BT-55)
 */
public record InvoiceParty(
        Optional<String> name,
        Optional<String> customerNumber,
        Optional<PartyId> endpoint,
        List<PartyId> identifications,
        Optional<PartyId> legalRegistration,
        Optional<String> vatNumber,
        Optional<String> email,
        Optional<String> country) {
    public InvoiceParty {
        identifications = List.copyOf(identifications);
    }
}
