package io.github.komaseconnect.company;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * One Komas company as configured under {@code company.<key>.*}, checked and complete. Secrets are not part of it: see
 * {@link Credentials}.
 *
 * @param key the key in the configuration, lower case letters, digits and dashes
 * @param companyId eConnect Company ID, {@code XC…}, case-sensitive; empty when the platform API is not set up
 * @param cocNumber when set, a sales invoice of another supplier is held
 * @param vatNumber when set, a sales invoice of another supplier is held
 * @param relations the relation file
 * @param refresh Quartz cron expression, Europe/Amsterdam
 * @param receiveSince first run: documents created from this day on; empty: those nobody has downloaded yet
 * @param receivedStatus status code to set once an invoice is in the import folder
 * @param emailFrom sender of mails to customers; empty when the company sends none
 * @param alertEmails who is told about this company's troubles, besides {@code alert.email}
 * @param watch what people are told of when it stays away or lies about for too long
 * @param inDoubt what becomes of a mail or print that may have gone out
 * @param gateway by which way of eConnect it sends and receives now
 * @param partyId who it is on the PSB, as eConnect writes it, such as {@code NL:KVK:12345678}; empty when the PSB is not
 *     set up
 * @param fallback what is allowed for customers who are not on Peppol
 * @param validation what is done with official rules that a sales invoice breaks
 * @param hooks how it hears from the PSB, and what the PSB hears of what was received
 * @param branding how its invoices look, where this program makes the PDF
 * @param printing by which printer, or the spool folder, and whether the invoices of a day go together
 * @param embedPdf which PDF goes along in a UBL that has none, over Peppol
 * @param mailing how its invoices are mailed
 * @param attachments what becomes of the other attachments of purchase invoices
 */
public record Company(
        String key,
        String name,
        String companyId,
        Optional<String> cocNumber,
        Optional<String> vatNumber,
        CompanyFolders folders,
        Path relations,
        String refresh,
        Optional<LocalDate> receiveSince,
        OptionalInt receivedStatus,
        DefaultMethod defaultMethod,
        String emailFrom,
        PdfPolicy pdf,
        List<String> alertEmails,
        WatchLimits watch,
        InDoubtPolicy inDoubt,
        Gateway gateway,
        String partyId,
        FallbackPolicy fallback,
        ValidationByMethod validation,
        HookSettings hooks,
        Branding branding,
        PrintSettings printing,
        EmbedPdf embedPdf,
        Mailing mailing,
        AttachmentPolicy attachments) {
    public Company {
        alertEmails = List.copyOf(alertEmails);
    }

    /** Whether it can reach eConnect by this gateway: the one in use, or one that it used before and whose settings are kept. */
    public boolean has(Gateway way) {
        return switch (way) {
            case PLATFORM -> !companyId.isEmpty();
            case PSB -> !partyId.isEmpty();
        };
    }

    /**
     * By which gateway its inbox is read: the one in use, else one used before, where documents may still arrive as long as
     * its settings are kept; empty when only hooks tell what arrives.
     */
    public Optional<Gateway> listedBy() {
        return gateway.hasLists()
                ? Optional.of(gateway)
                : Arrays.stream(Gateway.values())
                        .filter(way -> way.hasLists() && has(way))
                        .findFirst();
    }

    /**
     * Whether the two would read each other's documents or files: one Company ID or party id, or a folder in common or in
     * another.
     */
    public boolean isInTheWayOf(Company other) {
        return isSame(companyId, other.companyId)
                || isSame(partyId, other.partyId)
                || folders.all().stream().anyMatch(mine -> other.folders.all().stream()
                        .anyMatch(theirs -> mine.startsWith(theirs) || theirs.startsWith(mine)));
    }

    private static boolean isSame(String mine, String others) {
        return !mine.isEmpty() && mine.equals(others);
    }

    /** The same company with another default method. */
    public Company withDefaultMethod(DefaultMethod method) {
        return with(parts -> parts.defaultMethod = method);
    }

    /** The same company with another policy for what is in doubt. */
    public Company withInDoubt(InDoubtPolicy policy) {
        return with(parts -> parts.inDoubt = policy);
    }

    /** The same company on another gateway, with its party id on the PSB. */
    public Company withGateway(Gateway way, String party) {
        return with(parts -> {
            parts.gateway = way;
            parts.partyId = party;
        });
    }

    /** The same company with another policy for customers who are not on Peppol. */
    public Company withFallback(FallbackPolicy policy) {
        return with(parts -> parts.fallback = policy);
    }

    /** The same company with this done about official rules that an invoice breaks. */
    public Company withValidation(ValidationByMethod byMethod) {
        return with(parts -> parts.validation = byMethod);
    }

    /** The same company with other hooks. */
    public Company withHooks(HookSettings others) {
        return with(parts -> parts.hooks = others);
    }

    /** The same company with another way to print. */
    public Company withPrinting(PrintSettings other) {
        return with(parts -> parts.printing = other);
    }

    /** The same company with another choice of the PDF that goes along over Peppol. */
    public Company withEmbedPdf(EmbedPdf choice) {
        return with(parts -> parts.embedPdf = choice);
    }

    /** The same company that mails its invoices in another way. */
    public Company withMailing(Mailing other) {
        return with(parts -> parts.mailing = other);
    }

    /** The same company with this done about attachments of purchase invoices. */
    public Company withAttachments(AttachmentPolicy policy) {
        return with(parts -> parts.attachments = policy);
    }

    private Company with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new Company(
                key,
                name,
                companyId,
                cocNumber,
                vatNumber,
                folders,
                relations,
                refresh,
                receiveSince,
                receivedStatus,
                parts.defaultMethod,
                emailFrom,
                pdf,
                alertEmails,
                watch,
                parts.inDoubt,
                parts.gateway,
                parts.partyId,
                parts.fallback,
                parts.validation,
                parts.hooks,
                branding,
                parts.printing,
                parts.embedPdf,
                parts.mailing,
                parts.attachments);
    }

    /** What can be another in a copy. */
    private static final class Parts {
        private DefaultMethod defaultMethod;
        private InDoubtPolicy inDoubt;
        private Gateway gateway;
        private String partyId;
        private FallbackPolicy fallback;
        private ValidationByMethod validation;
        private HookSettings hooks;
        private PrintSettings printing;
        private EmbedPdf embedPdf;
        private Mailing mailing;
        private AttachmentPolicy attachments;

        Parts(Company company) {
            defaultMethod = company.defaultMethod;
            inDoubt = company.inDoubt;
            gateway = company.gateway;
            partyId = company.partyId;
            fallback = company.fallback;
            validation = company.validation;
            hooks = company.hooks;
            printing = company.printing;
            embedPdf = company.embedPdf;
            mailing = company.mailing;
            attachments = company.attachments;
        }
    }
}
