package io.github.komaseconnect.company;

import java.nio.file.Path;
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
        return new Company(
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
}
