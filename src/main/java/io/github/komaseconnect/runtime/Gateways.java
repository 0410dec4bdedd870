package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PerCompany;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.NotSetUp;
import io.github.komaseconnect.platform.PlatformEConnectFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** eConnect as each company sees it by each gateway; made when first needed, and kept: sessions live in it. */
final class Gateways implements Connections {
    private final Map<Gateway, PerCompany<EConnect>> perGateway = new EnumMap<>(Gateway.class);

    Gateways(PlatformEConnectFactory platform, CredentialsSource credentials) {
        add(Gateway.PLATFORM, company -> platform.forCompany(company, () -> credentials.credentials(company.key())));
        add(Gateway.PSB, company -> new NotSetUp(company, Gateway.PSB));
    }

    private void add(Gateway gateway, Function<Company, EConnect> maker) {
        perGateway.put(
                gateway,
                new PerCompany<>(
                        company -> company.has(gateway) ? maker.apply(company) : new NotSetUp(company, gateway)));
    }

    @Override
    public EConnect of(Company company, Gateway gateway) {
        return perGateway.get(gateway).of(company);
    }

    /** Drops what is kept for a company that has gone. */
    void forget(String companyKey) {
        perGateway.values().forEach(companies -> companies.forget(companyKey));
    }
}
