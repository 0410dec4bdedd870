/** Mails that came back, read by IMAP over TLS. */
package io.github.komaseconnect.bounce.mailbox;
