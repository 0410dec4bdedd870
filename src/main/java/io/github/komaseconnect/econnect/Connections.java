package io.github.komaseconnect.econnect;

import io.github.komaseconnect.company.Company;

/** eConnect as each company sees it. */
@FunctionalInterface
public interface Connections {
    /** eConnect as this company sees it. */
    EConnect of(Company company);
}
