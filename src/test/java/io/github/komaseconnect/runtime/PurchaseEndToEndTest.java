package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.simulator.BlockedFor;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.FaultRule;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.InvoiceStatus;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PdfAvailability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Purchase invoices, from a simulated eConnect over real sockets into real folders, by the real routes. */
class PurchaseEndToEndTest {
    private static final String ACME = "XCNL10019";
    private static final String BETA = "XCNL10020";
    private static final String NEVER = "0 0 3 1 1 ?";

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder).with("company.acme.received-status=35");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static InboxDocument purchase(String number) throws IOException {
        String sample = Workshop.sample("verkoop-peppol.xml");
        assertThat(sample).contains("F2026-0101");
        return InboxDocument.of(sample.replace("F2026-0101", number));
    }

    private void withBeta() throws IOException {
        workshop.with(
                "company.beta.name=Beta Techniek B.V.",
                "company.beta.connection-key=" + Workshop.KEY,
                "company.beta.connection-secret=" + Workshop.SECRET,
                "company.beta.company-id=" + BETA,
                "company.beta.folder=companies/beta");
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(beta(name));
        }
    }

    private Path beta(String name) {
        return workshop.home.resolve("companies/beta").resolve(name);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private long count(String company, InvoiceState state) {
        return workshop.ledger()
                .inTransaction(books -> books.invoices()
                        .list(new InvoiceQuery(Optional.of(company), Set.of(state), Optional.empty(), 1000)))
                .size();
    }

    private List<Alarm> openAlarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open());
    }

    private long orderRefresh(String company) {
        return workshop.ledger()
                .inTransaction(books -> books.orders().place(WorkOrder.Kind.REFRESH, company, 0, "", "jan@kantoor"));
    }

    private WorkOrder order(long id) {
        return workshop.ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    private WorkOrder finished(long id) {
        await().atMost(Workshop.PATIENCE).until(() -> order(id).finishedAt().isPresent());
        return order(id);
    }

    private void awaitReceived(long count) {
        await().atMost(Workshop.PATIENCE).untilAsserted(() -> assertThat(count("acme", InvoiceState.RECEIVED))
                .isEqualTo(count));
    }

    @Test
    void theScheduleBringsWhatComesLater() throws Exception {
        workshop.with("company.acme.refresh=0/2 * * * * ?").start();
        await().atMost(Workshop.PATIENCE).until(() -> !workshop.simulator
                .journal()
                .calls(Operation.GET_INBOX_DOCUMENTS)
                .isEmpty());

        String id = workshop.simulator.deliver(ACME, purchase("2026-1"));

        awaitReceived(1);
        assertThat(workshop.files("import")).hasSize(2).allMatch(name -> name.contains(id));
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.FOR_APPROVAL);
    }

    @Test
    void anOrderBringsItAtOnceAndSaysWhatCame() throws Exception {
        workshop.with("company.acme.refresh=" + NEVER).start();
        finished(orderRefresh("acme"));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.simulator.deliver(
                ACME, InboxDocument.of("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>"));

        WorkOrder answered = finished(orderRefresh("acme"));

        assertThat(answered.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(answered.answerDutch())
                .startsWith("2 nieuwe documenten; 1 in de importmap: ")
                .contains("2026-1")
                .contains("1 overgeslagen");
        assertThat(workshop.files("import")).hasSize(2);
    }

    @Test
    void anOrderWaitsForTheRefreshThatIsGoingOn() throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.GET_INBOX_DOCUMENTS).times(1).inject(Fault.holdBeforeAcceptance(gate));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.with("company.acme.refresh=" + NEVER, "http.response-timeout=20s")
                .start();
        await().atMost(Workshop.PATIENCE).until(() -> gate.waiting() == 1);

        long id = orderRefresh("acme");
        await().atMost(Workshop.PATIENCE).until(() -> order(id).answerDutch().startsWith("Lijst ophalen"));
        gate.open();

        assertThat(finished(id).outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        awaitReceived(1);
    }

    @Test
    void anExpiredTokenInTheMiddleCostsNothing() throws Exception {
        FaultRule rule = workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENT)
                .times(2)
                .inject(Fault.refusal("DEFAULT_ERROR_CODE999", "The security token is expired."));
        for (int n = 1; n <= 5; n++) {
            workshop.simulator.deliver(ACME, purchase("2026-" + n));
        }
        workshop.start();
        awaitReceived(5);
        assertThat(rule.hits()).isEqualTo(2);

        workshop.simulator.expireTokens();
        workshop.simulator.deliver(ACME, purchase("2026-6"));
        finished(orderRefresh("acme"));

        awaitReceived(6);
        assertThat(openAlarms()).isEmpty();
    }

    @Test
    void newKeysCountWithoutARestart() throws Exception {
        workshop.with("company.acme.refresh=" + NEVER).start();
        finished(orderRefresh("acme"));
        workshop.simulator.changeKeys(Workshop.KEY, "app-key-new", "secret-new");
        workshop.simulator.expireTokens();
        workshop.simulator.deliver(ACME, purchase("2026-1"));

        WorkOrder refused = finished(orderRefresh("acme"));

        assertThat(refused.outcome()).isEqualTo(WorkOrder.Outcome.FAILED);
        assertThat(refused.answerDutch()).contains("company.acme.connection-key");
        assertThat(openAlarms()).hasSize(1);
        assertThat(openAlarms().get(0).reason().code()).isEqualTo("econnect.keys-refused");

        Path configuration = workshop.home.resolve("application.properties");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace(Workshop.KEY, "app-key-new")
                        .replace(Workshop.SECRET, "secret-new"));

        awaitReceived(1);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().isEmpty());
    }

    @Test
    void aBlockedBalanceIsOneAlarmAndEndsByItself() throws Exception {
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();
        finished(orderRefresh("acme"));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.simulator.block(Workshop.KEY, BlockedFor.NEGATIVE_BALANCE);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().size() == 1);
        int calls = workshop.simulator.journal().calls().size();
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().calls().size() > calls + 3);
        assertThat(openAlarms()).hasSize(1);
        assertThat(openAlarms().get(0).reason().code()).isEqualTo("econnect.balance-blocked");

        workshop.simulator.unblock(Workshop.KEY);

        awaitReceived(1);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().isEmpty());
    }

    @Test
    void documentsThatAreRefusedWhileTheListWorksRestWithOneAlarm() throws Exception {
        FaultRule rule = workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENT)
                .inject(Fault.refusal("ERRPRO1000003", "This account is blocked because of a negative balance."));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();
        await().atMost(Workshop.PATIENCE).until(() -> rule.hits() >= 4);

        List<Alarm> alarms = openAlarms();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).id()).as("the first and only alarm").isOne();
        Optional<Pause> sending =
                workshop.ledger().inTransaction(books -> books.pauses().find("acme", Channel.ECONNECT));
        assertThat(sending).isEmpty();
        rule.withdraw();

        awaitReceived(1);
        await().atMost(Workshop.PATIENCE).until(() -> openAlarms().isEmpty());
    }

    @Test
    void oneCompanyOfTheInstallationInvoicesAnother() throws Exception {
        withBeta();
        workshop.with("company.beta.refresh=0/1 * * * * ?").start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));

        LedgerInvoice sent = workshop.awaitState("F2026-0101", InvoiceState.SENT);
        await().atMost(Workshop.PATIENCE).until(() -> count("beta", InvoiceState.RECEIVED) == 1);

        assertThat(names(beta("import"))).hasSize(2).allMatch(name -> name.contains("F2026-0101"));
        assertThat(sent.externalId()).isNotEmpty();
        assertThat(workshop.files("import")).isEmpty();
        assertThat(count("acme", InvoiceState.RECEIVED)).isZero();
    }

    @Test
    void aCompanyWhoseCallsHangDelaysNoOther() throws Exception {
        withBeta();
        Gate gate = new Gate();
        Set<String> hanging = new HashSet<>();
        for (int n = 1; n <= 12; n++) {
            hanging.add(workshop.simulator.deliver(BETA, purchase("BETA-" + n)));
        }
        workshop.simulator
                .faults()
                .on(Operation.GET_INBOX_DOCUMENT)
                .when(call -> hanging.contains(call.externalId()))
                .inject(Fault.holdBeforeAcceptance(gate));
        workshop.with("http.response-timeout=60s").start();
        await().atMost(Workshop.PATIENCE).until(() -> gate.waiting() >= 3);
        for (int n = 1; n <= 8; n++) {
            workshop.simulator.deliver(ACME, purchase("ACME-" + n));
        }
        finished(orderRefresh("acme"));

        awaitReceived(8);
        assertThat(gate.waiting()).isEqualTo(3);
        gate.open();
        await().atMost(Workshop.PATIENCE).until(() -> count("beta", InvoiceState.RECEIVED) == 12);
    }

    @Test
    void latePdfsAndMissingPdfsHoldUpNobody() throws Exception {
        String late =
                workshop.simulator.deliver(ACME, withoutEmbedded("LATE").withPdf(PdfAvailability.afterRequests(3)));
        String never = workshop.simulator.deliver(ACME, withoutEmbedded("NEVER").withPdf(PdfAvailability.never()));
        String atOnce = workshop.simulator.deliver(ACME, withoutEmbedded("NOW"));
        workshop.start();

        awaitReceived(3);
        assertThat(workshop.files("import")).hasSize(5);
        assertThat(workshop.files("import"))
                .filteredOn(name -> name.contains(late))
                .hasSize(2);
        assertThat(workshop.files("import"))
                .filteredOn(name -> name.contains(atOnce))
                .hasSize(2);
        assertThat(workshop.files("import"))
                .filteredOn(name -> name.contains(never))
                .singleElement()
                .asString()
                .endsWith(".xml");
    }

    @Test
    void theSameInvoiceManyTimesAtOnceIsWrittenOnce() throws Exception {
        for (int n = 1; n <= 8; n++) {
            workshop.simulator.deliver(ACME, purchase("2026-1"));
        }
        workshop.start();

        await().atMost(Workshop.PATIENCE).until(() -> count("acme", InvoiceState.DUPLICATE) == 7);
        awaitReceived(1);
        assertThat(workshop.files("import")).hasSize(2);
    }

    private static InboxDocument withoutEmbedded(String number) throws IOException {
        String sample = Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
        assertThat(sample).doesNotContain("EmbeddedDocumentBinaryObject");
        return InboxDocument.of(sample);
    }

    /** Komas looks all the time and takes what it sees: never half a file, never an XML without its PDF. */
    @Test
    void komasSeesWholePairsOnly() throws Exception {
        int documents = 40;
        for (int n = 1; n <= documents; n++) {
            workshop.simulator.deliver(ACME, purchase("2026-" + n));
        }
        UblReader reader = new UblReader(new SafeXml());
        List<String> numbers = new ArrayList<>();
        workshop.start();

        await().pollInterval(Duration.ofMillis(1)).atMost(Workshop.PATIENCE).until(() -> {
            for (String name : names(workshop.acme("import"))) {
                if (name.endsWith(".xml") && !name.startsWith(".")) {
                    Path xml = workshop.acme("import").resolve(name);
                    Path pdf = xml.resolveSibling(name.replace(".xml", ".pdf"));
                    assertThat(reader.read(xml)).isInstanceOf(UblReading.Usable.class);
                    assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                            .startsWith("%PDF")
                            .contains("%%EOF");
                    numbers.add(number(reader, xml));
                    Files.delete(xml);
                    Files.delete(pdf);
                }
            }
            return numbers.size() == documents;
        });

        awaitReceived(documents);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(names(workshop.acme("import"))).isEmpty();
    }

    private static String number(UblReader reader, Path xml) {
        try {
            return ((UblReading.Usable) reader.read(xml)).header().number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
