package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All of {@code application.properties} and {@code companies/*.properties}, read and checked.
 *
 * @param settings the global settings; a wrong one has its default here, so look at {@link #globalErrors()} first
 * @param environment which eConnect this is; production when that is among the errors
 * @param companies the companies that can run, in the order of the files
 * @param broken the companies that cannot, in the order of the files
 * @param disabled keys of the companies with {@code enabled=false}
 * @param problems everything found, errors and warnings, global and of companies, in the order of the files
 * @param camelProperties the {@code camel.*} settings, to be handed to camel-main as they are
 * @param files the files of companies that it was read from
 * @param rereading see {@link #with}
 */
public record Configuration(
        GlobalSettings settings,
        EnvironmentSettings environment,
        List<Company> companies,
        List<BrokenCompany> broken,
        List<String> disabled,
        List<Problem> problems,
        Map<String, String> camelProperties,
        CompanyFiles files,
        Function<CompanyFiles, Configuration> rereading) {
    public Configuration {
        companies = List.copyOf(companies);
        broken = List.copyOf(broken);
        disabled = List.copyOf(disabled);
        problems = List.copyOf(problems);
        camelProperties = Collections.unmodifiableMap(new LinkedHashMap<>(camelProperties));
    }

    /** The errors in global settings: with one of these {@code run} must stop before it touches a folder. */
    public List<Problem> globalErrors() {
        return problems.stream()
                .filter(problem -> problem.isError() && problem.company().isEmpty())
                .toList();
    }

    /** Everything that is wrong without stopping anything. */
    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    /**
     * The same configuration with the files of companies as they are now, while {@code application.properties} stays as
     * it was read; variables and files that settings name are looked at again.
     */
    public Configuration with(CompanyFiles now) {
        return rereading.apply(now);
    }

    /** Whether this company is configured at all, even if it cannot run or is switched off. */
    public boolean knows(String key) {
        return company(key).isPresent()
                || disabled.contains(key)
                || broken.stream().anyMatch(company -> company.key().equals(key));
    }

    /** The company with this key, when it can run. */
    public Optional<Company> company(String key) {
        return companies.stream().filter(company -> company.key().equals(key)).findFirst();
    }
}
