/**
 * The official rules for e-invoices by phive: Peppol BIS Billing 3 and NLCIUS. A new release is a newer jar and a line in
 * {@code validation/releases.csv}.
 */
package io.github.komaseconnect.validation;
