package io.github.komaseconnect.econnect;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;

/** eConnect as each company sees it. */
@FunctionalInterface
public interface Connections {
    /**
     * eConnect as this company sees it by this gateway, which may be one that it used before: what was begun there is
     * finished there. When its settings are gone, every call is answered by {@link Reply.Blocked} that says so.
     */
    EConnect of(Company company, Gateway gateway);

    /** By the gateway that the company uses now. */
    default EConnect of(Company company) {
        return of(company, company.gateway());
    }
}
