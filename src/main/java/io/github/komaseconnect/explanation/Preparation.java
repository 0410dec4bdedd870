package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.configuration.EnvironmentSettings;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.mail.CarriedUbl;
import io.github.komaseconnect.mail.Composition;
import io.github.komaseconnect.mail.InvoiceMail;
import io.github.komaseconnect.mail.MailComposer;
import io.github.komaseconnect.mail.Rehearsal;
import io.github.komaseconnect.payload.PayloadPreview;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.rendering.Look;
import io.github.komaseconnect.rendering.PdfChoice;
import io.github.komaseconnect.rendering.PdfChoice.Chosen;
import io.github.komaseconnect.rendering.PdfChoice.Impossible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Prepares a delivery as the runtime would, in a folder for the purpose: which PDF, and whether a mail can be made. */
final class Preparation {
    private final PdfChoice pdfs;
    private final PdfEmbedding embedding;
    private final PayloadPreview payloads;
    private final MailComposer mails;

    private final EnvironmentSettings environment;

    Preparation(
            PdfChoice pdfs,
            PdfEmbedding embedding,
            PayloadPreview payloads,
            MailComposer mails,
            EnvironmentSettings environment) {
        this.payloads = payloads;
        this.environment = environment;
        this.pdfs = pdfs;
        this.embedding = embedding;
        this.mails = mails;
    }

    /**
     * What was found.
     *
     * @param pdf which PDF the customer would get
     * @param document the UBL that would be sent, or at least looked at
     * @param impossible why there is nothing that may be sent
     */
    record Found(Words pdf, Path document, Optional<Reason> impossible) {}

    /**
     * Tries it. Over Peppol a PDF may go along in the XML; by e-mail and print there must be one.
     *
     * @param beside the PDF that came with the XML
     * @param folder for what is made
     */
    Found tryOut(
            Company company,
            InvoiceHeader header,
            Path xml,
            Optional<Path> beside,
            Destination destination,
            TemporaryFolder folder)
            throws IOException {
        Look look = new Look(destination.language(), company.branding());
        if (destination.method() == SendingMethod.PEPPOL) {
            PayloadPreview.Seen seen = payloads.look(company, xml, beside, look, folder.path());
            Words words = seen.told()
                    .map(told -> new Words(told.dutch(), told.english()))
                    .orElseGet(() -> overPeppol(header, beside));
            return new Found(words, seen.document(), seen.obstacle());
        }
        PdfChoice.Choice choice = pdfs.choose(xml, beside, look, folder.path());
        if (choice instanceof Impossible impossible) {
            return new Found(
                    new Words("geen bruikbare", "none that can be used"), xml, Optional.of(impossible.reason()));
        }
        Chosen chosen = (Chosen) choice;
        Path pdf = chosen.file();
        Words words = words(company, header, beside, pdf);
        return new Found(
                chosen.warning()
                        .map(reason -> new Words(
                                words.dutch() + ". " + reason.dutchLine(),
                                words.english() + ". " + reason.englishLine()))
                        .orElse(words),
                xml,
                destination.method() == SendingMethod.EMAIL
                        ? mail(company, header, xml, pdf, destination, folder)
                        : Optional.empty());
    }

    private Optional<Reason> mail(
            Company company, InvoiceHeader header, Path xml, Path pdf, Destination destination, TemporaryFolder folder)
            throws IOException {
        Optional<Reason> refusal = Rehearsal.refusal(environment);
        if (refusal.isPresent()) {
            return refusal;
        }
        CarriedUbl carried = CarriedUbl.of(
                destination.attachments(),
                embedding,
                xml,
                pdf,
                "factuur",
                folder.path().resolve("with-pdf.xml"));
        if (carried instanceof CarriedUbl.Impossible not) {
            return Optional.of(not.reason());
        }
        Path ubl = ((CarriedUbl.File) carried).file();
        InvoiceMail mail =
                new InvoiceMail(company, destination, header, xml, ubl, pdf, "factuur", "0", Optional.empty());
        Composition composition = mails.compose(mail, folder.path().resolve("mail.eml"));
        return composition instanceof Composition.CannotCompose cannot
                ? Optional.of(cannot.reason())
                : Optional.empty();
    }

    private static Words words(Company company, InvoiceHeader header, Optional<Path> beside, Path chosen) {
        if (beside.filter(chosen::equals).isPresent()) {
            String name = chosen.getFileName().toString();
            return new Words("die naast de XML: " + name, "the one beside the XML: " + name);
        }
        String ignored = company.pdf() == PdfPolicy.NONE ? " (company." + company.key() + ".pdf=none)" : "";
        return header.embeddedPdf().isPresent()
                ? new Words(
                        "die in de XML: " + header.embeddedPdf().get() + ignored,
                        "the one in the XML: " + header.embeddedPdf().get() + ignored)
                : new Words("gemaakt uit de XML" + ignored, "made from the XML" + ignored);
    }

    private static Words overPeppol(InvoiceHeader header, Optional<Path> beside) {
        if (header.embeddedPdf().isPresent()) {
            String name = header.embeddedPdf().get();
            return new Words("die in de XML gaat mee: " + name, "the one in the XML goes along: " + name);
        }
        String name = beside.map(file -> file.getFileName().toString()).orElse("");
        return beside.isPresent()
                ? new Words(
                        name + " wordt bewaard; over Peppol gaat alleen de XML",
                        name + " is kept; only the XML goes over Peppol")
                : new Words("geen; over Peppol is er geen nodig", "none; none is needed over Peppol");
    }
}
