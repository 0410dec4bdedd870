package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.Gateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds companies that would read each other's files or documents, and folders that serve two purposes. Symbolic links
 * are followed as far as the folders exist.
 */
final class Conflicts {
    private final Map<Path, List<Use>> uses = new LinkedHashMap<>();
    private final Map<String, List<Company>> byCompanyId = new LinkedHashMap<>();
    private final Map<String, List<Company>> byPartyId = new LinkedHashMap<>();
    private final Map<String, Settings> settings = new HashMap<>();
    private final List<Use> own = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();

    /** A folder of a company ({@code setting}), or of the program itself (company empty). */
    private record Use(String company, String setting, Path typed) {}

    /** Adds a folder that is the program's own: the ledger, the archive, the logs. */
    void addOwn(String description, Path folder) {
        own.add(new Use("", description, folder));
    }

    /** Adds a company with the settings on which its problems are noted. */
    void add(Company company, Settings itsSettings) {
        settings.put(company.key(), itsSettings);
        if (company.has(Gateway.PLATFORM)) {
            byCompanyId
                    .computeIfAbsent(company.companyId(), id -> new ArrayList<>())
                    .add(company);
        }
        if (company.has(Gateway.PSB)) {
            byPartyId
                    .computeIfAbsent(company.partyId(), id -> new ArrayList<>())
                    .add(company);
        }
        CompanyFolders folders = company.folders();
        addFolder(company, "import-folder", folders.importFolder());
        addFolder(company, "export-folder", folders.exportFolder());
        addFolder(company, "outbox-folder", folders.outbox());
        addFolder(company, "sent-folder", folders.sent());
        addFolder(company, "held-folder", folders.held());
        addFolder(company, "print-spool-folder", folders.printSpool());
        addFolder(company, "respond-folder", folders.respond());
    }

    /** Notes an error on every company concerned. */
    void note() {
        byCompanyId.forEach((id, list) -> noteShared("company-id", "Company ID", id, list));
        byPartyId.forEach((id, list) -> noteShared("party-id", "party id", id, list));
        uses.forEach((folder, list) -> {
            list.forEach(use -> list.stream().filter(other -> other != use).forEach(other -> noteSame(use, other)));
            for (Path above = folder.getParent(); above != null; above = above.getParent()) {
                for (Use outer : uses.getOrDefault(above, List.of())) {
                    list.forEach(inner -> noteNested(inner, outer));
                }
            }
        });
        own.forEach(mine -> uses.forEach((folder, list) -> {
            Path place = real(mine.typed());
            if (folder.startsWith(place) || place.startsWith(folder)) {
                list.forEach(use -> error(
                        use,
                        mine,
                        "ligt in " + mine.setting() + " of omgekeerd; kies een andere map",
                        "lies within " + mine.setting() + " or the other way round; choose another folder"));
            }
        }));
    }

    private void addFolder(Company company, String setting, Path folder) {
        uses.computeIfAbsent(real(folder), path -> new ArrayList<>()).add(new Use(company.key(), setting, folder));
    }

    private void noteShared(String setting, String what, String id, List<Company> companies) {
        if (companies.size() < 2) {
            return;
        }
        for (Company company : companies) {
            String others = String.join(
                    ", ",
                    companies.stream()
                            .map(Company::key)
                            .filter(key -> !key.equals(company.key()))
                            .toList());
            settings.get(company.key())
                    .error(
                            setting,
                            id + " staat ook bij " + others + "; elk bedrijf heeft zijn eigen " + what,
                            id + " is also that of " + others + "; every company has a " + what + " of its own");
        }
    }

    private void noteSame(Use use, Use other) {
        String name = name(use, other);
        error(
                use,
                other,
                use.typed() + " is dezelfde map als " + name + "; kies een eigen map",
                use.typed() + " is the same folder as " + name + "; choose a folder of its own");
    }

    /** Within one company a folder in another is fine: folders are not searched any deeper. */
    private void noteNested(Use inner, Use outer) {
        if (!inner.company().equals(outer.company())) {
            nested(inner, outer);
            nested(outer, inner);
        }
    }

    private void nested(Use use, Use other) {
        error(
                use,
                other,
                "deelt een map met " + name(use, other) + " (" + other.typed()
                        + "); kies mappen die niet in elkaar liggen",
                "shares a folder with " + name(use, other) + " (" + other.typed()
                        + "); choose folders that do not lie within each other");
    }

    /** One error for a folder and a company that it is in conflict with, however many folders of that one. */
    private void error(Use use, Use other, String dutch, String english) {
        if (noted.add(use.company() + "." + use.setting() + " " + other.company())) {
            settings.get(use.company()).error(use.setting(), dutch, english);
        }
    }

    private String name(Use use, Use other) {
        return use.company().equals(other.company())
                ? other.setting()
                : settings.get(other.company()).mention(other.setting());
    }

    /** The path with links followed, as far as it exists. */
    private static Path real(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        for (Path existing = path; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath().resolve(existing.relativize(path)).normalize();
            } catch (IOException missing) {
                // what does not exist yet has no links; the folder above may
            }
        }
        return path;
    }
}
