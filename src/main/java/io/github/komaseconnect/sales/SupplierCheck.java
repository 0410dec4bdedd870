package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import java.util.Locale;
import java.util.Optional;

/** Whether a sales invoice is this company's own: a file of another company in this export folder must not go out. */
final class SupplierCheck {
    private SupplierCheck() {}

    static Optional<Reason> check(Company company, InvoiceHeader header) {
        Optional<String> coc = header.supplier()
                .legalRegistration()
                .filter(id -> id.scheme().isEmpty()
                        || id.scheme().equals("0106")
                        || id.scheme().equals("NL:KVK"))
                .map(PartyId::value);
        Optional<Reason> byCoc = compare(company, "KvK-nummer", "CoC number", company.cocNumber(), coc);
        return byCoc.isPresent()
                ? byCoc
                : compare(
                        company,
                        "btw-nummer",
                        "VAT number",
                        company.vatNumber(),
                        header.supplier().vatNumber());
    }

    private static Optional<Reason> compare(
            Company company, String dutch, String english, Optional<String> own, Optional<String> found) {
        if (own.isEmpty() || found.isEmpty() || plain(own.get()).equals(plain(found.get()))) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                "sales.other-supplier",
                "De leverancier op de factuur heeft " + dutch + " " + found.get() + ", maar " + company.name()
                        + " heeft " + own.get() + ".",
                "The supplier on the invoice has " + english + " " + found.get() + ", but " + company.name() + " has "
                        + own.get() + ".",
                "Staat dit bestand in de exportmap van het juiste bedrijf? Zo ja, controleer de bedrijfsgegevens in Komas "
                        + "of de instelling company." + company.key() + ".",
                "Is this file in the export folder of the right company? If so, check the company details in Komas or "
                        + "the setting company." + company.key() + "."));
    }

    private static String plain(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
