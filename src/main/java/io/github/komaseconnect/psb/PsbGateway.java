package io.github.komaseconnect.psb;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PsbCredentials;
import io.github.komaseconnect.configuration.GlobalSettings.PsbSettings;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.rest.Json;
import io.github.komaseconnect.rest.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/**
 * eConnect's PSB as each company sees it. Companies with the same credentials share their tokens, which live in here: keep
 * one for a program.
 */
public final class PsbGateway {
    private final PsbSettings settings;
    private final PsbTransport transport;
    private final Path tmp;
    private final Clock clock;
    private final Json json = new Json();
    private final Tokens<PsbCredentials> tokens;

    /**
     * Over the route {@code econnect-psb} in {@code context}.
     *
     * @param serverTime is told what time it is at eConnect
     * @param tmp a folder for this program alone; temporary files of a call are in it and gone after it
     */
    public PsbGateway(CamelContext context, PsbSettings settings, Clock clock, ServerTime serverTime, Path tmp) {
        this(new CamelPsbTransport(context, serverTime), settings, clock, tmp);
    }

    PsbGateway(PsbTransport transport, PsbSettings settings, Clock clock, Path tmp) {
        this.settings = settings;
        this.transport = transport;
        this.tmp = tmp;
        this.clock = clock;
        this.tokens = new Tokens<>(new IdentityServer(transport, settings.identityUrl(), json, tmp), clock);
    }

    /** Sending and fetching; {@code credentials} is asked before every call. */
    public EConnect forCompany(Company company, Supplier<PsbCredentials> credentials) {
        PsbReasons reasons = new PsbReasons(company);
        return new PsbEConnect(company, addresses(company), calls(credentials, reasons), json, reasons, tmp, clock);
    }

    /** Everything else; {@code credentials} is asked before every call. */
    public ServiceBus busOf(Company company, Supplier<PsbCredentials> credentials) {
        PsbReasons reasons = new PsbReasons(company);
        Answers answers = new Answers(calls(credentials, reasons), reasons, tmp);
        OwnParty ownParty = new OwnParty(addresses(company), answers, json, reasons, clock);
        return new PsbBus(addresses(company), answers, ownParty, json);
    }

    private Addresses addresses(Company company) {
        return new Addresses(settings.url(), company.partyId());
    }

    private PsbCalls calls(Supplier<PsbCredentials> credentials, PsbReasons reasons) {
        return new PsbCalls(credentials, transport, tokens, json, reasons);
    }
}
