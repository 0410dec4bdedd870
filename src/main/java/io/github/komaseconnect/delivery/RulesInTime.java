package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.invoice.rules.InvoiceRules;

/** Has the official rules made ready as soon as there is a company in hand whose invoices are looked at, and not before. */
public final class RulesInTime {
    private final InvoiceRules rules;
    private final Companies companies;

    /** For the companies in hand. */
    public RulesInTime(InvoiceRules rules, Companies companies) {
        this.rules = rules;
        this.companies = companies;
    }

    /** Looks once; does nothing when they are ready. */
    public void look() {
        if (companies.all().stream().anyMatch(company -> company.validation().looksAtAny())) {
            rules.makeReady();
        }
    }
}
