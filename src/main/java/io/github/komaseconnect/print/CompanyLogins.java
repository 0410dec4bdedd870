package io.github.komaseconnect.print;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.print.ipp.PrinterLogin;
import io.github.komaseconnect.print.ipp.PrinterLogins;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** The log-ins as companies are configured: the user name of each at its own printer, with the password as it is now. */
public final class CompanyLogins implements PrinterLogins {
    private final Function<String, Optional<Company>> companies;
    private final CredentialsSource credentials;

    /** @param companies gives a company by its key */
    public CompanyLogins(Function<String, Optional<Company>> companies, CredentialsSource credentials) {
        this.companies = companies;
        this.credentials = credentials;
    }

    @Override
    public Optional<PrinterLogin> at(String company, URI printer) {
        return companies
                .apply(company)
                .map(Company::printing)
                .filter(printing -> printing.printer().equals(Optional.of(printer)))
                .filter(printing -> !printing.printerUser().isEmpty())
                .map(printing -> new PrinterLogin(printing.printerUser(), credentials.printerPassword(company)))
                .filter(login -> login.password().present());
    }
}
