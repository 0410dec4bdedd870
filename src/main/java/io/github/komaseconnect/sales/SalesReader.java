package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.invoice.UblText;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a claimed file and says whether it is an invoice that this company may send. */
public final class SalesReader {
    private final Companies companies;
    private final UblText text;
    private final PickupSettings settings;

    /** Reads with {@code reader} files up to the size in {@code settings}. */
    public SalesReader(Companies companies, UblReader reader, PickupSettings settings) {
        this.companies = companies;
        this.text = new UblText(reader);
        this.settings = settings;
    }

    /**
     * Reads; never fails for what a file contains.
     *
     * @throws IOException when the file cannot be read at all, e.g. because the folder has gone
     */
    public Arrival read(Claim claim) throws IOException {
        String pdfSha = claim.pdf().isPresent() ? UblDigest.sha256(claim.pdf().get()) : "";
        if (claim.xml().isEmpty()) {
            return new Arrival(claim, Optional.empty(), Optional.of(leftOver(claim)), pdfSha, pdfSha);
        }
        Path xml = claim.xml().get();
        String sha = UblDigest.sha256(xml);
        long size = Files.size(xml);
        if (size > settings.maxSize()) {
            return new Arrival(claim, Optional.empty(), Optional.of(tooLarge(claim, size)), sha, pdfSha);
        }
        UblText.Read read = text.read(xml, claim.originalName());
        UblReading reading = read.reading();
        if (reading instanceof UblReading.Usable usable) {
            return new Arrival(
                    claim, Optional.of(usable.header()), fault(claim, usable.header()), sha, pdfSha, read.repair());
        }
        Reason reason = reading instanceof UblReading.OtherDocument other
                ? other.reason()
                : ((UblReading.NotUsable) reading).reason();
        return new Arrival(claim, Optional.empty(), Optional.of(reason), sha, pdfSha);
    }

    private Optional<Reason> fault(Claim claim, InvoiceHeader header) {
        Company company = companies.get(claim.company());
        Optional<Reason> other = SupplierCheck.check(company, header);
        if (other.isPresent()) {
            return other;
        }
        if (company.pdf() == PdfPolicy.REQUIRED && claim.pdf().isEmpty()) {
            return Optional.of(new Reason(
                    "sales.pdf-missing",
                    "Bij " + claim.originalName() + " hoort een PDF, maar die kwam niet.",
                    "There should be a PDF with " + claim.originalName() + ", but none came.",
                    "Zet de PDF met dezelfde naam samen met de XML in de exportmap, of zet company." + company.key()
                            + ".pdf op optional.",
                    "Put the PDF of the same name into the export folder together with the XML, or set company."
                            + company.key() + ".pdf to optional."));
        }
        return Optional.empty();
    }

    private static Reason leftOver(Claim claim) {
        return new Reason(
                "sales.pdf-alone",
                "De PDF " + claim.originalName() + " kwam zonder XML. Hij wordt niet verzonden en nooit aan een latere "
                        + "factuur met die naam toegevoegd.",
                "The PDF " + claim.originalName() + " came without XML. It is not sent and never added to a later "
                        + "invoice of that name.",
                "Hoort hij bij een factuur die nog niet verzonden is? Zet XML en PDF dan samen in de exportmap.",
                "Does it belong to an invoice that was not sent yet? Then put XML and PDF into the export folder together.");
    }

    private Reason tooLarge(Claim claim, long size) {
        long megabytes = size / 1_000_000;
        long limit = settings.maxSize() / 1_000_000;
        return new Reason(
                "sales.too-large",
                "Het bestand " + claim.originalName() + " is " + megabytes + " MB; de grens is " + limit + " MB.",
                "The file " + claim.originalName() + " is " + megabytes + " MB; the limit is " + limit + " MB.",
                "Maak de bijlagen kleiner, of verhoog pickup.max-size.",
                "Make its attachments smaller, or raise pickup.max-size.");
    }
}
