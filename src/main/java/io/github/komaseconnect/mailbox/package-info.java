/** Mailboxes read by IMAP over TLS: each mail is offered once, and marked when its effect is durable. */
package io.github.komaseconnect.mailbox;
