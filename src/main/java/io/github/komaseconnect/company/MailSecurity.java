package io.github.komaseconnect.company;

/** Transport security of the mail connection ({@code mail.smtp.security}). */
public enum MailSecurity {
    NONE,
    STARTTLS,
    TLS
}
