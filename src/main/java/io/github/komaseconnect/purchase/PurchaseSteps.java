package io.github.komaseconnect.purchase;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps of receiving one purchase invoice. Each takes the receipt as it is, does its step if that is due, and gives
 * the receipt as it then is; so a receipt that waited or crashed goes on where it was.
 */
public final class PurchaseSteps {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Europe/Amsterdam"));

    private final Companies companies;
    private final Map<String, EConnect> connections;
    private final Ledger ledger;
    private final Archive archive;
    private final UblReader reader;
    private final EmbeddedPdf embedded;
    private final Receiving receiving;
    private final AlarmBell alarms;
    private final ReceiveSettings settings;
    private final Clock clock;

    /** Steps for these companies. */
    public PurchaseSteps(
            Companies companies,
            Map<String, EConnect> connections,
            Ledger ledger,
            Archive archive,
            UblReader reader,
            EmbeddedPdf embedded,
            Receiving receiving,
            AlarmBell alarms,
            ReceiveSettings settings,
            Clock clock) {
        this.companies = companies;
        this.connections = Map.copyOf(connections);
        this.ledger = ledger;
        this.archive = archive;
        this.reader = reader;
        this.embedded = embedded;
        this.receiving = receiving;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    /** Fetches the document into the archive and reads what it is. */
    public Receipt fetch(Receipt receipt) throws IOException {
        String folder =
                archive.purchaseFolder(receipt.company(), receipt.createdOn(), SafeName.of(receipt.externalId()));
        Path document = archive.file(folder, Archive.DOCUMENT);
        if (!Files.exists(document)) {
            Reply<Path> reply = connections
                    .get(receipt.company())
                    .inboxDocument(receipt.externalId(), archive.file(folder, "answer.xml"), document);
            if (!(reply instanceof Reply.Done<Path>)) {
                return receiving.failed(receipt, reply);
            }
        }
        UblReading reading = reader.read(document, receipt.externalId() + ".xml");
        if (reading instanceof UblReading.OtherDocument other) {
            return receiving.finish(
                    receipt,
                    InvoiceState.SKIPPED,
                    Optional.of(PurchaseReasons.notAnInvoice(other.rootElement())),
                    "Overgeslagen: een " + other.rootElement() + ", geen factuur of creditnota.",
                    "Skipped: a " + other.rootElement() + ", not an invoice or credit note.");
        }
        if (reading instanceof UblReading.NotUsable broken) {
            return receiving.failed(receipt, new Reply.Refused<String>(broken.reason()));
        }
        return fetched(receipt, ((UblReading.Usable) reading).header(), document, folder);
    }

    private Receipt fetched(Receipt receipt, InvoiceHeader header, Path document, String folder) throws IOException {
        String sha = UblDigest.sha256(document);
        String supplier = supplierKey(header.supplier());
        Optional<LedgerInvoice> same = ledger.inTransaction(books -> {
            List<LedgerInvoice> sameContent = books.invoices().withContent(receipt.company(), Direction.PURCHASE, sha);
            books.invoices().fetched(receipt.invoiceId(), Optional.of(header), supplier, sha, folder);
            return sameContent.stream()
                    .filter(other -> other.id() != receipt.invoiceId())
                    .filter(other -> other.state() != InvoiceState.DUPLICATE)
                    .findFirst();
        });
        if (same.isPresent()) {
            String first = same.get().externalId();
            return receiving.finish(
                    receipt,
                    InvoiceState.DUPLICATE,
                    Optional.of(PurchaseReasons.sameContent(same.get())),
                    "Zelfde inhoud als " + first + "; niet nog eens in de importmap gezet.",
                    "Same content as " + first + "; not put into the import folder again.");
        }
        warnOfSameNumber(receipt, supplier, header.number());
        return receiving.advance(receipt, InvoiceState.FETCHED);
    }

    private void warnOfSameNumber(Receipt receipt, String supplier, String number) {
        List<LedgerInvoice> others =
                ledger.inTransaction(books -> books.invoices().ofSupplier(receipt.company(), supplier, number));
        LedgerInvoice mine = others.stream()
                .filter(invoice -> invoice.id() == receipt.invoiceId())
                .findFirst()
                .orElseThrow();
        others.stream()
                .filter(other -> other.id() != mine.id() && other.type().equals(mine.type()))
                .findFirst()
                .ifPresent(first -> alarms.raise(
                        "same-number/" + receipt.company() + "/" + mine.id(),
                        receipt.company(),
                        PurchaseReasons.sameNumber(mine, first),
                        mine.externalId()));
    }

    private static String supplierKey(InvoiceParty supplier) {
        return Stream.of(
                        supplier.legalRegistration().map(id -> id.value()),
                        supplier.vatNumber(),
                        supplier.endpoint().map(id -> id.value()),
                        supplier.name())
                .flatMap(Optional::stream)
                .map(text -> text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /** Gets the PDF: the embedded one, else eConnect's; one that is still being made delays no other document. */
    public Receipt addPdf(Receipt receipt) throws IOException {
        Path document = archive.file(receipt.archive(), Archive.DOCUMENT);
        Path pdf = archive.file(receipt.archive(), Archive.PDF);
        if (!Files.exists(pdf) && !(embedded.extract(document, pdf) instanceof PdfExtraction.Extracted)) {
            Reply<PdfAnswer> reply = connections.get(receipt.company()).pdf(receipt.externalId(), pdf);
            if (!(reply instanceof Reply.Done<PdfAnswer> done)) {
                return reply instanceof Reply.Refused<PdfAnswer>
                        ? ready(receipt, pdf)
                        : receiving.failed(receipt, reply);
            }
            if (done.value() instanceof PdfAnswer.BeingMade) {
                Instant until = receipt.pdfWaitUntil().orElseGet(() -> {
                    Instant end = clock.instant().plus(settings.pdfWait());
                    ledger.record(books -> books.receipts().waitForPdfUntil(receipt.invoiceId(), end));
                    return end;
                });
                Instant next = clock.instant().plus(settings.pdfRetry());
                return next.isAfter(until) ? ready(receipt, pdf) : receiving.waitUntil(receipt, next);
            }
        }
        return ready(receipt, pdf);
    }

    private Receipt ready(Receipt receipt, Path pdf) throws IOException {
        boolean hasPdf = Files.exists(pdf);
        String sha = hasPdf ? UblDigest.sha256(pdf) : "";
        LedgerInvoice invoice = ledger.inTransaction(books -> books.invoices().find(receipt.invoiceId()))
                .orElseThrow();
        String name = Stream.of(
                        DAY.format(receipt.createdOn()), invoice.party(), invoice.number(), receipt.externalId())
                .filter(part -> !part.isBlank())
                .map(SafeName::of)
                .collect(Collectors.joining("_"));
        ledger.record(books -> {
            if (hasPdf) {
                books.invoices().pdfAdded(receipt.invoiceId(), sha);
            } else {
                var reason = PurchaseReasons.withoutPdf();
                books.events().add(receipt.invoiceId(), "warning", reason.dutch(), reason.english());
            }
            books.receipts().fileName(receipt.invoiceId(), name);
            receiving.advance(books, receipt, InvoiceState.READY);
        });
        return receiving.now(receipt);
    }

    /** Sets the status at eConnect, if the company wants that, and closes the receipt. */
    public Receipt tellEConnect(Receipt receipt) {
        var status = companies.get(receipt.company()).receivedStatus();
        if (status.isPresent()) {
            Reply<String> reply = connections.get(receipt.company()).setStatus(receipt.externalId(), status.getAsInt());
            if (reply instanceof Reply.Refused<String> refused) {
                return receiving.finish(
                        receipt,
                        InvoiceState.RECEIVED,
                        Optional.empty(),
                        "Ontvangen, maar eConnect weigert de status: "
                                + refused.reason().dutch(),
                        "Received, but eConnect refuses the status: "
                                + refused.reason().english());
            }
            if (!(reply instanceof Reply.Done<String>)) {
                return receiving.failed(receipt, reply);
            }
        }
        String set = status.isPresent() ? " Status " + status.getAsInt() + " gezet bij eConnect." : "";
        String setEnglish = status.isPresent() ? " Status " + status.getAsInt() + " set at eConnect." : "";
        return receiving.finish(
                receipt, InvoiceState.RECEIVED, Optional.empty(), "Ontvangen." + set, "Received." + setEnglish);
    }
}
