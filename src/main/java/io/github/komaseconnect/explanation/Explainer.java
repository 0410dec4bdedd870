package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.explanation.Explanation.Fate;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TextRepair;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.mail.MailComposer;
import io.github.komaseconnect.mail.MailTemplates;
import io.github.komaseconnect.payload.PayloadPreview;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfChoice;
import io.github.komaseconnect.sales.Arrival;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.ExportWatch.Sight;
import io.github.komaseconnect.sales.ExportWatch.Verdict;
import io.github.komaseconnect.sales.InvoiceFiles;
import io.github.komaseconnect.sales.SalesReader;
import io.github.komaseconnect.validation.PhiveRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what would become of a sales invoice if it lay in the export folder now, and why, by the parts that decide it for
 * real. Changes nothing and sends nothing; never fails for what is in a file.
 */
public final class Explainer {
    private static final Logger LOG = LoggerFactory.getLogger(Explainer.class);

    private final List<Company> companies;
    private final CompanyOfFile companyOfFile;
    private final CredentialsSource credentials;
    private final SalesReader sales;
    private final UblReader reader;
    private final ExportWatch watch;
    private final LedgerWords ledger;
    private final RelationsNow relations;
    private final Preparation preparation;
    private final RulesNow rules;
    private final ReachNow reach;

    /**
     * An explainer for the companies of a configuration that can run.
     *
     * @param ledger the ledger, when there is one that can be read
     */
    public Explainer(
            Home home,
            Configuration configuration,
            CredentialsSource credentials,
            Optional<Ledger> ledger,
            Clock clock) {
        SafeXml xml = new SafeXml();
        this.companies = configuration.companies();
        this.companyOfFile = new CompanyOfFile(companies);
        this.credentials = credentials;
        this.reader = new UblReader(xml);
        this.sales = new SalesReader(
                new Companies(companies), reader, configuration.settings().pickup());
        this.watch = new ExportWatch(configuration.settings().pickup(), clock);
        this.ledger = new LedgerWords(ledger);
        this.relations = new RelationsNow(home, configuration.settings().leadingZeros(), clock);
        this.reach = new ReachNow(ledger, relations, clock);
        this.rules = new RulesNow(new PhiveRules(xml, missing -> LOG.warn("No rules named {}", missing)), clock);
        InvoicePdf rendering = new InvoicePdf(xml);
        PdfEmbedding embedding = new PdfEmbedding(xml);
        this.preparation = new Preparation(
                new PdfChoice(new EmbeddedPdf(xml), rendering),
                embedding,
                new PayloadPreview(
                        embedding, rendering, configuration.settings().peppolLimit()),
                new MailComposer(new MailTemplates(configuration.settings().mailTemplates()), clock),
                configuration.environment());
    }

    /**
     * Explains one file.
     *
     * @param chosen the company that the user named; empty: found out by folder, by being the only one, by supplier
     */
    public Explanation explain(Path file, Optional<Company> chosen) {
        Telling telling = new Telling(file);
        Path path = file.toAbsolutePath().normalize();
        try {
            if (!Files.isRegularFile(path)) {
                return telling.unreadable(ExplanationReasons.noFile(file));
            }
            Optional<Company> company =
                    chosen.or(() -> companyOfFile.byFolder(path)).or(companyOfFile::only);
            return isPdf(path) ? explainPdf(telling, path) : explainXml(telling, path, company);
        } catch (IOException e) {
            return telling.unreadable(ExplanationReasons.unreadable(file, e));
        }
    }

    private Explanation explainPdf(Telling telling, Path pdf) throws IOException {
        Optional<Path> xml = InvoiceFiles.sibling(pdf, ".xml");
        if (xml.isPresent()) {
            String name = xml.get().getFileName().toString();
            return telling.verdict(Fate.LEFT_ALONE, "hoort bij " + name, "belongs to " + name);
        }
        String name = pdf.getFileName().toString();
        Arrival arrival = sales.read(new Claim("", name, "", Optional.empty(), Optional.of(pdf)));
        return telling.held(arrival.fault().orElseThrow());
    }

    private Explanation explainXml(Telling telling, Path xml, Optional<Company> known) throws IOException {
        Optional<Company> company = known;
        if (company.isEmpty()) {
            UblReading reading = reader.read(xml);
            if (!(reading instanceof UblReading.Usable usable)) {
                return telling.held(
                        reading instanceof UblReading.OtherDocument other
                                ? other.reason()
                                : ((UblReading.NotUsable) reading).reason());
            }
            telling.document(usable.header());
            company = companyOfFile.bySupplier(usable.header().supplier());
            if (company.isEmpty()) {
                return telling.companyUnknown(ExplanationReasons.companyUnknown(companies));
            }
        }
        telling.company(company.get());
        Sight sight =
                new Sight(xml, Files.size(xml), Files.getLastModifiedTime(xml).toMillis());
        if (watch.look(company.get(), sight, Optional.empty()) == Verdict.LEAVE) {
            return telling.verdict(
                    Fate.LEFT_ALONE,
                    "wordt in de exportmap niet opgepakt: verborgen, tijdelijk of geen .xml",
                    "is left alone in the export folder: hidden, temporary or no .xml");
        }
        return explain(telling, xml, company.get());
    }

    private Explanation explain(Telling telling, Path xml, Company company) throws IOException {
        Optional<Path> pdf = company.pdf() == PdfPolicy.NONE ? Optional.empty() : InvoiceFiles.sibling(xml, ".pdf");
        String name = xml.getFileName().toString();
        Arrival arrival = sales.read(new Claim(company.key(), name, "", Optional.of(xml), pdf));
        if (arrival.header().isEmpty()) {
            return telling.held(arrival.fault().orElseThrow());
        }
        InvoiceHeader header = arrival.header().get();
        telling.document(header);
        LedgerWords.Found known = ledger.look(company.key(), header, arrival.sha256());
        LookUp lookUp = relations.lookUp(header, company);
        relations.trouble(company).ifPresent(telling::relationFile);
        Optional<Reason> obstacle = arrival.fault().or(known::conflict);
        if (lookUp instanceof LookUp.Decided decided) {
            Destination destination = decided.destination();
            telling.destination(destination);
            decided.warnings().forEach(telling::mind);
            if (destination.method() == SendingMethod.PEPPOL) {
                telling.reach(reach.look(company, header, destination));
            }
            Optional<Reason> unfit = wouldGo(telling, company, arrival, header, xml, pdf, destination);
            obstacle = obstacle.or(() -> unfit);
            if (destination.method() == SendingMethod.PRINT) {
                telling.printing(PrintWords.of(company, destination));
            }
            if (destination.method() == SendingMethod.EMAIL
                    && !credentials.mail(company).configured()) {
                telling.noMailServer();
            }
        } else {
            obstacle = obstacle.or(() -> Optional.of(((LookUp.Undecided) lookUp).reason()));
        }
        telling.ledger(known.words());
        if (known.sentBefore().isPresent()) {
            return telling.verdict(
                    Fate.LEFT_ALONE,
                    "wordt niet nog eens verzonden: deze inhoud is al "
                            + known.sentBefore().get().state().dutch(),
                    "is not sent again: this content is already "
                            + known.sentBefore().get().state().english());
        }
        return obstacle.map(telling::held)
                .orElseGet(() -> telling.verdict(Fate.SENT, "wordt verzonden", "would be sent"));
    }

    /** What would be sent, and why it would be held; all of it made in a folder that is gone afterwards. */
    private Optional<Reason> wouldGo(
            Telling telling,
            Company company,
            Arrival arrival,
            InvoiceHeader header,
            Path xml,
            Optional<Path> pdf,
            Destination destination)
            throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Path document = xml;
            if (arrival.repair().isPresent()) {
                TextRepair repair = arrival.repair().get();
                telling.mind(repair.told(xml.getFileName().toString()));
                document = folder.path().resolve("mended.xml");
                SureFile.write(document, out -> repair.writeTo(xml, out));
            }
            Preparation.Found prepared = preparation.tryOut(company, header, document, pdf, destination, folder);
            telling.pdf(prepared.pdf());
            RulesNow.Found found = rules.look(
                    company, destination.method(), prepared.document(), UblDigest.sha256(prepared.document()));
            telling.rules(found.words());
            return prepared.impossible().or(found::obstacle);
        }
    }

    private static boolean isPdf(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
