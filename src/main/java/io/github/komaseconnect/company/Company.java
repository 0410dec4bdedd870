package io.github.komaseconnect.company;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Komas company as configured under {@code company.<key>.*}, checked and complete. Secrets are not part of it: see
 * {@link Credentials}.
 *
 * @param key the key in the configuration, lower case letters, digits and dashes
 * @param companyId eConnect Company ID, {@code XC…}, case-sensitive
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
        InDoubtPolicy inDoubt) {
    public Company {
        alertEmails = List.copyOf(alertEmails);
    }

    /** A company over which nothing is watched, and whose doubts are for a person. */
    public Company(
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
            List<String> alertEmails) {
        this(
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
                defaultMethod,
                emailFrom,
                pdf,
                alertEmails,
                WatchLimits.none(),
                InDoubtPolicy.HOLD);
    }

    /** Whether the two would read each other's documents or files: one Company ID, or a folder in common or in another. */
    public boolean isInTheWayOf(Company other) {
        return companyId.equals(other.companyId)
                || folders.all().stream().anyMatch(mine -> other.folders.all().stream()
                        .anyMatch(theirs -> mine.startsWith(theirs) || theirs.startsWith(mine)));
    }

    /** The same company with another default method. */
    public Company withDefaultMethod(DefaultMethod method) {
        return with(method, inDoubt);
    }

    /** The same company with another policy for what is in doubt. */
    public Company withInDoubt(InDoubtPolicy policy) {
        return with(defaultMethod, policy);
    }

    private Company with(DefaultMethod method, InDoubtPolicy policy) {
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
                method,
                emailFrom,
                pdf,
                alertEmails,
                watch,
                policy);
    }
}
