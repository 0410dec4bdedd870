package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.BrokenCompanies;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.BrokenCompany;
import io.github.komaseconnect.configuration.CompanyFiles;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices files in {@code companies/} that were added, changed or removed, and makes the companies in them the configured
 * ones; {@code application.properties} counts as it was at the start. What changed counts once it stayed the same between
 * two looks, so that a file half-written is not taken. A company whose settings are no longer right goes on with those it
 * had, keys and passwords included, until they are.
 */
public final class CompanyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CompanyWatch.class);
    /** What is wrong may be put right outside the file: by a secret that is there now, or a folder. */
    private static final Duration LOOK_AGAIN_AT_BROKEN = Duration.ofSeconds(15);

    private final Path home;
    private final Companies companies;
    private final CredentialsSource credentials;
    private final BrokenCompanies broken;
    private final Clock clock;
    private Configuration configuration;
    private CompanyFiles seen;
    /** As they count for keys and passwords. */
    private CompanyFiles inForce;

    private Instant takenAt;
    private Optional<String> trouble = Optional.empty();

    /** Goes on from {@code configuration}, which is what {@code companies} are configured from now. */
    public CompanyWatch(
            Path home,
            Configuration configuration,
            Companies companies,
            CredentialsSource credentials,
            BrokenCompanies broken,
            Clock clock) {
        this.home = home;
        this.configuration = configuration;
        this.companies = companies;
        this.credentials = credentials;
        this.broken = broken;
        this.clock = clock;
        this.seen = configuration.files();
        this.inForce = configuration.files();
        this.takenAt = clock.instant();
    }

    /** One look. */
    public synchronized void look() {
        CompanyFiles before = seen;
        try {
            seen = before.readAgain(home, clock.instant());
            trouble = Optional.empty();
        } catch (IOException e) {
            // a folder that cannot be looked into says nothing about the companies in it
            if (!trouble.equals(Optional.of(e.toString()))) {
                LOG.warn("companies/ kan niet worden gelezen / cannot be read: {}", e.toString());
            }
            trouble = Optional.of(e.toString());
            return;
        }
        boolean isStill = seen.equals(before);
        boolean isNew = !seen.equals(configuration.files());
        boolean mayBeRight = !configuration.broken().isEmpty()
                && takenAt.plus(LOOK_AGAIN_AT_BROKEN).isBefore(clock.instant());
        if (isStill && (isNew || mayBeRight)) {
            take(configuration.with(seen));
        }
    }

    private void take(Configuration now) {
        List<Company> goingOn = now.broken().stream()
                .flatMap(company -> companies.findConfigured(company.key()).stream())
                .toList();
        List<String> keysGoingOn = goingOn.stream().map(Company::key).toList();
        List<Company> wanted =
                Stream.concat(now.companies().stream(), goingOn.stream()).toList();
        tell(now, wanted);
        List<String> withFormerSecrets =
                now.broken().stream().map(BrokenCompany::key).toList();
        inForce = now.files().with(withFormerSecrets, inForce);
        credentials.use(inForce);
        companies.configure(wanted);
        broken.tell(now, keysGoingOn);
        configuration = now;
        takenAt = clock.instant();
    }

    private void tell(Configuration now, List<Company> wanted) {
        List<String> news = new ArrayList<>();
        wanted.stream()
                .filter(company -> !companies.configured().contains(company))
                .forEach(company ->
                        news.add((companies.findConfigured(company.key()).isPresent() ? "~" : "+") + company.key()));
        companies.configured().stream()
                .map(Company::key)
                .filter(key ->
                        wanted.stream().noneMatch(company -> company.key().equals(key)))
                .forEach(key -> news.add("-" + key));
        if (!news.isEmpty()) {
            LOG.info("companies/: bedrijven gewijzigd / companies changed (+ ~ -): {}", news);
        }
        if (!now.problems().equals(configuration.problems())) {
            now.problems().stream()
                    .filter(problem -> problem.company().isPresent())
                    .filter(problem -> !configuration.problems().contains(problem))
                    .forEach(problem -> LOG.warn("{} / {}", problem.dutchLine(), problem.englishLine()));
        }
    }
}
