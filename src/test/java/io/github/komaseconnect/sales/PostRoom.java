package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Everything that picks up sales invoices, put together as the runtime does it, with real folders, a real ledger, and a
 * clock that the test moves; the routes are walked by hand, step by step. {@link #restart} is a crash and a new start.
 */
public final class PostRoom extends PickUpParts implements AutoCloseable {
    private final Path root;
    private final List<Company> all = new ArrayList<>();
    private Duration delay = Duration.ZERO;

    /** A room below {@code root}, to be opened. */
    public PostRoom(Path root) {
        this.root = root;
    }

    /** One company {@code acme}, PDF optional. */
    public static PostRoom open(Path root) throws IOException {
        return new PostRoom(root).company("acme", PdfPolicy.OPTIONAL).start();
    }

    public PostRoom company(String key, PdfPolicy pdf) throws IOException {
        Path base = root.resolve(key);
        CompanyFolders folders = new CompanyFolders(
                base.resolve("import"),
                base.resolve("export"),
                base.resolve("outbox"),
                base.resolve("sent"),
                base.resolve("held"),
                base.resolve("print-spool"));
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(base.resolve(name));
        }
        all.add(TestCompany.of(
                key,
                "Bedrijf " + key,
                "XCNL1001" + all.size(),
                Optional.of("12345678"),
                Optional.empty(),
                folders,
                base.resolve("relations.csv"),
                "0 0/15 * * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                "facturen@" + key + ".example",
                pdf,
                List.of()));
        relationFile(
                key,
                "10001;Papier B.V.;print;;",
                "10002;Mail B.V.;e-mail;;post@mail.example",
                "10003;Peppol B.V.;peppol;87654321;");
        return this;
    }

    public PostRoom delay(Duration time) {
        delay = time;
        return this;
    }

    public void relationFile(String key, String... lines) throws IOException {
        Files.writeString(
                root.resolve(key).resolve("relations.csv"),
                "relatienummer;naam;verzendmethode;kvk-nummer;e-mail\n" + String.join("\n", lines) + "\n");
    }

    public PostRoom start() throws IOException {
        assemble(root, all, delay);
        for (Company company : all) {
            accept(interrupted.of(company));
        }
        lookUp(backlog.interrupted());
        return this;
    }

    /** A kill -9 at this moment, and a new start. */
    public void restart() throws IOException {
        crash();
        start();
    }

    public void crash() {
        ledger.close();
    }

    @Override
    public void close() {
        ledger.close();
    }

    public Path folder(String name) {
        return root.resolve("acme").resolve(name);
    }

    public Path export(String name, String content) throws IOException {
        return Files.writeString(folder("export").resolve(name), content);
    }

    /** One look at the export folder of {@code acme}, as the runtime takes it. */
    public void look() throws IOException {
        look("acme");
    }

    public void look(String key) throws IOException {
        for (Path file : accepted(key)) {
            accept(claims.take(key, file.toFile()));
        }
    }

    /** What a look at the export folder finds complete. */
    public List<Path> accepted(String key) {
        return exports.look(companies.get(key)).files().stream()
                .map(File::toPath)
                .toList();
    }

    /** Time passes, with a look every second. */
    public void pass(Duration time) throws IOException {
        for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            clock.advance(Duration.ofSeconds(1));
            for (Company company : all) {
                relations.relations(company);
                look(company.key());
            }
        }
    }

    /** Takes this file of {@code acme} as soon as it is complete, and does no more. */
    public Claim claim(String name) throws IOException {
        ripen();
        return claims.take("acme", folder("export").resolve(name).toFile()).get(0);
    }

    /** Time passes until everything in the export folder of {@code acme} could be taken; nothing is. */
    public void ripen() throws IOException {
        for (int second = 0; second <= pdfWait.plus(SETTLE).toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            accepted("acme");
        }
    }

    /** Long enough for everything that lies in the export folder to be taken, also what might get a PDF. */
    public void settle() throws IOException {
        pass(pdfWait.plus(SETTLE).plusSeconds(2));
    }

    /** Puts a file into the export folder and waits until it is taken; gives its invoice. */
    public LedgerInvoice send(String name, String content) throws IOException {
        export(name, content);
        settle();
        return newest();
    }

    /** As the route does every half minute: what lies there for long was left by a step that failed. */
    public void acceptWhatWasLeft() throws IOException {
        accept(interrupted.stale());
        clock.advance(Duration.ofMinutes(2));
        accept(interrupted.stale());
    }

    /** The route accept-sales-invoices. */
    public void accept(List<Claim> taken) {
        lookUp(intake.accept(taken));
    }

    /** The route look-up-relations. */
    public void lookUp(List<Registration> registrations) {
        List<LookedUp> looked = new ArrayList<>();
        for (Registration registration : registrations) {
            try {
                looked.add(relations.lookUp(registration));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        plan.planOrHold(looked);
    }

    /** Takes what is due and ends each attempt like this; gives the documents that were sent. */
    public List<Shipment> deliver(AttemptOutcome outcome) {
        List<Shipment> taken = due.take();
        for (Shipment shipment : taken) {
            attempts.end(new EndedAttempt(attempts.begin(shipment), outcome));
            due.release(shipment);
        }
        return taken;
    }

    public List<Shipment> deliverAll() {
        return deliver(new AttemptOutcome.Delivered("bewijs"));
    }

    public static AttemptOutcome rejected() {
        return new AttemptOutcome.Rejected(Reason.of("test.rejected", "Geweigerd.", "Refused."));
    }

    public static AttemptOutcome inDoubt() {
        return new AttemptOutcome.InDoubt(Reason.of("test.doubt", "Afgebroken.", "Broken off."));
    }

    public LedgerInvoice invoice(long id) {
        return ledger.inTransaction(books -> books.invoices().find(id)).orElseThrow();
    }

    public LedgerInvoice newest() {
        List<LedgerInvoice> invoices = invoices("acme");
        return invoices.get(invoices.size() - 1);
    }

    /** All sales invoices, oldest first. */
    public List<LedgerInvoice> invoices(String key) {
        return ledger
                .inTransaction(books -> books.invoices().inState(Direction.SALES, EnumSet.allOf(InvoiceState.class)))
                .stream()
                .filter(invoice -> invoice.company().equals(key))
                .toList();
    }

    public List<String> alarmCauses() {
        return ledger.inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    /** Every file in a folder of {@code acme}, hidden ones too, as path below it. */
    public List<String> files(String folder) throws IOException {
        return files("acme", folder);
    }

    public List<String> files(String key, String folder) throws IOException {
        Path base = root.resolve(key).resolve(folder);
        if (!Files.exists(base)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(base)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    public String text(String folder, String name) throws IOException {
        return Files.readString(folder(folder).resolve(name));
    }

    public String reasonCode(long id) {
        return invoice(id).reason().map(Reason::code).orElse("");
    }
}
