/** eConnect's mails with purchase invoices, read by IMAP over TLS. */
package io.github.komaseconnect.hook.mailbox;
