package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.MailSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and checks {@code application.properties}. A reader of our own, because Camel's drops the backslashes of a
 * Windows path such as {@code C:\Komas\export}, and fails on one with a backslash before a {@code u}.
 */
public final class ConfigurationReader {
    /** The one name of the file in home. */
    public static final String FILE = "application.properties";

    private static final Pattern SETTING_IN_VALUE = Pattern.compile("(?:^|\\s)([a-z][a-z0-9-]*\\.[a-z0-9.-]+)\\s*=");

    private static final int MOST_GUESSES = 200;

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
     * Reads the file in a home folder. Whatever is wrong, also that the file cannot be read at all, is among the
     * {@link Configuration#problems() problems}; nothing is thrown.
     */
    public Configuration read(Path home) {
        Path base = home.toAbsolutePath().normalize();
        try {
            return read(base, PropertiesFile.read(base.resolve(FILE)));
        } catch (IOException unreadable) {
            Configuration empty = read(base, PropertiesFile.parse(""));
            Problem problem = new Problem(
                    Problem.Severity.ERROR,
                    Optional.empty(),
                    "",
                    0,
                    "kan niet worden gelezen in " + base,
                    "cannot be read in " + base);
            return new Configuration(empty.settings(), List.of(), List.of(), List.of(), List.of(problem), Map.of());
        }
    }

    private Configuration read(Path home, PropertiesFile file) {
        Placeholders placeholders = new Placeholders(home, environment);
        List<Problem> problems = new ArrayList<>(file.problems());
        List<String> keys = companies(file);
        problems.addAll(checkKeys(file, keys));

        Settings installation = Settings.ofInstallation(file, placeholders, home);
        // read once only to know what companies inherit; its problems are noted by the reading that counts
        MailSettings mail = MailReader.ofInstallation(Settings.ofInstallation(file, placeholders, home));
        Map<String, Settings> blocks = new LinkedHashMap<>();
        Map<String, Company> read = new LinkedHashMap<>();
        List<String> disabled = new ArrayList<>();
        for (String key : keys) {
            Settings block = Settings.ofCompany(file, placeholders, home, key);
            blocks.put(key, block);
            if (block.value("enabled", Values.TRUE_OR_FALSE)) {
                read.put(key, CompanyReader.read(block, key, mail));
            } else {
                disabled.add(key);
            }
        }
        String sender = read.values().stream()
                .map(Company::emailFrom)
                .filter(from -> !from.isEmpty())
                .findFirst()
                .orElse("");
        GlobalSettings settings = InstallationReader.read(installation, home, sender);
        noteConflicts(home, settings, read, blocks);
        problems.addAll(installation.problems());
        blocks.values().forEach(block -> problems.addAll(block.problems()));
        Map<String, String> camel = camel(file, placeholders, problems);
        noCompanies(keys).ifPresent(problems::add);
        problems.sort(Comparator.comparingInt(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
        return sorted(settings, read, disabled, problems, camel);
    }

    private static Configuration sorted(
            GlobalSettings settings,
            Map<String, Company> read,
            List<String> disabled,
            List<Problem> problems,
            Map<String, String> camel) {
        List<Company> right = new ArrayList<>();
        List<BrokenCompany> broken = new ArrayList<>();
        read.forEach((key, company) -> {
            List<Problem> its = problems.stream()
                    .filter(problem -> problem.company().filter(key::equals).isPresent())
                    .toList();
            if (its.stream().anyMatch(Problem::isError)) {
                broken.add(new BrokenCompany(key, its));
            } else {
                right.add(company);
            }
        });
        return new Configuration(settings, right, broken, disabled, problems, camel);
    }

    private static List<String> companies(PropertiesFile file) {
        Set<String> keys = new LinkedHashSet<>();
        file.entries().forEach(entry -> CompanyKey.of(entry.key()).ifPresent(keys::add));
        return List.copyOf(keys);
    }

    private static List<Problem> checkKeys(PropertiesFile file, List<String> companies) {
        List<Problem> problems = new ArrayList<>();
        int unknown = 0;
        for (PropertiesFile.Entry entry : file.entries()) {
            if (KnownKeys.find(entry.key()).isEmpty()) {
                // a wrong file of many lines is not worth a guess at each
                problems.add(unknown(
                        entry,
                        ++unknown <= MOST_GUESSES ? KnownKeys.nearest(entry.key(), companies) : Optional.empty()));
            }
            Matcher setting = SETTING_IN_VALUE.matcher(entry.value());
            if (setting.find() && KnownKeys.find(setting.group(1)).isPresent()) {
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        CompanyKey.of(entry.key()),
                        entry.key(),
                        entry.line(),
                        "op deze regel staat ook " + setting.group(1) + "; zet elke instelling op een eigen regel",
                        setting.group(1) + " is on this line too; put every setting on a line of its own"));
            }
        }
        return problems;
    }

    private static Problem unknown(PropertiesFile.Entry entry, Optional<String> nearest) {
        return new Problem(
                Problem.Severity.WARNING,
                CompanyKey.of(entry.key()),
                entry.key(),
                entry.line(),
                "is geen bekende instelling en doet niets"
                        + nearest.map(key -> "; bedoelt u " + key + "?").orElse(""),
                "is not a known setting and does nothing"
                        + nearest.map(key -> "; did you mean " + key + "?").orElse(""));
    }

    private static void noteConflicts(
            Path home, GlobalSettings settings, Map<String, Company> companies, Map<String, Settings> blocks) {
        Conflicts conflicts = new Conflicts();
        conflicts.addOwn("data/", home.resolve("data"));
        conflicts.addOwn("logs/", home.resolve("logs"));
        conflicts.addOwn("archive.folder", settings.archiveFolder());
        companies.forEach((key, company) -> conflicts.add(company, blocks.get(key)));
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
                "company.<key>.name",
                0,
                "er is nog geen bedrijf ingesteld; begin met company.acme.name= en de regels daaronder",
                "no company is set up yet; begin with company.acme.name= and the lines below it"));
    }
}
