package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PerCompany;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.NotSetUp;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.mail.MailTokenRoute;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.platform.PlatformEConnectFactory;
import io.github.komaseconnect.psb.PsbGateway;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;

/** eConnect as each company sees it by each gateway; made when first needed, and kept: sessions live in it. */
final class Gateways implements Connections {
    private final Map<Gateway, PerCompany<EConnect>> perGateway = new EnumMap<>(Gateway.class);
    private final PerCompany<ServiceBus> buses;
    private final MailTokens mailTokens;

    private Gateways(
            PlatformEConnectFactory platform, PsbGateway psb, CredentialsSource credentials, MailTokens mailTokens) {
        this.mailTokens = mailTokens;
        add(Gateway.PLATFORM, company -> platform.forCompany(company, () -> credentials.credentials(company.key())));
        add(Gateway.PSB, company -> psb.forCompany(company, () -> credentials.psbCredentials(company.key())));
        buses = new PerCompany<>(company -> psb.busOf(company, () -> credentials.psbCredentials(company.key())));
    }

    /** Over the routes in {@code context}, whose answers were told to go through files in {@code tmp}. */
    static Gateways over(
            CamelContext context,
            GlobalSettings settings,
            CredentialsSource credentials,
            Clock clock,
            ServerTime serverTime,
            Path tmp) {
        return new Gateways(
                PlatformLink.factory(context, settings, clock, serverTime, tmp),
                new PsbGateway(context, settings.psb(), clock, serverTime, tmp),
                credentials,
                new MailTokenRoute(context, clock, tmp));
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

    /** What the PSB can be asked for this company beside sending and fetching; empty when it is not set up there. */
    Optional<ServiceBus> bus(Company company) {
        return company.has(Gateway.PSB) ? Optional.of(buses.of(company)) : Optional.empty();
    }

    /** Tokens to log in to mail servers with, got over the same routes. */
    MailTokens mailTokens() {
        return mailTokens;
    }

    /** Drops what is kept for a company that has gone. */
    void forget(String companyKey) {
        perGateway.values().forEach(companies -> companies.forget(companyKey));
        buses.forget(companyKey);
    }
}
