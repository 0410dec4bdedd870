package io.github.komaseconnect.mail;

/** Subject and text of a mail, filled in. */
record MailText(String subject, String body) {}
