package io.github.komaseconnect.bounce.mailbox;

/** Mails as mail servers write them about a mail that did not arrive, made for tests. */
public final class Reports {
    private Reports() {}

    /** As Postfix writes it (RFC 3464), with the headers of the original. */
    public static String failed(String messageId, String recipient, String diagnostic) {
        return report(messageId, recipient, "failed", "5.1.1", diagnostic, "text/rfc822-headers");
    }

    /** Of a mail that is still being tried. */
    public static String delayed(String messageId, String recipient) {
        return report(messageId, recipient, "delayed", "4.4.1", "smtp; 451 try later", "text/rfc822-headers");
    }

    /** @param original type of the part with the original */
    public static String report(
            String messageId, String recipient, String action, String status, String diagnostic, String original) {
        return """
                From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
                To: facturen@acme.example
                Subject: Undelivered Mail Returned to Sender
                Date: Sun, 22 Nov 2026 17:21:00 +0100
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="r1"
                Message-ID: <20261122162100.1@mx.example.com>

                This is a MIME-encapsulated message.

                --r1
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.example.com.

                I'm sorry to have to inform you that your message could not be delivered.

                --r1
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com
                X-Postfix-Queue-ID: 4CfDqX1z
                Arrival-Date: Sun, 22 Nov 2026 17:20:09 +0100

                Final-Recipient: rfc822; %s
                Original-Recipient: rfc822;%s
                Action: %s
                Status: %s
                Remote-MTA: dns; mail.example.com
                Diagnostic-Code: %s

                --r1
                Content-Description: Undelivered Message
                Content-Type: %s

                Return-Path: <facturen@acme.example>
                From: "Acme" <facturen@acme.example>
                To: %s
                Subject: Factuur
                Message-ID: %s

                --r1--
                """.formatted(recipient, recipient, action, status, diagnostic, original, recipient, messageId)
                .replace("\n", "\r\n");
    }

    /** Of the older kind: text only, with the original in it. */
    public static String old(String messageId, String recipient, String subject) {
        return """
                From: Mail Delivery System <Mailer-Daemon@mx.example.com>
                To: facturen@acme.example
                Subject: %s
                X-Failed-Recipients: %s
                Auto-Submitted: auto-replied

                This message was created automatically by mail delivery software.
                A message that you sent could not be delivered: mailbox is full

                ------ This is a copy of the message, including all the headers. ------

                Message-ID: %s
                Subject: Factuur
                """.formatted(subject, recipient, messageId).replace("\n", "\r\n");
    }

    /** A person answers. */
    public static String reply(String messageId) {
        return """
                From: Klant <klant@example.com>
                To: facturen@acme.example
                Subject: Re: Factuur
                In-Reply-To: %s
                References: %s

                Bedankt, ontvangen. User unknown? Nee hoor.
                """.formatted(messageId, messageId).replace("\n", "\r\n");
    }
}
