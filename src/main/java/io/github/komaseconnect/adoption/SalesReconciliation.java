package io.github.komaseconnect.adoption;

import io.github.komaseconnect.adoption.Finding.Kind;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.sales.PerhapsSent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what eConnect has sent, and what lies in the folders, with what the ledger knows of sales invoices. What eConnect
 * has was sent; what lies in {@code sent/} and is not known was sent; what waits in the ledger and shows any sign of having
 * been tried since by mail or print is held for a person; and nothing goes out of {@code outbox/} that the ledger did not
 * put there.
 */
final class SalesReconciliation {
    private static final String ATTEMPT = "delivery-";

    private final Company company;
    private final Ledger ledger;
    private final Archive archive;
    private final UblFingerprint fingerprint;
    private final AdoptedRows rows;
    private final List<SentAtEConnect> sent;
    private final List<ShelfFile> shelves;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Path> told = new HashSet<>();
    private final Set<Long> settled = new HashSet<>();

    SalesReconciliation(
            Company company,
            Ledger ledger,
            Archive archive,
            UblFingerprint fingerprint,
            AdoptedRows rows,
            List<SentAtEConnect> sent,
            List<ShelfFile> shelves) {
        this.company = company;
        this.ledger = ledger;
        this.archive = archive;
        this.fingerprint = fingerprint;
        this.rows = rows;
        this.sent = List.copyOf(sent);
        this.shelves = List.copyOf(shelves);
    }

    /** What is to be done, in an order in which it can be done. Changes nothing. */
    List<Finding> compare(Instant since, Instant now) throws IOException {
        for (SentAtEConnect one : sent) {
            atEConnect(one);
        }
        for (ShelfFile file : shelves) {
            if (file.place() == Place.SENT
                    && told.add(file.file())
                    && file.header().isPresent()) {
                inSent(file);
            }
        }
        List<LedgerInvoice> waiting = ledger
                .reading(books -> books.invoices()
                        .inState(Direction.SALES, List.of(InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY)))
                .stream()
                .filter(invoice -> invoice.company().equals(company.key()) && !settled.contains(invoice.id()))
                .toList();
        findings.addAll(new WaitingInvoices(company, ledger, archive, rows, shelves).compare(waiting));
        for (ShelfFile file : shelves) {
            boolean here = file.place() == Place.OUTBOX || file.place() == Place.HELD;
            if (here && told.add(file.file()) && known(file).isEmpty()) {
                unknownFile(file, since, now);
            }
        }
        return findings;
    }

    private List<LedgerInvoice> known(ShelfFile file) {
        return ledger.reading(books -> books.invoices().withContent(company.key(), Direction.SALES, file.sha256()));
    }

    private Optional<LedgerInvoice> live(DocumentType type, String number) {
        return ledger.reading(books -> books.invoices().live(company.key(), type, number));
    }

    private void atEConnect(SentAtEConnect one) throws IOException {
        InvoiceHeader header = one.header();
        Optional<ShelfFile> same = sameContent(one);
        List<LedgerInvoice> withFile = same.map(this::known).orElse(List.of());
        Optional<LedgerInvoice> row = withFile.stream()
                .filter(known -> known.state() != InvoiceState.REPLACED)
                .findFirst()
                .or(() -> live(header.type(), header.number()));
        String label = label(header) + ", eConnect " + one.externalId() + ", " + DutchTime.minute(one.createdOn());
        if (row.isEmpty()) {
            same.ifPresent(file -> told.add(file.file()));
            findings.add(new Finding(Kind.SENT_AT_ECONNECT, label, () -> rows.addSent(company, one, same)));
            return;
        }
        LedgerInvoice known = row.get();
        boolean equal = !withFile.isEmpty() || isSame(known, one);
        if (known.state() == InvoiceState.SENT) {
            findings.add(new Finding(Kind.ALSO_AT_ECONNECT, label, Finding.Change.NONE));
        } else if (equal) {
            settled.add(known.id());
            same.ifPresent(file -> told.add(file.file()));
            Optional<ShelfFile> inSent = same.filter(file -> file.place() == Place.SENT);
            findings.add(new Finding(Kind.SENT_AT_ECONNECT, label, () -> rows.sent(known, one, inSent)));
        } else if (settled.add(known.id())) {
            findings.add(perhapsSent(
                    known,
                    label,
                    same,
                    "Bij eConnect staat een verzonden document met dit nummer (" + one.externalId()
                            + "), maar met een andere inhoud.",
                    "eConnect has a sent document with this number (" + one.externalId()
                            + "), but with other content."));
        }
    }

    private Finding perhapsSent(
            LedgerInvoice known, String label, Optional<ShelfFile> file, String dutch, String english) {
        return new Finding(Kind.PERHAPS_SENT, label, () -> rows.hold(known, file, PerhapsSent.reason(dutch, english)));
    }

    /** The very document in our folders; the file in the sent folder rather than another. */
    private Optional<ShelfFile> sameContent(SentAtEConnect one) throws IOException {
        for (ShelfFile file : shelves) {
            if (file.is(one.header().type(), one.header().number())
                    && fingerprint.ofOriginal(file.file()).equals(one.fingerprint())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private boolean isSame(LedgerInvoice known, SentAtEConnect one) throws IOException {
        Path kept = archive.look(known.archive(), Archive.DOCUMENT);
        return Files.exists(kept) && fingerprint.ofOriginal(kept).equals(one.fingerprint());
    }

    private void inSent(ShelfFile file) {
        InvoiceHeader header = file.header().orElseThrow();
        String label = label(header) + ", sent/" + file.path();
        List<LedgerInvoice> known = known(file);
        if (known.stream().anyMatch(row -> row.state() == InvoiceState.SENT || settled.contains(row.id()))) {
            return;
        }
        Optional<LedgerInvoice> row = known.stream()
                .filter(invoice -> invoice.state() != InvoiceState.REPLACED)
                .findFirst();
        if (row.isPresent()) {
            settled.add(row.get().id());
            findings.add(perhapsSent(
                    row.get(),
                    label,
                    Optional.of(file),
                    "Het bestand lag in de map sent (" + file.path()
                            + "), maar bij eConnect staat het niet en de administratie weet er niet van.",
                    "The file lay in the sent folder (" + file.path()
                            + "), but eConnect does not have it and the ledger does not know of it."));
            return;
        }
        live(header.type(), header.number())
                .filter(other -> other.state() != InvoiceState.SENT && settled.add(other.id()))
                .ifPresent(other -> findings.add(perhapsSent(
                        other,
                        other.label() + " (" + other.originalName() + ")",
                        Optional.empty(),
                        "In de map sent ligt een andere factuur met dit nummer (" + file.path() + ").",
                        "In the sent folder lies another invoice of this number (" + file.path() + ").")));
        findings.add(new Finding(Kind.SENT_FILE, label, () -> rows.addSentFile(company, file)));
    }

    /** What lies in outbox or held and is nobody's: never sent by itself. */
    private void unknownFile(ShelfFile file, Instant since, Instant now) throws IOException {
        String folder = file.place() == Place.OUTBOX ? "outbox/" : "held/";
        String label = file.header()
                        .map(SalesReconciliation::label)
                        .map(text -> text + ", ")
                        .orElse("")
                + folder
                + (file.claimed() ? file.originalName() : file.path());
        if (file.place() == Place.HELD) {
            findings.add(new Finding(Kind.LEFT_IN_HELD, label, Finding.Change.NONE));
        } else if (file.claimed() && !wasTried(file, since, now)) {
            findings.add(new Finding(Kind.REGISTERED_ANEW, label, Finding.Change.NONE));
        } else if (file.header().isPresent()) {
            findings.add(new Finding(
                    Kind.PERHAPS_SENT,
                    label,
                    () -> rows.addHeld(
                            company,
                            file,
                            PerhapsSent.reason(
                                    "Dit bestand lag in outbox zonder dat deze administratie ervan weet; bij eConnect staat het "
                                            + "niet, maar per e-mail of print kan het verstuurd zijn.",
                                    "This file lay in outbox without this ledger knowing of it; eConnect does not have it, but it "
                                            + "can have been sent by e-mail or print."))));
        } else {
            findings.add(new Finding(Kind.LEFT_IN_HELD, label, Finding.Change.NONE));
        }
    }

    private boolean wasTried(ShelfFile file, Instant since, Instant now) throws IOException {
        for (String folder : archive.salesFolders(company.key(), since, now, file.sha256())) {
            if (archive.names(folder).stream().anyMatch(name -> name.startsWith(ATTEMPT))) {
                return true;
            }
        }
        return false;
    }

    private static String label(InvoiceHeader header) {
        return header.type().dutch() + " " + header.number()
                + header.customer().name().map(name -> " (" + name + ")").orElse("");
    }
}
