package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.sales.Claim;
import java.util.List;

/**
 * What the routes do once at start.
 *
 * @param running the companies that this runtime works for
 * @param unfinishedClaims files that were taken before the last stop and not registered
 */
public record StartUp(Companies running, List<Claim> unfinishedClaims) {
    public StartUp {
        unfinishedClaims = List.copyOf(unfinishedClaims);
    }

    /** Keys of the companies whose inbox is to be read now. */
    public List<String> companies() {
        return running.all().stream().map(Company::key).toList();
    }
}
