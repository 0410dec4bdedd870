package io.github.komaseconnect.adoption;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.InvoiceFiles;
import io.github.komaseconnect.sales.SentFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes into the ledger what was found. Files are not moved here: the ledger says where they belong, and they go there
 * when the company comes in hand. Every change looks first whether it was made already.
 */
final class AdoptedRows {
    private static final String ADOPTED = "adopted";

    private final Ledger ledger;
    private final Archive archive;
    private final Duration lookUpAfter;
    private final Clock clock;

    AdoptedRows(Ledger ledger, Archive archive, Duration lookUpAfter, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.lookUpAfter = lookUpAfter;
        this.clock = clock;
    }

    /** An invoice of the ledger, not sent as far as it knew, was sent by eConnect. */
    void sent(LedgerInvoice known, SentAtEConnect sent, Optional<ShelfFile> inSent) {
        ledger.record(books -> {
            LedgerInvoice invoice = books.invoices().find(known.id()).orElseThrow();
            if (invoice.state() == InvoiceState.SENT) {
                return;
            }
            List<Delivery> deliveries = books.deliveries().of(invoice.id());
            Optional<Delivery> its = deliveries.stream()
                    .filter(delivery -> delivery.destination().method() == SendingMethod.PEPPOL)
                    .filter(delivery ->
                            delivery.state() == DeliveryState.WAITING || delivery.state() == DeliveryState.IN_DOUBT)
                    .findFirst();
            its.ifPresentOrElse(
                    delivery -> books.deliveries().delivered(delivery.id(), sent.externalId()),
                    () -> delivered(books, invoice, sent));
            HeldInvoices.withdrawDeliveries(books, invoice);
            books.invoices().externalId(invoice.id(), sent.externalId());
            books.invoices().state(invoice.id(), InvoiceState.SENT, Optional.empty());
            String path = inSent.map(ShelfFile::path).orElse(SentFolder.month(sent.createdOn()) + "/" + invoice.stem());
            books.invoices().place(invoice.id(), Place.SENT, path);
            HeldInvoices.released(books, invoice);
            tellSent(books, invoice.id(), sent);
        });
    }

    private static void tellSent(Ledger.Books books, long id, SentAtEConnect sent) {
        books.events()
                .add(
                        id,
                        ADOPTED,
                        "Bij eConnect gevonden als " + sent.externalId()
                                + ": al verzonden door de vorige administratie.",
                        "Found at eConnect as " + sent.externalId() + ": sent already by the ledger before this one.");
    }

    private void delivered(Ledger.Books books, LedgerInvoice invoice, SentAtEConnect sent) {
        Destination to = new Destination(
                SendingMethod.PEPPOL,
                List.of(sent.receiver()),
                Language.NL,
                "",
                sent.header().customer().name().orElse(""),
                "",
                "Gevonden in de lijst met verzonden documenten van eConnect.",
                "Found in eConnect's list of sent documents.");
        long delivery = books.deliveries().add(invoice.id(), invoice.company(), to, clock.instant());
        books.deliveries().delivered(delivery, sent.externalId());
        books.following().forgetOutboxMark(invoice.company());
    }

    /** An invoice that the ledger does not know was sent by eConnect; {@code file} is the same document in our folders. */
    void addSent(Company company, SentAtEConnect sent, Optional<ShelfFile> file) throws IOException {
        Path document = file.map(ShelfFile::file).orElse(sent.document());
        String sha = file.isPresent() ? file.get().sha256() : UblDigest.sha256(sent.document());
        Optional<Path> pdf = file.flatMap(ShelfFile::pdf);
        String month = SentFolder.month(sent.createdOn());
        add(company, sent.header(), document, pdf, sha, file, sent.createdOn(), (books, id, stem) -> {
            books.invoices().externalId(id, sent.externalId());
            books.invoices().state(id, InvoiceState.SENT, Optional.empty());
            if (file.filter(found -> found.place() == Place.SENT).isEmpty()) {
                books.invoices().place(id, Place.SENT, month + "/" + stem);
            }
            delivered(books, books.invoices().find(id).orElseThrow(), sent);
            tellSent(books, id, sent);
        });
    }

    /** A file in the sent folder that the ledger does not know. */
    void addSentFile(Company company, ShelfFile file) throws IOException {
        InvoiceHeader header = file.header().orElseThrow();
        add(
                company,
                header,
                file.file(),
                file.pdf(),
                file.sha256(),
                Optional.of(file),
                clock.instant(),
                (books, id, stem) -> {
                    books.invoices().state(id, InvoiceState.SENT, Optional.empty());
                    books.events()
                            .add(
                                    id,
                                    ADOPTED,
                                    "Gevonden in de map sent: al verzonden door de vorige administratie.",
                                    "Found in the sent folder: sent already by the ledger before this one.");
                });
    }

    /** A file in the outbox that the ledger does not know and that may have been sent. */
    void addHeld(Company company, ShelfFile file, Reason reason) throws IOException {
        add(
                company,
                file.header().orElseThrow(),
                file.file(),
                file.pdf(),
                file.sha256(),
                Optional.of(file),
                clock.instant(),
                (books, id, stem) -> HeldInvoices.hold(books, id, reason));
    }

    /** What more is to be recorded of a new row, in its transaction. */
    private interface More {
        void record(Ledger.Books books, long id, String stem);
    }

    private void add(
            Company company,
            InvoiceHeader header,
            Path document,
            Optional<Path> pdf,
            String sha,
            Optional<ShelfFile> file,
            Instant at,
            More more)
            throws IOException {
        String stem = freeStem(company, header, file);
        String folder = archive.salesFolder(company.key(), at, stem, sha);
        String pdfSha = pdf.isPresent() ? UblDigest.sha256(pdf.get()) : "";
        archive.keep(document, folder, Archive.DOCUMENT);
        pdf.ifPresent(one -> archive.keep(one, folder, Archive.PDF));
        ledger.record(books -> {
            if (books.invoices().withContent(company.key(), Direction.SALES, sha).stream()
                    .anyMatch(row -> row.state() == InvoiceState.SENT || row.state() == InvoiceState.HELD)) {
                return;
            }
            boolean free = books.invoices()
                    .live(company.key(), header.type(), header.number())
                    .isEmpty();
            Optional<ShelfFile> here = file.filter(found -> found.place() != Place.NOWHERE);
            long id = books.invoices()
                    .add(new NewInvoice(
                            company.key(),
                            Direction.SALES,
                            Optional.of(header),
                            "",
                            sha,
                            pdfSha,
                            file.map(ShelfFile::originalName).orElse(stem + InvoiceFiles.XML),
                            stem,
                            true,
                            pdf.isPresent(),
                            here.map(ShelfFile::place).orElse(Place.NOWHERE),
                            here.map(ShelfFile::path).orElse(""),
                            folder,
                            InvoiceState.ACCEPTED,
                            free));
            books.invoices().placed(id);
            more.record(books, id, stem);
        });
    }

    private String freeStem(Company company, InvoiceHeader header, Optional<ShelfFile> file) {
        String number = SafeName.of(header.number());
        String wanted = file.filter(found -> found.place() != Place.NOWHERE && !found.claimed())
                .map(found -> found.path().substring(found.path().lastIndexOf('/') + 1))
                .or(() -> file.map(found -> SafeName.of(InvoiceFiles.base(found.originalName())) + "_" + number))
                .orElse(number);
        return ledger.reading(books -> {
            String stem = wanted;
            for (int n = 2; books.invoices().withStem(company.key(), stem).isPresent(); n++) {
                stem = wanted + "-" + n;
            }
            return stem;
        });
    }

    /** An invoice of the ledger may have been sent; a person says. {@code file} is where its file lies now. */
    void hold(LedgerInvoice known, Optional<ShelfFile> file, Reason reason) {
        ledger.record(books -> {
            LedgerInvoice invoice = books.invoices().find(known.id()).orElseThrow();
            if (invoice.state() == InvoiceState.SENT) {
                return;
            }
            books.deliveries().of(invoice.id()).stream()
                    .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                    .forEach(delivery -> books.deliveries()
                            .state(delivery.id(), DeliveryState.IN_DOUBT, Optional.empty(), Optional.empty()));
            file.filter(found -> found.place() != Place.NOWHERE).ifPresent(found -> {
                books.invoices().place(invoice.id(), found.place(), found.path());
                books.invoices().placed(invoice.id());
            });
            HeldInvoices.hold(books, invoice.id(), reason);
        });
    }

    /** A delivery by Peppol that waits is looked up before it is tried, as after a time-out. */
    void lookUpAgain(Delivery delivery) {
        ledger.record(books -> {
            boolean waits = books.deliveries()
                    .find(delivery.id())
                    .filter(now -> now.state() == DeliveryState.WAITING)
                    .isPresent();
            if (waits) {
                books.deliveries()
                        .state(
                                delivery.id(),
                                DeliveryState.IN_DOUBT,
                                Optional.of(clock.instant().plus(lookUpAfter)),
                                delivery.failingSince());
            }
        });
    }
}
