package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of all companies, from {@code application.properties} and from their own files, being read. */
final class CompanyBlocks {
    private final List<String> keys;
    private final Map<String, Settings> settings = new LinkedHashMap<>();
    private final Map<String, Company> read = new LinkedHashMap<>();
    private final List<String> disabled = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private CompanyBlocks(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Those of {@code main} in its order, then those of the files by their keys. */
    static CompanyBlocks of(PropertiesFile main, CompanyFiles files, Placeholders placeholders, Path home) {
        Set<String> inMain = new LinkedHashSet<>();
        main.entries().forEach(entry -> CompanyKey.of(entry.key()).ifPresent(inMain::add));
        List<String> keys =
                Stream.concat(inMain.stream(), files.keys().stream()).distinct().toList();
        CompanyBlocks blocks = new CompanyBlocks(keys);
        inMain.forEach(key -> blocks.settings.put(key, Settings.ofCompany(main, placeholders, home, key)));
        for (String key : files.keys()) {
            if (inMain.contains(key)) {
                blocks.error(
                        key,
                        "staat ook in " + ConfigurationReader.FILE + "; haal een van beide weg",
                        "is in " + ConfigurationReader.FILE + " too; remove one of the two");
            } else if (!CompanyKey.isRight(key)) {
                String right = CompanyKey.corrected(key) + CompanyFiles.EXTENSION;
                blocks.error(
                        key,
                        "de naam bestaat uit kleine letters, cijfers en streepjes, zoals " + right,
                        "the name is lower case letters, digits and dashes, as in " + right);
            } else if (!files.isReadable(key)) {
                blocks.error(key, "kan niet worden gelezen", "cannot be read");
            } else {
                PropertiesFile file = files.find(key).orElseThrow();
                blocks.settings.put(key, Settings.ofCompany(file, placeholders, home, key));
                blocks.problems.addAll(file.problems());
                blocks.problems.addAll(KeyCheck.check(file, List.of(key)));
            }
        }
        return blocks;
    }

    private void error(String key, String dutch, String english) {
        problems.add(new Problem(
                Problem.Severity.ERROR,
                Optional.of(key),
                SettingsSource.ofCompany(key).file(),
                "",
                0,
                dutch,
                english));
    }

    /** Reads every block that can be read; the others are what companies inherit. */
    void readAll(Inherited common) {
        settings.forEach((key, block) -> {
            if (block.value("enabled", Values.TRUE_OR_FALSE)) {
                read.put(key, CompanyReader.read(block, key, common));
            } else if (problems.stream().noneMatch(problem -> isErrorOf(key, problem))) {
                disabled.add(key);
            }
        });
    }

    /** The keys of all companies, also of those that cannot be read. */
    List<String> keys() {
        return keys;
    }

    /** The companies that are switched on, as far as they could be read. */
    List<Company> companies() {
        return List.copyOf(read.values());
    }

    /** The settings of a company that was read, on which its problems are noted. */
    Settings settings(String key) {
        return settings.get(key);
    }

    /** The keys of the companies that are switched off. */
    List<String> disabled() {
        return List.copyOf(disabled);
    }

    /** What is wrong with the files of companies as such, and with their lines. */
    List<Problem> problemsOfFiles() {
        return List.copyOf(problems);
    }

    /** What is wrong with settings of companies. */
    List<Problem> problems() {
        return settings.values().stream()
                .flatMap(block -> block.problems().stream())
                .toList();
    }

    /** The companies that can run; {@code all} are all problems found. */
    List<Company> right(List<Problem> all) {
        return read.values().stream()
                .filter(company -> all.stream().noneMatch(problem -> isErrorOf(company.key(), problem)))
                .toList();
    }

    /** Those that cannot, with their problems. */
    List<BrokenCompany> broken(List<Problem> all) {
        return keys.stream()
                .filter(key -> !disabled.contains(key))
                .filter(key -> all.stream().anyMatch(problem -> isErrorOf(key, problem)))
                .map(key -> new BrokenCompany(
                        key,
                        all.stream()
                                .filter(problem ->
                                        problem.company().filter(key::equals).isPresent())
                                .toList()))
                .toList();
    }

    private static boolean isErrorOf(String key, Problem problem) {
        return problem.isError() && problem.company().filter(key::equals).isPresent();
    }
}
