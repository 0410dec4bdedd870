package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a sales invoice is this company's own: a file of another company in this export folder must not go out. */
final class SupplierCheck {
    /** How the number of the Chamber of Commerce is marked, if at all. */
    private static final Set<String> COC_SCHEMES = Set.of("", "0106", "NL:KVK");

    private SupplierCheck() {}

    static Optional<Reason> check(Company company, InvoiceHeader header) {
        Optional<String> coc = cocNumber(header.supplier().legalRegistration())
                .or(() -> cocNumber(
                        header.supplier().endpoint().filter(id -> !id.scheme().isEmpty())));
        Optional<String> vat = header.supplier().vatNumber();
        return compare(company, "coc-number", "KvK-nummer", "CoC number", company.cocNumber(), coc)
                .or(() -> compare(company, "vat-number", "btw-nummer", "VAT number", company.vatNumber(), vat));
    }

    private static Optional<String> cocNumber(Optional<PartyId> id) {
        return id.filter(number -> COC_SCHEMES.contains(number.scheme())).map(PartyId::value);
    }

    private static Optional<Reason> compare(
            Company company,
            String setting,
            String dutch,
            String english,
            Optional<String> own,
            Optional<String> found) {
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
                        + "of de instelling company." + company.key() + "." + setting + ".",
                "Is this file in the export folder of the right company? If so, check the company details in Komas or "
                        + "the setting company." + company.key() + "." + setting + "."));
    }

    /** Letters and digits; a Dutch VAT number with or without its NL is the same. */
    private static String plain(String number) {
        String plain = number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return plain.matches("NL[0-9]{9}B[0-9]{2}") ? plain.substring(2) : plain;
    }
}
