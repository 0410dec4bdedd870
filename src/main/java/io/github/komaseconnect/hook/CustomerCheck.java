package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a mailed purchase invoice is for this company: anybody can mail a file. What it does not say is not held against it. */
final class CustomerCheck {
    private static final Set<String> COC_SCHEMES = Set.of("", "0106", "NL:KVK");

    private CustomerCheck() {}

    static Optional<Reason> check(Company company, InvoiceHeader header) {
        Optional<String> coc = header.customer()
                .legalRegistration()
                .filter(id -> COC_SCHEMES.contains(id.scheme()))
                .map(PartyId::value);
        return compare(company, "KvK-nummer", "CoC number", company.cocNumber(), coc, header)
                .or(() -> compare(
                        company,
                        "btw-nummer",
                        "VAT number",
                        company.vatNumber(),
                        header.customer().vatNumber(),
                        header));
    }

    private static Optional<Reason> compare(
            Company company,
            String dutch,
            String english,
            Optional<String> own,
            Optional<String> found,
            InvoiceHeader header) {
        if (own.isEmpty() || found.isEmpty() || plain(own.get()).equals(plain(found.get()))) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                "hook.other-customer",
                "factuur " + header.number() + " is voor " + dutch + " " + found.get() + ", en " + company.key()
                        + " heeft " + own.get(),
                "invoice " + header.number() + " is for " + english + " " + found.get() + ", and " + company.key()
                        + " has " + own.get()));
    }

    private static String plain(String number) {
        String plain = number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return plain.startsWith("NL") ? plain.substring(2) : plain;
    }
}
