package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;

/** Keeps the schedules at which purchase invoices are fetched in step with the companies that are configured. */
public final class CompanySchedules {
    private final Companies companies;
    private final CompanyRoutes routes;

    /** Keeps the schedules in {@code routes} those of {@code companies}. */
    public CompanySchedules(Companies companies, CompanyRoutes routes) {
        this.companies = companies;
        this.routes = routes;
    }

    /** Starts, changes and stops schedules where companies came, changed or went. */
    public void keep() {
        routes.keepSchedules(companies.configured());
    }
}
