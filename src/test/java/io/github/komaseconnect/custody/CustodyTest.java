package io.github.komaseconnect.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.custody.CustodyVerdict.Cause;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.ledger.sql.LedgerPlace;
import io.github.komaseconnect.sales.SentFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ledger per folder, with a real ledger and real folders: back-ups put back, crashes, two programs at once. */
class CustodyTest {
    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final List<Ledger> open = new ArrayList<>();
    private Ledger ledger;
    private Company acme;
    private int invoices;

    @BeforeEach
    void make() throws Exception {
        acme = company("acme", folder.resolve("acme"));
        for (String name : List.of("import", "export", "outbox", "sent", "held")) {
            Files.createDirectories(folder.resolve("acme").resolve(name));
        }
        ledger = openLedger("data");
    }

    @AfterEach
    void close() {
        open.forEach(Ledger::close);
    }

    static Company company(String key, Path base) {
        return TestCompany.of(
                key,
                "Acme",
                "XCNL10019",
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(
                        base.resolve("import"),
                        base.resolve("export"),
                        base.resolve("outbox"),
                        base.resolve("sent"),
                        base.resolve("held"),
                        base.resolve("print-spool")),
                base.resolve("relations.csv"),
                "0 0/15 * * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                "",
                PdfPolicy.OPTIONAL,
                List.of());
    }

    private Ledger openLedger(String data) {
        Ledger opened = LedgerDatabase.open("", folder.resolve(data), clock, "test");
        open.add(opened);
        return opened;
    }

    private Custody custody(Ledger of, String data) {
        String place = LedgerPlace.identity("", folder.resolve(data));
        Custodian self = new Custodian(UUID.randomUUID().toString(), place, "server-1, /home/komas");
        return new Custody(of, new AlarmBell(of), self, clock);
    }

    private Custody custody() {
        return custody(ledger, "data");
    }

    /** A copy of the ledger as it is on disk now. */
    private void backUp(String to) throws Exception {
        ledger.close();
        Files.createDirectories(folder.resolve(to));
        Files.copy(
                folder.resolve("data/ledger.db"),
                folder.resolve(to).resolve("ledger.db"),
                StandardCopyOption.REPLACE_EXISTING);
        ledger = openLedger("data");
    }

    private void restore(String from) throws Exception {
        ledger.close();
        Files.copy(
                folder.resolve(from).resolve("ledger.db"),
                folder.resolve("data/ledger.db"),
                StandardCopyOption.REPLACE_EXISTING);
        ledger = openLedger("data");
    }

    private long register() {
        invoices++;
        return ledger.inTransaction(books -> {
            long id = books.invoices()
                    .add(new NewInvoice(
                            "acme",
                            Direction.SALES,
                            Optional.empty(),
                            "",
                            "sha" + invoices,
                            "",
                            "F.XML",
                            "F" + invoices,
                            true,
                            false,
                            Place.OUTBOX,
                            "F" + invoices,
                            "acme/sales",
                            InvoiceState.ACCEPTED,
                            false));
            books.invoices().placed(id);
            books.events().add(id, "accepted", "aangenomen", "accepted");
            return id;
        });
    }

    private CustodyVerdict round(Custody running) {
        running.notice();
        return running.look(acme);
    }

    private static void assertOurs(CustodyVerdict verdict) {
        assertThat(verdict).isInstanceOf(CustodyVerdict.Ours.class);
    }

    private void assertStopped(CustodyVerdict verdict, Cause cause) {
        assertThat(verdict).isInstanceOfSatisfying(CustodyVerdict.Stopped.class, stopped -> assertThat(stopped.cause())
                .isEqualTo(cause));
    }

    private Mark mark() {
        return ((MarkFile.Marked) MarkFile.look(acme.folders().outbox())).mark();
    }

    private List<String> alarms(Ledger of) {
        return of.inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    @Test
    void newFoldersAreMarkedAndEveryStartRaisesTheNumber() {
        assertOurs(custody().take(acme));
        long first = mark().number();
        assertThat(acme.folders().exportFolder().resolve(".komas-econnect")).exists();
        assertThat(acme.folders().importFolder().resolve(".komas-econnect")).exists();
        assertThat(acme.folders().sent().resolve(".komas-econnect")).doesNotExist();

        assertOurs(custody().take(acme));
        assertThat(mark().number()).isGreaterThan(first);
        assertThat(alarms(ledger)).isEmpty();
    }

    @Test
    void aBackUpOfAMomentBeforeAnythingHappenedIsNoticedAfterTheNextRound() throws Exception {
        custody().take(acme);
        backUp("back-up");
        Custody running = custody();
        running.take(acme);
        backUp("later");
        running = custody();
        running.take(acme);
        register();
        assertOurs(round(running));

        restore("later");
        assertStopped(custody().take(acme), Cause.OLDER);
        assertThat(alarms(ledger)).containsExactly("custody/acme");
        restore("back-up");
        assertStopped(custody().take(acme), Cause.OLDER);
    }

    @Test
    void aBackUpTakenWhileRunningIsNoticedOnceAnythingWasRegisteredAttemptedOrReceivedSince() throws Exception {
        Custody running = custody();
        running.take(acme);
        long before = mark().number();
        round(running);
        assertThat(mark().number()).as("nothing happened").isEqualTo(before);

        Path copy = Files.createDirectories(folder.resolve("online"));
        backUpOnline(copy.resolve("ledger.db"));
        register();
        round(running);
        assertThat(mark().number()).isEqualTo(before + 1);

        restore("online");
        assertStopped(custody().take(acme), Cause.OLDER);
    }

    /** As SQLite's own online back-up makes it. */
    private void backUpOnline(Path to) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.db"));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + to.toString().replace("'", "''") + "'");
        }
    }

    @Test
    void aCrashBetweenLedgerAndMarkStopsNothing() {
        custody().take(acme);
        long marked = mark().number();
        ledger.record(books -> books.folderMarks().raise("acme", "killed before it could write the mark", 0));

        assertOurs(custody().take(acme));
        assertThat(mark().number()).isEqualTo(marked + 2);
    }

    @Test
    void aKillBeforeTheFirstRoundIsNoticedByTheFilesThatTell() throws Exception {
        custody().take(acme);
        long id = register();
        backUp("back-up");
        Path month = Files.createDirectories(acme.folders().sent().resolve(SentFolder.month(clock.instant())));
        ledger.record(books -> books.invoices().state(id, InvoiceState.SENT, Optional.empty()));
        Files.writeString(month.resolve("F1.xml"), "<Invoice/>");

        restore("back-up");

        assertStopped(custody().take(acme), Cause.OLDER);
    }

    @Test
    void aNewLedgerInUsedFoldersAndAForeignOneAreStopped() throws Exception {
        custody().take(acme);
        Ledger other = openLedger("other");
        assertStopped(custody(other, "other").take(acme), Cause.FOREIGN);
        assertThat(alarms(other)).containsExactly("custody/acme");
        assertOurs(custody().take(acme));

        for (Path marked : List.of(
                acme.folders().outbox(),
                acme.folders().exportFolder(),
                acme.folders().importFolder())) {
            Files.delete(marked.resolve(MarkFile.NAME));
        }
        assertOurs(custody(other, "other").examine(acme));
        Files.createDirectories(acme.folders().sent().resolve("2026-10"));
        assertOurs(custody(other, "other").examine(acme));
        Files.writeString(acme.folders().sent().resolve("2026-10/F.xml"), "<Invoice/>");
        assertStopped(custody(other, "other").take(acme), Cause.USED_BEFORE);
    }

    @Test
    void anUpgradeMarksFoldersThatTheLedgerKnows() throws Exception {
        register();
        Files.writeString(acme.folders().outbox().resolve("F1.xml"), "<Invoice/>");
        assertOurs(custody().take(acme));
    }

    @Test
    void whoeverSharesOnlyTheExportOrTheImportFolderIsNoticedToo() throws Exception {
        custody().take(acme);
        Ledger other = openLedger("other");
        Path elsewhere = folder.resolve("elsewhere");
        for (String name : List.of("import", "export", "outbox", "sent")) {
            Files.createDirectories(elsewhere.resolve(name));
        }
        CompanyFolders apart = company("acme", elsewhere).folders();
        Company sharing = withFolders(new CompanyFolders(
                acme.folders().importFolder(),
                apart.exportFolder(),
                apart.outbox(),
                apart.sent(),
                apart.held(),
                apart.printSpool()));
        assertStopped(custody(other, "other").take(sharing), Cause.FOREIGN);
    }

    private Company withFolders(CompanyFolders folders) {
        return TestCompany.of(
                acme.key(),
                acme.name(),
                acme.companyId(),
                acme.cocNumber(),
                acme.vatNumber(),
                folders,
                acme.relations(),
                acme.refresh(),
                acme.receiveSince(),
                acme.receivedStatus(),
                acme.defaultMethod(),
                acme.emailFrom(),
                acme.pdf(),
                acme.alertEmails());
    }

    @Test
    void ofTwoProgramsThatMarkNewFoldersAtOnceTheOneWhoseMarkIsGoneStops() {
        Custody first = custody();
        first.take(acme);
        Ledger other = openLedger("other");
        Custody second = custody(other, "other");
        // it looked before the first had marked the folders
        second.adopt(acme);

        assertStopped(round(first), Cause.FOREIGN);
        assertThat(alarms(ledger)).containsExactly("custody/acme");
        assertOurs(round(second));
        assertThat(alarms(other)).isEmpty();
    }

    @Test
    void aCopyOfTheLedgerDoesNotComeInBesideTheRunningOneAndDoesAfterItWasStopped() throws Exception {
        Custody running = custody();
        running.take(acme);
        Path copy = Files.createDirectories(folder.resolve("copy"));
        backUpOnline(copy.resolve("ledger.db"));
        Ledger copied = openLedger("copy");

        assertStopped(custody(copied, "copy").take(acme), Cause.COPY);
        assertOurs(round(running));

        running.giveBack(acme);
        assertStopped(custody(copied, "copy").take(acme), Cause.OLDER);
        copied.close();
        Files.delete(copy.resolve("ledger.db"));
        backUpOnline(copy.resolve("ledger.db"));
        assertOurs(custody(openLedger("copy"), "copy").take(acme));
    }

    @Test
    void anOutboxThatIsAwayMakesTheCompanyWaitAndComingBackIsEnough() throws Exception {
        custody().take(acme);
        Path away = folder.resolve("away");
        Files.move(acme.folders().outbox(), away);
        assertThat(custody().take(acme)).isInstanceOf(CustodyVerdict.Waiting.class);
        assertThat(alarms(ledger)).containsExactly("folder/acme/outbox");
        Files.move(away, acme.folders().outbox());
        assertOurs(custody().take(acme));
    }

    @Test
    void aCompanyInHandGoesOnWhileItsFoldersAreAwayAndIsMarkedWhenTheyAreBack() throws Exception {
        Custody running = custody();
        running.take(acme);
        long before = mark().number();
        Path away = folder.resolve("away");
        Files.move(acme.folders().outbox(), away);
        register();
        assertOurs(round(running));
        Files.move(away, acme.folders().outbox());
        assertOurs(round(running));
        assertThat(mark().number()).isGreaterThan(before);
    }

    @Test
    void anotherNodeOfTheSameLedgerTakesACompanyOverWithoutAnAlarm() {
        Custody one = custody();
        Custody two = custody();
        one.take(acme);
        assertOurs(two.take(acme));
        assertThat(round(one)).isInstanceOf(CustodyVerdict.TakenOver.class);
        one.giveBack(acme);
        assertThat(mark().inUse()).isTrue();
        assertOurs(round(two));
        assertThat(alarms(ledger)).isEmpty();
    }

    @Test
    void theAlarmEndsWhenTheCompanyComesIn() {
        custody().take(acme);
        Ledger other = openLedger("other");
        Custody second = custody(other, "other");
        second.take(acme);
        second.adopt(acme);
        assertOurs(second.take(acme));
        assertThat(alarms(other)).isEmpty();
        assertStopped(custody().take(acme), Cause.FOREIGN);
    }
}
