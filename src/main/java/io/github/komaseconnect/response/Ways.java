package io.github.komaseconnect.response;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Receipt;
import java.util.Optional;

/** Knows by which way a supplier is answered; asks nobody. */
@FunctionalInterface
public interface Ways {
    /** The way that an invoice of this company came by; without a receipt the one that the company uses now. */
    Way of(Company company, Optional<Receipt> receipt);
}
