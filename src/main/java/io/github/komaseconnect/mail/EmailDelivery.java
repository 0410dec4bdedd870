package io.github.komaseconnect.mail;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.configuration.EnvironmentSettings;
import io.github.komaseconnect.configuration.InvoiceMails;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.InvoiceWarnings;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.rendering.Look;
import io.github.komaseconnect.rendering.PdfChoice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a delivery by e-mail: choose the PDF and compose, hand over the message, judge what the server said. */
public final class EmailDelivery {
    private final Archive archive;
    private final UblReader reader;
    private final PdfChoice pdfs;
    private final MailComposer composer;
    private final MailVerdict verdict;
    private final InvoiceWarnings warnings;
    private final EnvironmentSettings environment;
    private final PdfEmbedding embedding;

    /**
     * Composes with {@code composer} from what the archive holds.
     *
     * @param embedding puts the PDF into the UBL where a relation wants that
     * @param environment outside production, {@link InvoiceMails} says who gets it
     */
    public EmailDelivery(
            Archive archive,
            UblReader reader,
            PdfChoice pdfs,
            PdfEmbedding embedding,
            MailComposer composer,
            MailVerdict verdict,
            InvoiceWarnings warnings,
            EnvironmentSettings environment) {
        this.archive = archive;
        this.reader = reader;
        this.pdfs = pdfs;
        this.embedding = embedding;
        this.composer = composer;
        this.verdict = verdict;
        this.warnings = warnings;
        this.environment = environment;
    }

    /** Composes the whole message into the archive; what goes out is exactly that file. */
    public Prepared prepare(Shipment shipment) throws IOException {
        LedgerInvoice invoice = shipment.invoice();
        Optional<Reason> refusal = Rehearsal.refusal(environment);
        if (refusal.isPresent()) {
            return Prepared.cannot(shipment, refusal.get());
        }
        Path eml = archive.file(
                invoice.archive(),
                "delivery-" + shipment.delivery().id() + "-attempt-"
                        + (shipment.delivery().attempts() + 1) + "-sent.eml");
        UblReading reading = reader.read(shipment.ubl(), invoice.originalName());
        if (!(reading instanceof UblReading.Usable usable)) {
            return Prepared.cannot(shipment, ((UblReading.NotUsable) reading).reason());
        }
        Optional<Path> beside =
                invoice.hasPdf() ? Optional.of(archive.file(invoice.archive(), Archive.PDF)) : Optional.empty();
        PdfChoice.Choice choice = pdfs.choose(
                shipment.ubl(),
                beside,
                new Look(
                        shipment.delivery().destination().language(),
                        shipment.company().branding()),
                eml.getParent());
        if (choice instanceof PdfChoice.Impossible impossible) {
            return Prepared.cannot(shipment, impossible.reason());
        }
        PdfChoice.Chosen chosen = (PdfChoice.Chosen) choice;
        chosen.warning().ifPresent(reason -> warnings.tell(invoice.id(), reason));
        Path pdf = chosen.file();
        CarriedUbl carried = CarriedUbl.of(
                shipment.delivery().destination().attachments(),
                embedding,
                shipment.ubl(),
                pdf,
                invoice.stem(),
                eml.resolveSibling(eml.getFileName().toString().replace("-sent.eml", "-with-pdf.xml")));
        if (carried instanceof CarriedUbl.Impossible not) {
            return Prepared.cannot(shipment, not.reason());
        }
        Composition composition = composer.compose(
                new InvoiceMail(
                        shipment.company(),
                        to(shipment.delivery().destination()),
                        usable.header(),
                        archive.path(invoice.archive(), Archive.DOCUMENT),
                        ((CarriedUbl.File) carried).file(),
                        pdf,
                        invoice.stem(),
                        Long.toString(shipment.delivery().id()),
                        rehearsal(shipment.delivery().destination())),
                eml);
        return composition instanceof Composition.CannotCompose cannot
                ? Prepared.cannot(shipment, cannot.reason())
                : Prepared.toGo(shipment, eml);
    }

    private Destination to(Destination customer) {
        return environment.invoiceMails() instanceof InvoiceMails.Instead instead
                ? customer.withAddresses(instead.addresses())
                : customer;
    }

    private Optional<Rehearsal> rehearsal(Destination customer) {
        if (environment.which().isProduction()) {
            return Optional.empty();
        }
        boolean others = environment.invoiceMails() instanceof InvoiceMails.Instead;
        return Optional.of(new Rehearsal(environment.which(), others ? customer.addresses() : List.of()));
    }

    /** The composed message, to be handed to camel-mail. */
    public SealedMessage message(Prepared prepared) throws MessagingException, IOException {
        Shipment shipment = prepared.shipment();
        boolean rehearsed = environment.invoiceMails() instanceof InvoiceMails.Instead;
        List<InternetAddress> unseen = new ArrayList<>();
        for (String address :
                rehearsed ? List.<String>of() : shipment.company().mailing().bcc()) {
            unseen.add(MailAddress.parse(address));
        }
        return SealedMessage.of(shipment.company().key(), prepared.file().orElseThrow(), unseen);
    }

    /** The server took it. */
    public EndedAttempt accepted(OpenAttempt attempt, SealedMessage message) {
        return new EndedAttempt(attempt, verdict.accepted(message));
    }

    /** It went wrong: before or after the server could have taken it. */
    public EndedAttempt failed(OpenAttempt attempt, SealedMessage message, Exception failure) {
        return new EndedAttempt(attempt, verdict.failed(failure, message));
    }
}
