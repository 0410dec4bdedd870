package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.BrokenCompanies;
import io.github.komaseconnect.alarm.ClockWatch;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PerCompany;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.delivery.AcceptedAfterAll;
import io.github.komaseconnect.delivery.AttemptBook;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.PeppolDelivery;
import io.github.komaseconnect.delivery.Recovery;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.following.SentHooks;
import io.github.komaseconnect.following.Tidings;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.mail.MailPace;
import io.github.komaseconnect.order.AdoptOrder;
import io.github.komaseconnect.order.CancelOrder;
import io.github.komaseconnect.order.OrderDesk;
import io.github.komaseconnect.order.OrderedRefresh;
import io.github.komaseconnect.order.PauseOrder;
import io.github.komaseconnect.order.RerouteOrder;
import io.github.komaseconnect.order.ResolveOrder;
import io.github.komaseconnect.order.RespondOrder;
import io.github.komaseconnect.order.RetryOrder;
import io.github.komaseconnect.payload.PeppolPayload;
import io.github.komaseconnect.print.PrintBatches;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.reason.SteadyClock;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.relation.RelationBook;
import io.github.komaseconnect.relation.RelationFile;
import io.github.komaseconnect.relation.RelationLookUp;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfChoice;
import io.github.komaseconnect.runtime.Housekeeping.Duty;
import io.github.komaseconnect.sales.ClaimTrouble;
import io.github.komaseconnect.sales.Claims;
import io.github.komaseconnect.sales.DeliveryPlan;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.Hands;
import io.github.komaseconnect.sales.Intake;
import io.github.komaseconnect.sales.InterruptedClaims;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.RelationDesk;
import io.github.komaseconnect.sales.SalesBacklog;
import io.github.komaseconnect.sales.SalesReader;
import io.github.komaseconnect.sales.SalesRegister;
import io.github.komaseconnect.sales.SentBefore;
import io.github.komaseconnect.validation.PhiveRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the parts together, once, by hand: what the routes call by name is made here. */
final class Wiring {
    private final Home home;
    private final Companies companies;
    private final Configuration configuration;
    private final GlobalSettings settings;
    private final CredentialsSource credentials;
    private final Ledger ledger;
    private final Clock clock;
    private final Clock steady;
    private final Tempo tempo;
    private final Unexpected unexpected;
    private final Optional<ClusterNode> node;
    private final ServerTime serverTime;
    private final Map<String, Object> beans = new HashMap<>();
    /** What remembers something of companies by their keys, and is to forget one that has gone. */
    private final List<Consumer<String>> forgetters = new ArrayList<>();

    Wiring(
            Home home,
            Configuration configuration,
            CredentialsSource credentials,
            Ledger ledger,
            Clock clock,
            Tempo tempo,
            ServerTime serverTime) {
        this.serverTime = serverTime;
        this.home = home;
        this.companies = new Companies(List.of());
        this.companies.configure(configuration.companies());
        this.configuration = configuration;
        this.settings = configuration.settings();
        this.credentials = credentials;
        this.ledger = ledger;
        this.clock = clock;
        this.steady = SteadyClock.startingAt(clock);
        this.tempo = tempo;
        this.unexpected = new Unexpected(new AlarmBell(ledger), clock);
        this.node = ClusterNode.of(ledger, settings.ledgerUrl(), companies, clock);
        node.ifPresent(present -> beans.put("clusterNode", present));
    }

    /** The beans that routes name. No company is in hand yet: {@link CompanyLife} takes them in hand one by one. */
    Map<String, Object> wire(Gateways connections, CompanyRoutes routes) {
        forgetters.add(connections::forget);
        Archive archive = new Archive(settings.archiveFolder());
        AlarmBell alarms = new AlarmBell(ledger);
        archive.prepare();
        Ownership ownership = node.map(ClusterNode::ownership).orElseGet(Ownership::ofAll);
        WatchWiring watching =
                new WatchWiring(companies, settings, ownership, ledger, alarms, unexpected, clock, steady, beans);
        Channels channels = new Channels(settings.delivery(), clock);
        SafeXml xml = new SafeXml();
        UblReader reader = new UblReader(xml);
        EmbeddedPdf embedded = new EmbeddedPdf(xml);
        Placement placement = new Placement(companies, ledger, archive, alarms, clock);
        AttemptBook attempts = new AttemptBook(ledger, placement, channels, settings.delivery(), clock, serverTime);
        SentHooks sentHooks = new SentHooks(new Tidings(clock), new AcceptedAfterAll(archive, attempts));
        HookParts hooks = HookParts.of(
                companies,
                settings,
                credentials,
                connections.mailTokens(),
                ledger,
                archive,
                home.tmp(),
                alarms,
                sentHooks,
                clock);
        forgetters.add(watching.watches(home, tempo, hooks.into(beans))::forget);
        DueDeliveries dueDeliveries = new DueDeliveries(
                companies,
                ledger,
                archive,
                settings.delivery(),
                new MailPace(
                        companies,
                        credentials::mail,
                        credentials::mail,
                        settings.mailing().perMinute(),
                        ledger),
                clock);
        Recovery recovery = new Recovery(companies, ledger, archive, attempts, placement);

        PhiveRules rules = RuleWiring.wire(companies, ledger, alarms, xml, clock, beans);
        beans.put("unexpected", unexpected);
        beans.put("attemptBook", attempts);
        beans.put("dueDeliveries", dueDeliveries);
        beans.put("peppolDelivery", new PeppolDelivery(connections, archive));
        forgetters.addAll(new FollowWiring(companies, settings, ledger, clock, beans)
                .wire(
                        connections,
                        archive,
                        reader,
                        new UblFingerprint(xml),
                        attempts,
                        channels,
                        placement,
                        alarms,
                        sentHooks));
        InvoicePdf rendering = new InvoicePdf(xml);
        beans.put(
                "peppolPayload",
                new PeppolPayload(ledger, archive, new PdfEmbedding(xml), rendering, settings.peppolLimit()));
        new PaperWiring(companies, configuration, credentials, ledger, tempo, clock, connections.mailTokens())
                .wire(
                        beans,
                        archive,
                        reader,
                        new PdfChoice(embedded, rendering),
                        ownership,
                        attempts,
                        channels,
                        placement);
        BounceWiring.wire(
                beans, companies, settings, credentials, connections.mailTokens(), ownership, ledger, placement, clock);
        DueReceipts dueReceipts = new PurchaseWiring(companies, settings, ledger, clock, beans, forgetters)
                .wire(connections, archive, alarms, channels, rules);
        CustodyParts custody = CustodyParts.of(
                home,
                settings,
                companies,
                ledger,
                archive,
                alarms,
                connections,
                reader,
                new UblFingerprint(xml),
                clock);
        beans.put("custodyRounds", custody.rounds());
        beans.put("custodyGate", custody.gate());
        ResponseWiring.wire(beans, companies, connections, ledger, channels, settings, clock, steady);
        sales(archive, alarms, placement, reader, recovery, dueDeliveries, dueReceipts, custody.adopt(), watching);
        RelationDesk relations = (RelationDesk) beans.get("relationDesk");
        beans.put("peppolReach", ReachParts.peppolReach(connections, relations, ledger, settings, clock));
        new LifeWiring(companies, ledger, steady, beans).wire(routes, recovery, forgetters);
        beans.put(
                "companyWatch",
                new CompanyWatch(
                        home.directory(), configuration, companies, credentials, new BrokenCompanies(alarms), clock));
        return beans;
    }

    /** Those that go one by one, and those that are printed together. */
    private Supplier<Set<Long>> inHand(DueDeliveries dueDeliveries) {
        PrintBatches batches = (PrintBatches) beans.get("printBatches");
        return () -> Stream.concat(dueDeliveries.inHand().stream(), batches.inHand().stream())
                .collect(Collectors.toSet());
    }

    private void sales(
            Archive archive,
            AlarmBell alarms,
            Placement placement,
            UblReader reader,
            Recovery recovery,
            DueDeliveries dueDeliveries,
            DueReceipts dueReceipts,
            AdoptOrder adopt,
            WatchWiring watching) {
        IdentifierReader identifiers = new IdentifierReader(settings.leadingZeros());
        PerCompany<RelationBook> relationBooks = new PerCompany<>(company -> relationBook(company, identifiers));
        Hands hands = new Hands();
        SalesRegister register =
                new SalesRegister(ledger, archive, placement, new SentBefore(companies, ledger, clock), hands, clock);
        DeliveryPlan plan = new DeliveryPlan(ledger, placement, settings.delivery(), clock);
        RelationDesk relations = new RelationDesk(
                companies, ledger, archive, reader, relationBooks::of, new RelationLookUp(identifiers), alarms);
        ExportWatch watch = new ExportWatch(settings.pickup(), steady);
        ClaimTrouble claimTrouble = new ClaimTrouble(alarms, steady);
        Claims claims = new Claims(companies, watch, claimTrouble, clock);
        InterruptedClaims interrupted = new InterruptedClaims(companies, claims, steady);
        forgetters.addAll(List.of(relationBooks::forget, relations::forget, claims::close));
        beans.put(
                "intake",
                new Intake(
                        claims,
                        new SalesReader(companies, reader, settings.pickup()),
                        register,
                        claimTrouble,
                        hands,
                        failure -> unexpected.tell("accept-sales-invoices", failure)));
        beans.put("claimTrouble", claimTrouble);
        beans.put("lookUps", hands.threads());
        beans.put("interruptedClaims", interrupted);
        beans.put("relationDesk", relations);
        beans.put("deliveryPlan", plan);
        beans.put("salesBacklog", new SalesBacklog(companies, ledger, clock));
        beans.put("exportWatch", watch);
        watching.housekeeping(
                placement,
                relations,
                List.of(
                        Duty.of("server-time", new ClockWatch(serverTime, NodeCauses.of(ledger), alarms)::look),
                        Duty.of("attempts", () -> recovery.recoverExcept(inHand(dueDeliveries)))));
        beans.put(
                "orderDesk",
                new OrderDesk(
                        companies,
                        ledger,
                        new RetryOrder(ledger, archive, claims, placement, clock),
                        new CancelOrder(ledger, placement),
                        new ResolveOrder(ledger, placement, clock),
                        new PauseOrder(companies, ledger, clock),
                        relations,
                        new RerouteOrder(ledger, placement, plan),
                        new OrderedRefresh((PurchaseInbox) beans.get("purchaseInbox"), dueReceipts, ledger, clock),
                        adopt,
                        (RespondOrder) beans.get("respondOrder")));
    }

    private RelationBook relationBook(Company company, IdentifierReader identifiers) {
        return new RelationBook(
                company.relations(),
                home.lastGoodRelations(company.key()),
                new RelationFile(identifiers, company.fallback().country()),
                clock);
    }
}
