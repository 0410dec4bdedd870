package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.econnect.EConnect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Makes the platform's EConnect for each company; what they share is given once. Keep what it makes: the session of a
 * company lives in it.
 *
 * @param tmp a folder for this program alone
 */
public record PlatformEConnectFactory(
        SoapTransport transport, Clock clock, TemplateIds templates, DocumentBody.Source bodies, Path tmp) {
    /** eConnect as this company sees it; {@code keys} is asked before every call. */
    public EConnect forCompany(Company company, Supplier<Credentials> keys) {
        return new PlatformEConnect(company, keys, transport, clock, templates, bodies, tmp);
    }
}
