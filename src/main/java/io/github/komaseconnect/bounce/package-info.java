/** Mails with invoices that could not be delivered and came back: whose they are, and what follows. */
package io.github.komaseconnect.bounce;
