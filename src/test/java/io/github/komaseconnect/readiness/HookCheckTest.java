package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.econnect.ServiceBus.Hook;
import io.github.komaseconnect.readiness.HookCheck.Repair;
import io.github.komaseconnect.runtime.EConnectOnly;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PartyPermission;
import io.github.komaseconnect.simulator.Quirk;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks looked at and put right over the simulator's PSB, through the route as it is shipped. */
class HookCheckTest {
    private static final String CLIENT = "acme-client";
    private static final String SECRET = "hook-secret-77c1";
    private static final String URL = "https://hooks.acme.example/hooks/econnect/acme";
    private static final String PING = "eConnect neemt het verzoek aan om de hooks te proberen (ping).";

    @TempDir
    Path folder;

    private Simulator simulator;
    private GoLiveHome home;
    private EConnectOnly econnect;
    private Company acme;
    private ServiceBus bus;

    @BeforeEach
    void open() throws IOException {
        start();
    }

    private void start(Quirk... quirks) throws IOException {
        simulator = Simulator.builder()
                .quirks(quirks)
                .client(SimulatedClient.of(
                        CLIENT,
                        "acme-psb-secret",
                        new SimulatedCompany(
                                "XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01")))
                .start();
        home = new GoLiveHome(folder.resolve("home"))
                .platform(simulator.url())
                .with(
                        "econnect.psb.url=" + simulator.psbUrl(),
                        "econnect.psb.identity-url=" + simulator.identityUrl(),
                        "hooks.port=8099",
                        "company.acme.econnect=psb",
                        "company.acme.party-id=NL:KVK:12345678",
                        "company.acme.client-id=" + CLIENT,
                        "company.acme.client-secret=acme-psb-secret",
                        "company.acme.hook-secret=" + SECRET,
                        "company.acme.hook-url=" + URL)
                .acme()
                .write();
        Configuration configuration = home.configuration();
        assertThat(configuration.problems()).noneMatch(problem -> problem.isError());
        acme = new ConfigurationCheck(configuration).running(List.of("acme")).get(0);
        Files.createDirectories(home.home().tmp());
        econnect = new EConnectOnly(
                home.home(), configuration, home.credentials(), Clock.systemUTC(), Duration.ofSeconds(20));
        bus = econnect.busOf(acme).orElseThrow();
    }

    @AfterEach
    void stop() throws IOException {
        econnect.close();
        simulator.close();
    }

    private List<Finding> look(Repair repair) {
        return look(acme, repair);
    }

    private List<Finding> look(Company company, Repair repair) {
        return new HookCheck(
                        company,
                        bus,
                        new Secret(SECRET),
                        home.configuration().settings().hooks(),
                        repair)
                .look();
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.level() + " " + finding.reason().dutch())
                .toList();
    }

    private List<Hook> hooks() {
        return ((Reply.Done<List<Hook>>) bus.hooks()).value();
    }

    private Hook hook() {
        assertThat(hooks()).hasSize(1);
        return hooks().get(0);
    }

    private int calls(Operation operation) {
        return simulator.journal().calls(operation).size();
    }

    private void put(String action, Hook.State state, String... topics) {
        assertThat(bus.putHook(new Hook("hook-1", "van ons", action, List.of(topics), "", state)))
                .isInstanceOf(Reply.Done.class);
    }

    private static String[] allTopics() {
        List<String> names = new ArrayList<>();
        for (HookTopic topic : HookTopic.values()) {
            names.add(topic.wireName());
        }
        return names.toArray(String[]::new);
    }

    @Test
    void whatIsNotRegisteredIsToldAndThenRegistered() {
        List<Finding> before = look(Repair.LOOK);
        assertThat(lines(before))
                .singleElement()
                .asString()
                .startsWith("ERROR De hook naar " + URL + " klopt niet bij eConnect: niet aangemeld");
        assertThat(before.get(0).reason().adviceDutch()).contains("check --fix-hooks acme");
        assertThat(hooks()).isEmpty();
        assertThat(calls(Operation.PSB_PING_HOOKS)).isZero();

        assertThat(lines(look(Repair.FIX)))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("OK De hook naar " + URL + " is bij eConnect aangemeld"),
                        line -> assertThat(line).isEqualTo("OK " + PING));
        assertThat(hook().action()).isEqualTo(URL + "#" + SECRET);
        assertThat(hook().topics()).contains("InvoiceReceived", "InvoiceSentError", "HookSentError");
        assertThat(hook().state()).isEqualTo(Hook.State.ACTIVE);
        assertThat(simulator.psb().hooks().events(HookTopic.PING)).hasSize(1);

        assertThat(lines(look(Repair.LOOK)))
                .containsExactly("OK De hook naar " + URL + " staat goed bij eConnect.", "OK " + PING);
    }

    @Test
    void whatIsOffIsSwitchedOnUnderTheSameId() {
        put(URL + "#" + SECRET, Hook.State.INACTIVE, allTopics());
        assertThat(lines(look(Repair.LOOK))).singleElement().asString().contains("staat uit");
        assertThat(lines(look(Repair.FIX))).first().asString().contains("bijgewerkt (staat uit");
        assertThat(hook().id()).isEqualTo("hook-1");
        assertThat(hook().name()).isEqualTo("van ons");
        assertThat(hook().state()).isEqualTo(Hook.State.ACTIVE);
        assertThat(calls(Operation.PSB_DELETE_HOOK)).isZero();
    }

    @Test
    void topicsThatAreMissingAreAddedAndOthersStay() {
        put(URL + "#" + SECRET, Hook.State.ACTIVE, "InvoiceResponseSent", "InvoiceReceived");
        assertThat(lines(look(Repair.FIX)))
                .first()
                .asString()
                .contains("bijgewerkt", "HookSentError", "InvoiceSent")
                .doesNotContain("InvoiceReceived ");
        assertThat(hook().id()).isEqualTo("hook-1");
        assertThat(hook().topics()).contains("InvoiceResponseSent", "InvoiceReceived", "InvoiceReceivedError");
        assertThat(calls(Operation.PSB_DELETE_HOOK)).isZero();
    }

    @Test
    void anotherSecretIsReplacedAndNeverShown() {
        put(URL + "#an-old-secret", Hook.State.ACTIVE, allTopics());
        List<Finding> findings = look(Repair.FIX);
        assertThat(lines(findings)).first().asString().contains("bijgewerkt (ander geheim");
        assertThat(findings.toString()).doesNotContain(SECRET, "an-old-secret");
        assertThat(hook().action()).isEqualTo(URL + "#" + SECRET);
        assertThat(hook().id()).isEqualTo("hook-1");
    }

    /** Whether eConnect shows a hook's secret is not documented. */
    @Test
    void aSecretThatEConnectDoesNotShowIsToldAgain() throws IOException {
        stop();
        start(Quirk.HIDDEN_HOOK_SECRET);
        put(URL + "#an-old-secret", Hook.State.ACTIVE, allTopics());
        assertThat(hook().action()).isEqualTo(URL);

        assertThat(lines(look(Repair.LOOK)))
                .first()
                .asString()
                .startsWith("OK De hook naar " + URL + " staat bij eConnect; of hij het geheim van nu heeft")
                .contains("check --fix-hooks acme");
        assertThat(simulator.psb().hooks().actions("XCNL10019")).containsExactly(URL + "#an-old-secret");

        List<Finding> findings = look(Repair.FIX);
        assertThat(lines(findings)).first().asString().contains("bijgewerkt (geheim opnieuw gemeld");
        assertThat(findings.toString()).doesNotContain(SECRET, "an-old-secret");
        assertThat(simulator.psb().hooks().actions("XCNL10019")).containsExactly(URL + "#" + SECRET);
        assertThat(hook().id()).isEqualTo("hook-1");
    }

    @Test
    void whatIsRightIsLeftAlone() {
        put(URL + "#" + SECRET, Hook.State.ACTIVE, allTopics());
        int puts = calls(Operation.PSB_PUT_HOOK);
        assertThat(lines(look(Repair.FIX)))
                .containsExactly("OK De hook naar " + URL + " staat goed bij eConnect.", "OK " + PING);
        assertThat(calls(Operation.PSB_PUT_HOOK)).isEqualTo(puts);
    }

    @Test
    void aHookToAnotherAddressIsNotOurs() {
        put("https://other.example/hooks#x", Hook.State.ACTIVE, "InvoiceReceived");
        look(Repair.FIX);
        assertThat(hooks())
                .extracting(Hook::action)
                .containsExactlyInAnyOrder("https://other.example/hooks#x", URL + "#" + SECRET);
        assertThat(calls(Operation.PSB_DELETE_HOOK)).isZero();
    }

    @Test
    void withoutThePermissionItSaysSoAndPutsNothing() {
        simulator.psb().revoke(CLIENT, PartyPermission.CAN_MANAGE_HOOK);
        List<Finding> findings = look(Repair.FIX);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.reason().code()).isEqualTo("econnect.no-permission");
        });
        assertThat(calls(Operation.PSB_PUT_HOOK)).isZero();
        assertThat(calls(Operation.PSB_PING_HOOKS)).isZero();
    }

    @Test
    void aPingThatFailsIsAWarning() {
        put(URL + "#" + SECRET, Hook.State.ACTIVE, allTopics());
        simulator.faults().on(Operation.PSB_PING_HOOKS).inject(Fault.statusBeforeAcceptance(404));
        assertThat(lines(look(Repair.LOOK)))
                .last()
                .asString()
                .startsWith("WARNING eConnect kon de hooks niet proberen (ping): ");
    }

    @Test
    void aMailHookHasTheInvoiceWithIt() {
        Company mailed = acme.withHooks(new HookSettings(
                Optional.of("mailto:hooks@acme.example"),
                acme.hooks().mailbox(),
                acme.hooks().response(),
                acme.hooks().afterImport()));
        put("mailto:hooks@acme.example", Hook.State.ACTIVE, "InvoiceReceived");
        assertThat(lines(look(mailed, Repair.FIX))).first().asString().contains("bijgewerkt (zonder factuur");
        assertThat(hook().action()).isEqualTo("mailto:hooks@acme.example?includeAttachment=true");
        assertThat(hook().topics()).containsExactly("InvoiceReceived");
    }
}
