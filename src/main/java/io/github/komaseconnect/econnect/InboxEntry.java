package io.github.komaseconnect.econnect;

import java.time.Instant;

/**
 * One line of the inbox or outbox list: metadata only.
 *
 * @param externalId eConnect's id of the document
 * @param subject as eConnect shows it
 * @param createdOn when it came to be at eConnect
 * @param modifiedOn when it last changed at eConnect
 * @param senderName may be empty
 * @param receiver who it was sent to as far as the list tells, e.g. {@code 0106:12345678}; may be empty
 * @param statusCode e.g. 10 received, 30 downloaded; 0 when absent
 * @param deliveryMethod {@code ToInbox}, {@code ToPeppol}, {@code ToEmail}, {@code OutboxOnly}, {@code None} or empty
 */
public record InboxEntry(
        String externalId,
        String subject,
        Instant createdOn,
        Instant modifiedOn,
        String senderName,
        String receiver,
        int statusCode,
        String deliveryMethod) {}
