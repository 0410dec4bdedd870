package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.simulator.InboxDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-up put back, a ledger lost, a second installation: the company stops, and goes on after adopt. */
class AdoptEndToEndTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String peppol(String number) throws Exception {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private void backUp() throws IOException {
        workshop.stop();
        Files.createDirectories(folder.resolve("back-up"));
        copy(workshop.home.resolve("data/ledger.db"), folder.resolve("back-up/ledger.db"));
    }

    private void putBack() throws IOException {
        workshop.stop();
        copy(folder.resolve("back-up/ledger.db"), workshop.home.resolve("data/ledger.db"));
        Files.deleteIfExists(workshop.home.resolve("data/ledger.db-wal"));
        Files.deleteIfExists(workshop.home.resolve("data/ledger.db-shm"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private boolean isStopped() {
        return alarms().contains("custody/acme");
    }

    private void awaitStopped() {
        await().atMost(Workshop.PATIENCE).until(this::isStopped);
    }

    private WorkOrder adopt(String argument) {
        long id = workshop.ledger()
                .inTransaction(books -> books.orders().place(WorkOrder.Kind.ADOPT, "acme", 0, argument, "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> find(id).outcome() != Outcome.WAITING);
        return find(id);
    }

    private WorkOrder find(long id) {
        return workshop.ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    private List<LedgerInvoice> purchases() {
        return workshop
                .ledger()
                .inTransaction(books ->
                        books.invoices().list(new InvoiceQuery(Optional.of("acme"), Set.of(), Optional.empty(), 100)))
                .stream()
                .filter(invoice -> invoice.direction() == Direction.PURCHASE)
                .toList();
    }

    @Test
    void afterABackUpWasPutBackNothingIsSentUntilAdoptAndNothingTwiceAfterIt() throws Exception {
        workshop.start();
        workshop.export("EEN.XML", peppol("A-1"));
        workshop.awaitState("A-1", InvoiceState.SENT);
        backUp();
        workshop.start();
        workshop.export("TWEE.XML", peppol("A-2"));
        workshop.export("MAIL.XML", Workshop.sample("verkoop-email.xml"));
        workshop.awaitState("A-2", InvoiceState.SENT);
        String byMail = "F2026-0103";
        workshop.awaitState(byMail, InvoiceState.SENT);
        putBack();

        workshop.start();
        awaitStopped();
        workshop.export("DRIE.XML", peppol("A-3"));
        WorkOrder look = adopt("look");
        assertThat(look.outcome()).isEqualTo(Outcome.DONE);
        assertThat(look.answerDutch()).contains("alleen gekeken", "A-2", "door eConnect verzonden", byMail);
        assertThat(workshop.invoice("A-2")).isEmpty();
        assertThat(workshop.files("export")).containsExactly("DRIE.XML");
        assertThat(alarms()).contains("custody/acme");

        WorkOrder adopted = adopt("adopt");
        assertThat(adopted.outcome()).isEqualTo(Outcome.DONE);
        assertThat(adopted.answerDutch())
                .contains("de mappen horen nu bij deze administratie", "1 x door eConnect verzonden", "A-2")
                .contains("1 x ligt in de map sent", byMail);
        LedgerInvoice known = workshop.awaitState("A-2", InvoiceState.SENT);
        assertThat(known.externalId())
                .isEqualTo(workshop.simulator.journal().accepted("A-2").get(0).externalId());
        workshop.awaitState("A-3", InvoiceState.SENT);
        assertThat(alarms()).isEmpty();

        workshop.export("TWEE-NOGEENS.XML", peppol("A-2"));
        workshop.export("MAIL-NOGEENS.XML", Workshop.sample("verkoop-email.xml"));
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.files("sent").stream()
                                .filter(name -> name.endsWith("-dubbel.xml"))
                                .count()
                        == 2);
        assertThat(workshop.simulator.journal().accepted()).hasSize(3);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(workshop.files("outbox")).isEmpty();
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.files("export")).isEmpty();
    }

    @Test
    @Tag("crash")
    void whatWaitedInTheBackUpIsNotSentAgainByAnyMethod() throws Exception {
        workshop.with("delivery.delay=2s").start();
        workshop.export("PEPPOL.XML", peppol("B-1"));
        workshop.export("MAIL.XML", Workshop.sample("verkoop-email.xml"));
        workshop.awaitState("B-1", InvoiceState.ON_ITS_WAY);
        String byMail = "F2026-0103";
        workshop.awaitState(byMail, InvoiceState.ON_ITS_WAY);
        backUp();
        workshop.start();
        workshop.awaitState("B-1", InvoiceState.SENT);
        workshop.awaitState(byMail, InvoiceState.SENT);
        putBack();

        workshop.start();
        awaitStopped();
        WorkOrder adopted = adopt("adopt");

        assertThat(adopted.answerDutch()).contains("1 x door eConnect verzonden", "1 x misschien al verzonden");
        workshop.awaitState("B-1", InvoiceState.SENT);
        LedgerInvoice held = workshop.awaitState(byMail, InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).isEqualTo("sales.perhaps-sent");
        assertThat(workshop.files("held")).hasSize(2);
        long id = workshop.ledger().inTransaction(books -> books.orders()
                .place(WorkOrder.Kind.RESOLVE, "acme", held.id(), "sent", "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> find(id).outcome() == Outcome.DONE);
        workshop.awaitState(byMail, InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(1);
        assertThat(workshop.files("outbox")).isEmpty();
    }

    @Test
    @Tag("crash")
    void withoutItsLedgerTheCompanyStopsAndAdoptFindsEverythingAgain() throws Exception {
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(Workshop.sample("verkoop-overheid.xml")));
        workshop.start();
        workshop.export("EEN.XML", peppol("C-1"));
        workshop.awaitState("C-1", InvoiceState.SENT);
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("import").size() == 2);
        for (String name : workshop.files("import")) {
            Files.delete(workshop.acme("import").resolve(name));
        }
        workshop.stop();
        deleteData();

        workshop.with("company.acme.receive-since=2026-01-01").start();
        awaitStopped();
        assertThat(adopt("adopt").answerDutch())
                .contains("1 x door eConnect verzonden", "C-1", "inkoopfactuur, al aan Komas gegeven");
        workshop.awaitState("C-1", InvoiceState.SENT);
        workshop.export("NOGEENS.XML", peppol("C-1"));
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.files("sent").stream().anyMatch(name -> name.endsWith("-dubbel.xml")));
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(Workshop.sample("verkoop-print-credit.xml")));
        order(WorkOrder.Kind.REFRESH);
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("import").size() == 2);
        assertThat(purchases()).extracting(LedgerInvoice::state).contains(InvoiceState.SKIPPED);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
    }

    private void order(WorkOrder.Kind kind) {
        long id = workshop.ledger().inTransaction(books -> books.orders().place(kind, "acme", 0, "", "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> find(id).outcome() == Outcome.DONE);
    }

    private void deleteData() throws IOException {
        try (Stream<Path> files = Files.walk(workshop.home.resolve("data"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @Tag("crash")
    void aPurchaseInvoiceThatCameAfterTheBackUpIsNotImportedTwice() throws Exception {
        workshop.start();
        await().atMost(Workshop.PATIENCE).until(() -> workshop.ledger()
                .<Boolean>inTransaction(
                        books -> books.receipts().watermark("acme").isPresent()));
        backUp();
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(Workshop.sample("verkoop-overheid.xml")));
        workshop.start();
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("import").size() == 2);
        for (String name : workshop.files("import")) {
            Files.delete(workshop.acme("import").resolve(name));
        }
        putBack();

        workshop.start();
        awaitStopped();
        assertThat(adopt("adopt").answerDutch()).contains("1 x inkoopfactuur, al aan Komas gegeven");
        order(WorkOrder.Kind.REFRESH);

        assertThat(purchases()).singleElement().satisfies(invoice -> assertThat(invoice.state())
                .isEqualTo(InvoiceState.SKIPPED));
        assertThat(workshop.files("import")).isEmpty();
    }

    @Test
    void otherCompaniesGoOnWhileOneIsStopped() throws Exception {
        workshop.with(
                "company.beta.connection-key=" + Workshop.KEY,
                "company.beta.connection-secret=" + Workshop.SECRET,
                "company.beta.company-id=XCNL10020",
                "company.beta.folder=companies/beta",
                "company.beta.default-method=print");
        Path beta = workshop.home.resolve("companies/beta");
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(beta.resolve(name));
        }
        copy(workshop.acme("relations.csv"), beta.resolve("relations.csv"));
        workshop.start();
        workshop.export("EEN.XML", peppol("D-1"));
        workshop.awaitState("D-1", InvoiceState.SENT);
        workshop.stop();
        String mark = Files.readString(workshop.acme("outbox").resolve(".komas-econnect"));
        assertThat(mark).contains("state=at-rest", "company=acme");
        Files.writeString(
                workshop.acme("outbox").resolve(".komas-econnect"), mark.replaceAll("number=\\d+", "number=9000"));

        workshop.start();
        awaitStopped();
        workshop.export("TWEE.XML", peppol("D-2"));
        Files.writeString(beta.resolve("export/VOOR-BETA.XML"), peppol("E-1"));

        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().accepted("E-1").size() == 1);
        assertThat(workshop.files("export")).containsExactly("TWEE.XML");
        assertThat(workshop.simulator.journal().accepted("D-2")).isEmpty();
    }

    @Test
    void aSecondInstallationOnTheSameFoldersStopsAndTheFirstGoesOn() throws Exception {
        workshop.start();
        workshop.export("EEN.XML", peppol("G-1"));
        workshop.awaitState("G-1", InvoiceState.SENT);
        try (Workshop second = new Workshop(folder.resolve("second"))) {
            second.with("company.acme.folder=" + workshop.home.resolve("companies/acme"))
                    .start();
            await().atMost(Workshop.PATIENCE)
                    .until(() -> second
                            .ledger()
                            .inTransaction(books -> books.alarms().open())
                            .stream()
                            .map(Alarm::cause)
                            .toList()
                            .contains("custody/acme"));
            workshop.export("TWEE.XML", peppol("G-2"));
            workshop.awaitState("G-2", InvoiceState.SENT);
            assertThat(alarms()).isEmpty();
            assertThat(second.simulator.journal().accepted()).isEmpty();
        }
    }

    @Test
    void whoTakesTheFoldersFromARunningOneStopsIt() throws Exception {
        workshop.start();
        workshop.export("EEN.XML", peppol("H-1"));
        workshop.awaitState("H-1", InvoiceState.SENT);
        Path file = workshop.acme("outbox").resolve(".komas-econnect");
        String foreign = Files.readString(file).replaceAll("ledger=.*", "ledger=4d1c0a52-0000-4000-8000-000000000000");
        // the other one raises its mark after each of its rounds, and once may fall into a round of ours
        await().atMost(Workshop.PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            Files.writeString(file, foreign);
            return isStopped();
        });
        workshop.export("TWEE.XML", peppol("H-2"));
        await().during(Duration.ofSeconds(1)).atMost(Workshop.PATIENCE).until(() -> workshop.files("export")
                .equals(List.of("TWEE.XML")));
        assertThat(workshop.simulator.journal().accepted("H-2")).isEmpty();
    }
}
