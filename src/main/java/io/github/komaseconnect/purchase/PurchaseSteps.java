package io.github.komaseconnect.purchase;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.arrival.ArrivalCheck;
import io.github.komaseconnect.arrival.ArrivedPdf;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of receiving one purchase invoice. Each takes the receipt as it is, does its step if that is due, and gives
 * the receipt as it then is; so a receipt that waited or crashed goes on where it was.
 */
public final class PurchaseSteps {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseSteps.class);
    /** eConnect's answer as it came, beside the document that was taken out of it. */
    private static final String ANSWER = "answer.xml";
    /**
     * The PDF that eConnect made, until it is put in: as long as it is not recorded that the invoice has it, the name tells
     * after a crash whose PDF is there.
     */
    static final String MADE_BY_ECONNECT = "econnect.pdf";

    private final Companies companies;
    private final Connections connections;
    private final Ledger ledger;
    private final Archive archive;
    private final DocumentPlace place;
    private final EmbeddedPdf embedded;
    private final ArrivalCheck check;
    private final ImportFolder importFolder;
    private final Receiving receiving;
    private final ReceiveSettings settings;
    private final Clock clock;
    private final ReceivedBefore receivedBefore;

    /** Steps for these companies. */
    public PurchaseSteps(
            Companies companies,
            Connections connections,
            Ledger ledger,
            Archive archive,
            UblReader reader,
            EmbeddedPdf embedded,
            ArrivalCheck check,
            ImportFolder importFolder,
            Receiving receiving,
            ReceiveSettings settings,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.ledger = ledger;
        this.archive = archive;
        this.place = new DocumentPlace(archive, reader);
        this.embedded = embedded;
        this.check = check;
        this.importFolder = importFolder;
        this.receiving = receiving;
        this.settings = settings;
        this.clock = clock;
        this.receivedBefore = new ReceivedBefore(ledger, receiving, new SameInvoice(archive));
    }

    /** Fetches the document into the archive and reads what it is. */
    public Receipt fetch(Receipt receipt) throws IOException {
        String folder = place.folder(receipt);
        Path document = archive.path(folder, Archive.DOCUMENT);
        if (!Presence.isThere(document)) {
            Reply<Path> reply =
                    connection(receipt).inboxDocument(receipt.externalId(), document.resolveSibling(ANSWER), document);
            if (!(reply instanceof Reply.Done<Path>)) {
                return receiving.failed(company(receipt), receipt, reply);
            }
        }
        UblReading reading = place.read(receipt, document);
        if (reading instanceof UblReading.OtherDocument other) {
            return receiving.finish(
                    receipt,
                    InvoiceState.SKIPPED,
                    Optional.of(PurchaseReasons.notAnInvoice(other.rootElement())),
                    "Overgeslagen: een " + other.rootElement() + ", geen factuur of creditnota.",
                    "Skipped: a " + other.rootElement() + ", not an invoice or credit note.");
        }
        if (reading instanceof UblReading.NotUsable broken) {
            Reason reason =
                    PurchaseReasons.unusable(receipt.externalId(), folder + "/" + Archive.DOCUMENT, broken.reason());
            return receiving.failed(company(receipt), receipt, new Reply.Refused<String>(reason));
        }
        InvoiceHeader header = ((UblReading.Usable) reading).header();
        return receivedBefore.recognise(receipt, header, UblDigest.sha256(document), folder);
    }

    private EConnect connection(Receipt receipt) {
        return connections.of(company(receipt), receipt.gateway());
    }

    private Company company(Receipt receipt) {
        return companies.get(receipt.company());
    }

    private <T> Reply<T> byGateway(Receipt receipt, Reply<T> reply) {
        return Receiving.asItCounts(company(receipt), receipt, reply);
    }

    /** The status that is to be set, unless a person has answered meanwhile; the PSB has no such codes. */
    private OptionalInt status(Receipt receipt) {
        return switch (receipt.gateway()) {
            case PLATFORM -> {
                OptionalInt wanted = company(receipt).receivedStatus();
                boolean saidOtherwise = wanted.isPresent()
                        && ledger.<Boolean>reading(
                                books -> StatusAsAnswer.isOverruled(books, receipt, wanted.getAsInt()));
                yield saidOtherwise ? OptionalInt.empty() : wanted;
            }
            case PSB -> OptionalInt.empty();
        };
    }

    /**
     * Gets the PDF: the embedded one, else eConnect's; one that is still being made delays no other document. What is complete
     * is staged in the same step, as {@link ImportFolder#stage(Receipt)} does.
     */
    public Receipt addPdf(Receipt receipt) throws IOException {
        Path document = archive.file(receipt.archive(), Archive.DOCUMENT);
        Path pdf = document.resolveSibling(Archive.PDF);
        Path made = document.resolveSibling(MADE_BY_ECONNECT);
        if (isPdf(pdf) && !Presence.isThere(made)) {
            return ready(receipt, new ArrivedPdf.OfSupplier());
        }
        PdfExtraction extraction = embedded.extract(document, pdf);
        if (extraction instanceof PdfExtraction.Extracted) {
            return ready(receipt, new ArrivedPdf.OfSupplier());
        }
        Optional<Reason> faulty = extraction instanceof PdfExtraction.Unusable unusable
                ? Optional.of(unusable.reason())
                : Optional.empty();
        if (isPdf(made)) {
            return ready(receipt, new ArrivedPdf.OfEConnect(faulty));
        }
        Instant until = waitUntil(receipt);
        Reply<PdfAnswer> reply = byGateway(receipt, connection(receipt).pdf(receipt.externalId(), made));
        boolean tooLate = !clock.instant().isBefore(until);
        if (reply instanceof Reply.Done<PdfAnswer> done) {
            if (done.value() instanceof PdfAnswer.Ready) {
                return isPdf(made)
                        ? ready(receipt, new ArrivedPdf.OfEConnect(faulty))
                        : ready(receipt, new ArrivedPdf.None(Optional.of(PurchaseReasons.noPdfAtEConnect())));
            }
            if (done.value() instanceof PdfAnswer.NeverMade) {
                return ready(receipt, new ArrivedPdf.None(faulty));
            }
            if (tooLate) {
                return ready(receipt, new ArrivedPdf.None(Optional.of(PurchaseReasons.pdfTakesTooLong())));
            }
            Receipt asked = remember(receipt, until);
            Instant next = clock.instant().plus(settings.pdfRetry());
            return receiving.waitUntil(asked, next.isAfter(until) ? until : next);
        }
        Receipt asked = remember(receipt, until);
        if (reply instanceof Reply.Blocked<PdfAnswer>
                || (!tooLate && reply.restAskedFor().isPresent())) {
            return receiving.failed(company(asked), asked, reply);
        }
        Reason reason = PurchaseReasons.of(reply);
        return tooLate || reply instanceof Reply.Refused<PdfAnswer>
                ? ready(asked, new ArrivedPdf.None(Optional.of(reason)))
                : receiving.putOff(asked, reason, until);
    }

    private static boolean isPdf(Path file) throws IOException {
        return Presence.isThere(file) && PdfMark.isIn(file);
    }

    /** The end of the waiting, counted from when eConnect was asked first. */
    private Instant waitUntil(Receipt receipt) {
        Instant end = clock.instant().plus(settings.pdfWait());
        // one that is farther off was written down by a clock that was wrong
        return receipt.pdfWaitUntil().filter(until -> !until.isAfter(end)).orElse(end);
    }

    /** Keeps the end of the waiting across restarts, where the first answer was not the PDF. */
    private Receipt remember(Receipt receipt, Instant until) {
        return receipt.pdfWaitUntil().filter(until::equals).isPresent()
                ? receipt
                : receiving.recorded(receipt, books -> books.receipts().waitForPdfUntil(receipt.invoiceId(), until));
    }

    /**
     * Whatever the check finds is recorded in the transaction that lets the invoice go on, and keeps it from nothing. It goes
     * on at once: one transaction says what it is and that its files are complete in the import folder.
     */
    private Receipt ready(Receipt receipt, ArrivedPdf pdf) throws IOException {
        Path document = archive.path(receipt.archive(), Archive.DOCUMENT);
        if (pdf instanceof ArrivedPdf.OfEConnect) {
            // before anything is recorded of it; its bytes are durable, its name becomes so here
            AtomicFile.syncFolder(document.getParent());
        }
        Optional<String> sha256 = pdf instanceof ArrivedPdf.None
                ? Optional.empty()
                : Optional.of(UblDigest.sha256(document.resolveSibling(
                        pdf instanceof ArrivedPdf.OfEConnect ? MADE_BY_ECONNECT : Archive.PDF)));
        Optional<Reason> whyNone = pdf instanceof ArrivedPdf.None none ? none.why() : Optional.empty();
        List<Reason> remarks = check.examine(document, pdf);
        Receipt named = receipt.ready(ImportName.of(receipt), sha256);
        Receipt after = importFolder.stage(
                new Checked(named, sha256.orElse(""), Optional.of(new Checked.Findings(remarks, whyNone))));
        whyNone.ifPresent(
                reason -> LOG.warn("{}: {} zonder PDF: {}", receipt.company(), receipt.externalId(), reason.dutch()));
        return after;
    }

    /** Sets the status at eConnect, if the company wants that, and closes the receipt. */
    public Receipt tellEConnect(Receipt receipt) {
        OptionalInt status = status(receipt);
        if (status.isPresent()) {
            Reply<String> reply =
                    byGateway(receipt, connection(receipt).setStatus(receipt.externalId(), status.getAsInt()));
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
                return receiving.failed(company(receipt), receipt, reply);
            }
        }
        String set = status.isPresent() ? " Status " + status.getAsInt() + " gezet bij eConnect." : "";
        String setEnglish = status.isPresent() ? " Status " + status.getAsInt() + " set at eConnect." : "";
        return ledger.inTransaction(books -> {
            status.stream().forEach(code -> StatusAsAnswer.record(books, receipt, code));
            return receiving.finish(
                    books,
                    receipt,
                    InvoiceState.RECEIVED,
                    Optional.empty(),
                    "Ontvangen." + set,
                    "Received." + setEnglish);
        });
    }
}
