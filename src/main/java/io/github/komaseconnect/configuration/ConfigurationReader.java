package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and checks {@code application.properties} and {@code companies/*.properties}. A reader of our own, because Camel's drops the backslashes of a
 * Windows path such as {@code C:\Komas\export}, and fails on one with a backslash before a {@code u}.
 */
public final class ConfigurationReader {
    /** The one name of the file in home. */
    public static final String FILE = "application.properties";

    private final Function<String, Optional<String>> environment;

    /**
     * A reader.
     *
     * @param environment gives an environment variable; in the program {@code name ->
     *     Optional.ofNullable(System.getenv(name))}
     */
    public ConfigurationReader(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /**
     * Reads the files in a home folder. Whatever is wrong, also that a file cannot be read at all, is among the
     * {@link Configuration#problems() problems}; nothing is thrown.
     */
    public Configuration read(Path home) {
        Path base = home.toAbsolutePath().normalize();
        List<Problem> unreadable = new ArrayList<>();
        CompanyFiles files = CompanyFiles.none();
        try {
            files = CompanyFiles.read(base);
        } catch (IOException e) {
            unreadable.add(unreadable(CompanyFiles.FOLDER, base));
        }
        try {
            return read(base, PropertiesFile.read(base.resolve(FILE)), files, unreadable, Optional.empty());
        } catch (IOException e) {
            Configuration empty =
                    read(base, PropertiesFile.parse(""), CompanyFiles.none(), List.of(), Optional.empty());
            return new Configuration(
                    empty.settings(),
                    empty.environment(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(unreadable(FILE, base)),
                    Map.of(),
                    CompanyFiles.none(),
                    ignored -> read(base));
        }
    }

    private static Problem unreadable(String file, Path base) {
        return new Problem(
                Problem.Severity.ERROR,
                Optional.empty(),
                file,
                "",
                0,
                "kan niet worden gelezen in " + base,
                "cannot be read in " + base);
    }

    /** @param atStart the environment of a program that runs: files of companies change companies, and never that */
    private Configuration read(
            Path home,
            PropertiesFile file,
            CompanyFiles files,
            List<Problem> unreadable,
            Optional<EnvironmentSettings> atStart) {
        Placeholders placeholders = new Placeholders(home, environment);
        List<Problem> problems = new ArrayList<>(unreadable);
        CompanyBlocks blocks = CompanyBlocks.of(file, files, placeholders, home);
        problems.addAll(file.problems());
        problems.addAll(KeyCheck.check(file, blocks.keys()));
        problems.addAll(blocks.problemsOfFiles());

        Settings installation = Settings.ofInstallation(file, placeholders, home);
        // read once only to know what companies inherit; its problems are noted by the reading that counts
        blocks.readAll(Inherited.of(Settings.ofInstallation(file, placeholders, home)));
        String sender = blocks.companies().stream()
                .map(Company::emailFrom)
                .filter(from -> !from.isEmpty())
                .findFirst()
                .orElse("");
        GlobalSettings settings = InstallationReader.read(installation, home, sender);
        EnvironmentSettings environment =
                atStart.orElseGet(() -> EnvironmentReader.read(installation, settings, blocks.companies()));
        EnvironmentReader.check(environment.which(), settings, blocks);
        noteConflicts(home, settings, blocks);
        problems.addAll(installation.problems());
        problems.addAll(blocks.problems());
        Map<String, String> camel = camel(file, placeholders, problems);
        noCompanies(blocks.keys()).ifPresent(problems::add);
        problems.sort(Comparator.comparing((Problem problem) -> problem.file().equals(FILE) ? "" : problem.file())
                .thenComparing(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
        return new Configuration(
                settings,
                environment,
                blocks.right(problems),
                blocks.broken(problems),
                blocks.disabled(),
                problems,
                camel,
                files,
                now -> read(home, file, now, List.of(), Optional.of(environment)));
    }

    private static void noteConflicts(Path home, GlobalSettings settings, CompanyBlocks blocks) {
        Conflicts conflicts = new Conflicts();
        conflicts.addOwn("data/", home.resolve("data"));
        conflicts.addOwn("logs/", home.resolve("logs"));
        conflicts.addOwn("archive.folder", settings.archiveFolder());
        blocks.companies().forEach(company -> conflicts.add(company, blocks.settings(company.key())));
        conflicts.note();
    }

    private static Map<String, String> camel(PropertiesFile file, Placeholders placeholders, List<Problem> problems) {
        Map<String, String> camel = new LinkedHashMap<>();
        for (PropertiesFile.Entry entry : file.entries()) {
            if (entry.key().startsWith("camel.")) {
                Placeholders.Filled filled = placeholders.fill(entry.value());
                if (filled instanceof Placeholders.Missing missing) {
                    problems.add(new Problem(
                            Problem.Severity.ERROR,
                            Optional.empty(),
                            FILE,
                            entry.key(),
                            entry.line(),
                            missing.dutch(),
                            missing.english()));
                } else {
                    camel.put(entry.key(), ((Placeholders.Value) filled).text());
                }
            }
        }
        return camel;
    }

    private static Optional<Problem> noCompanies(List<String> keys) {
        if (!keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Problem.Severity.ERROR,
                Optional.empty(),
                FILE,
                "company.<key>.name",
                0,
                "er is nog geen bedrijf ingesteld; begin met company.acme.name= en de regels daaronder",
                "no company is set up yet; begin with company.acme.name= and the lines below it"));
    }
}
