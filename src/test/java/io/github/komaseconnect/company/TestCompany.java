package io.github.komaseconnect.company;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A company with its folders in a folder of its own. */
public final class TestCompany {
    private TestCompany() {}

    /** With Company ID {@code XC<key>}. */
    public static Company of(String key, Path folder) {
        return of(key, "XC" + key, folder);
    }

    /** With this Company ID. */
    public static Company of(String key, String companyId, Path folder) {
        return of(
                key,
                key,
                companyId,
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(
                        folder.resolve("import"),
                        folder.resolve("export"),
                        folder.resolve("outbox"),
                        folder.resolve("sent"),
                        folder.resolve("held"),
                        folder.resolve("print-spool")),
                folder.resolve("relations.csv"),
                "0 0 3 * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                "",
                PdfPolicy.OPTIONAL,
                List.of());
    }

    /** A company on the platform API alone, without a fallback, whose invoices are not validated. */
    public static Company of(
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
                defaultMethod,
                emailFrom,
                pdf,
                alertEmails,
                watch,
                inDoubt,
                Gateway.PLATFORM,
                "",
                FallbackPolicy.none(),
                ValidationByMethod.all(Validation.OFF),
                HookSettings.none(),
                Branding.none(),
                PrintSettings.spool(),
                EmbedPdf.PAIRED,
                Mailing.usual(),
                AttachmentPolicy.LEFT_INSIDE);
    }

    /** A company over which nothing is watched, and whose doubts are for a person. */
    public static Company of(
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
        return of(
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
}
