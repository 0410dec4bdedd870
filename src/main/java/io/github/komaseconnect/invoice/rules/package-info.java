/** The official rules for e-invoices, as the rest of the program sees them: who applies them stands behind a port. */
package io.github.komaseconnect.invoice.rules;
