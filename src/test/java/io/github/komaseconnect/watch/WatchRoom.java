package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.InDoubtPolicy;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.company.WatchLimits;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.purchase.MovableClock;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A company over which is watched, with a real ledger, real folders and a clock to set. */
final class WatchRoom implements AutoCloseable {
    static final WatchLimits USUAL = new WatchLimits(
            Optional.of(Duration.ofHours(1)),
            Optional.of(Duration.ofDays(5)),
            Optional.of(Duration.ofHours(24)),
            Optional.of(Duration.ofDays(3)),
            Optional.of(Duration.ofDays(2)),
            Optional.of(Duration.ofDays(2)),
            Optional.of(Duration.ofDays(1)));

    final MovableClock clock = new MovableClock();
    final Ledger ledger;
    final AlarmBell alarms;
    final Company acme;
    final Companies companies;
    private int stems;

    WatchRoom(Path root, WatchLimits limits) throws IOException {
        ledger = LedgerDatabase.open("", root.resolve("data"), clock, "test");
        alarms = new AlarmBell(ledger);
        Path folder = root.resolve("acme");
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(folder.resolve(name));
        }
        acme = TestCompany.of(
                "acme",
                "Acme B.V.",
                "XCNL10019",
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(
                        folder.resolve("import"),
                        folder.resolve("export"),
                        folder.resolve("outbox"),
                        folder.resolve("sent"),
                        folder.resolve("held"),
                        folder.resolve("print-spool")),
                folder.resolve("relations.csv"),
                "0 0/15 7-18 ? * MON-FRI",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                "",
                PdfPolicy.OPTIONAL,
                List.of(),
                limits,
                InDoubtPolicy.HOLD);
        companies = new Companies(List.of(acme));
    }

    /** A moment in the Netherlands. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DutchTime.ZONE).toInstant();
    }

    void at(String local, Watch watch) {
        clock.set(at(local));
        watch.look(Lane.direct());
    }

    List<String> causes() {
        return ledger.inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    Alarm alarm(String cause) {
        return ledger.inTransaction(books -> books.alarms().open()).stream()
                .filter(alarm -> alarm.cause().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    List<String> touches(String cause) {
        return alarm(cause).touches().stream().map(Alarm.Touch::label).toList();
    }

    /** How many alarms of this cause there ever were, told or not. */
    long raised(String cause) {
        return ledger.inTransaction(books -> books.alarms().toMail()).stream()
                .filter(alarm -> alarm.cause().equals(cause))
                .count();
    }

    private InvoiceHeader header(DocumentType type, String number) {
        InvoiceParty party = new InvoiceParty(
                Optional.of("Bakker"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new InvoiceHeader(
                type,
                number,
                "",
                Optional.of(DutchTime.date(clock.instant())),
                Optional.of("EUR"),
                Optional.empty(),
                party,
                party,
                Optional.empty());
    }

    long sell(DocumentType type, String number, InvoiceState state) {
        stems++;
        return ledger.inTransaction(books -> books.invoices()
                .add(new NewInvoice(
                        "acme",
                        Direction.SALES,
                        Optional.of(header(type, number)),
                        "",
                        "sha-" + stems,
                        "",
                        "F.XML",
                        "F_" + stems,
                        true,
                        false,
                        Place.OUTBOX,
                        "F_" + stems,
                        "acme/sales",
                        state,
                        true)));
    }

    long sell(String number) {
        return sell(DocumentType.INVOICE, number, InvoiceState.SENT);
    }

    long deliver(long invoice) {
        return ledger.inTransaction(books -> books.deliveries()
                .add(
                        invoice,
                        "acme",
                        new Destination(
                                SendingMethod.PEPPOL, List.of("0106:12345678"), Language.NL, "1", "B", "1", "n", "e"),
                        clock.instant()));
    }

    long receive(Instant createdOn) {
        stems++;
        return ledger.inTransaction(books -> {
            long id = books.invoices()
                    .add(new NewInvoice(
                            "acme",
                            Direction.PURCHASE,
                            Optional.empty(),
                            "XCNLIN" + stems,
                            "",
                            "",
                            "",
                            "",
                            false,
                            false,
                            Place.NOWHERE,
                            "",
                            "",
                            InvoiceState.RECEIVED,
                            false));
            books.receipts().add(id, "acme", "XCNLIN" + stems, Gateway.PLATFORM, createdOn, Optional.empty());
            return id;
        });
    }

    void refreshed(Instant at) {
        ledger.record(books -> books.receipts().watermark("acme", at, at));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
