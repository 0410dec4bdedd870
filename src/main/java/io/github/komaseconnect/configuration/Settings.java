package io.github.komaseconnect.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one block (a company's, or those of the installation) as values. What is wrong is noted as a problem,
 * and the default taken in its place, so that one reading finds all problems.
 */
final class Settings {
    private static final int LONGEST_SHOWN = 80;
    private static final int SHORTEST_SECRET = 4;

    private final PropertiesFile file;
    private final Placeholders placeholders;
    private final Path home;
    private final Optional<String> company;
    private final List<Problem> problems = new ArrayList<>();

    private Settings(PropertiesFile file, Placeholders placeholders, Path home, Optional<String> company) {
        this.file = file;
        this.placeholders = placeholders;
        this.home = home;
        this.company = company;
    }

    /** The settings of the installation. */
    static Settings ofInstallation(PropertiesFile file, Placeholders placeholders, Path home) {
        return new Settings(file, placeholders, home, Optional.empty());
    }

    /** The settings of one company; {@code name} in the methods below is then what follows {@code company.<key>.}. */
    static Settings ofCompany(PropertiesFile file, Placeholders placeholders, Path home, String company) {
        return new Settings(file, placeholders, home, Optional.of(company));
    }

    /** The problems met so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The value, or else the default; empty when there is no default either. */
    <T> Optional<T> optional(String name, ValueType<T> type) {
        String fallback = known(name).defaultValue().replace("<key>", company.orElse(""));
        return typed(name)
                .flatMap(text -> {
                    Optional<T> value = type.read(text);
                    if (value.isEmpty()) {
                        error(
                                name,
                                "moet " + type.dutch() + shown(name, "; er staat: ", text),
                                "must be " + type.english() + shown(name, "; found: ", text));
                    }
                    return value;
                })
                .or(() -> fallback.isEmpty() ? Optional.empty() : type.read(fallback));
    }

    /** The value, or else the default, for a setting whose default in the table is a value. */
    <T> T value(String name, ValueType<T> type) {
        return optional(name, type).orElseThrow(() -> new IllegalStateException("no default in the table: " + name));
    }

    /** Any text, or else the default. */
    String text(String name) {
        return optional(name, Values.TEXT).orElse("");
    }

    /** A text that must be there; an error is noted when it is not, and an empty text given. */
    String required(String name) {
        int before = problems.size();
        Optional<String> text = typed(name);
        if (text.isEmpty() && problems.size() == before) {
            error(name, "ontbreekt of is leeg; vul hem in", "is missing or empty; fill it in");
        }
        return text.orElse("");
    }

    /** A secret; empty when there is none. */
    Secret secret(String name) {
        return longEnough(name, typed(name).orElse(""));
    }

    /** A secret that must be there; an error is noted when it is not, and an empty one given. */
    Secret requiredSecret(String name) {
        return longEnough(name, required(name));
    }

    private Secret longEnough(String name, String secret) {
        if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
            warn(
                    name,
                    "is zo kort dat het in het logboek niet onleesbaar te maken is",
                    "is too short to be masked in the log");
        }
        return new Secret(secret);
    }

    /** A folder or file, relative to home where it is relative; the default may begin with {@code <folder>}. */
    Path path(String name, Path folder) {
        Optional<Path> given = typed(name).flatMap(text -> resolved(name, text));
        if (given.isPresent()) {
            return given.get();
        }
        String fallback = known(name).defaultValue().replace("<key>", company.orElse(""));
        if (fallback.startsWith("<folder>/")) {
            return folder.resolve(fallback.substring("<folder>/".length()));
        }
        try {
            return home.resolve(fallback);
        } catch (InvalidPathException keyThatIsNoName) {
            // a company with such a key is refused for it and never runs
            return home;
        }
    }

    /** How one of these settings is spoken of where it is not clear which file is meant; the same in both languages. */
    String mention(String name) {
        return file.source().mention(key(name));
    }

    /** The home folder, absolute. */
    Path home() {
        return home;
    }

    /** Whether something is filled in. */
    boolean present(String name) {
        return file.find(key(name)).filter(entry -> !entry.value().isEmpty()).isPresent();
    }

    /** Notes what stops this block. */
    void error(String name, String dutch, String english) {
        problems.add(problem(Problem.Severity.ERROR, name, dutch, english));
    }

    /** Notes what is odd. */
    void warn(String name, String dutch, String english) {
        problems.add(problem(Problem.Severity.WARNING, name, dutch, english));
    }

    /** What was typed with its placeholders filled in; empty when nothing was, or when one could not be filled in. */
    private Optional<String> typed(String name) {
        Optional<String> text =
                file.find(key(name)).map(PropertiesFile.Entry::value).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return text;
        }
        if (Placeholders.holdsOthers(text.get())) {
            error(
                    name,
                    "tussen dubbele accolades mag alleen {{env:NAAM}} of {{file:pad}} staan",
                    "between double braces only {{env:NAME}} or {{file:path}} can stand");
            return Optional.empty();
        }
        Placeholders.Filled filled = placeholders.fill(text.get());
        if (filled instanceof Placeholders.Missing missing) {
            error(name, missing.dutch(), missing.english());
            return Optional.empty();
        }
        return Optional.of(((Placeholders.Value) filled).text());
    }

    private Optional<Path> resolved(String name, String text) {
        PathStyle style = PathStyle.ofThisComputer();
        if (PathStyle.lacksRoot(text)) {
            error(
                    name,
                    "na de schijfletter hoort een \\, zoals C:\\Komas",
                    "a drive letter needs a \\ after it, as in C:\\Komas");
            return Optional.empty();
        }
        if (style == PathStyle.POSIX && PathStyle.meansWindows(text)) {
            error(
                    name,
                    "is een pad van Windows en dit is geen Windows-computer: " + PathStyle.WINDOWS.normalise(text),
                    "is a path of Windows, and this is not a Windows computer: " + PathStyle.WINDOWS.normalise(text));
            return Optional.empty();
        }
        try {
            return Optional.of(home.resolve(style.normalise(text)).normalize());
        } catch (InvalidPathException invalid) {
            error(
                    name,
                    "moet een pad zijn" + shown(name, "; er staat: ", text),
                    "must be a path" + shown(name, "; found: ", text));
            return Optional.empty();
        }
    }

    private Problem problem(Problem.Severity severity, String name, String dutch, String english) {
        int line = file.find(key(name)).map(PropertiesFile.Entry::line).orElse(0);
        SettingsSource source = file.source();
        return new Problem(severity, company, source.file(), source.typed(key(name)), line, dutch, english);
    }

    private String shown(String name, String before, String text) {
        boolean address = text.contains(":/") && (text.contains("?") || text.contains("@"));
        if (address || KnownKeys.secret(key(name))) {
            return "";
        }
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return before + (plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain);
    }

    private String key(String name) {
        return company.map(key -> CompanyKey.PREFIX + key + "." + name).orElse(name);
    }

    private KnownKey known(String name) {
        return KnownKeys.named(company.isPresent() ? KnownKey.COMPANY_PREFIX + name : name);
    }
}
