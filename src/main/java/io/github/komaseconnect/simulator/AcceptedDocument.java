package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A document that SendDocument took, whether the client was told or not.
 *
 * @param at when, by the simulator's clock
 * @param via the sender's Company ID
 * @param to To/ReferenceId as sent
 * @param emailAddress To/EmailAddress, when one was sent
 * @param subject as sent; the outbox shows another
 * @param templateId as sent
 * @param invoiceNumber the document's ID
 * @param payload what stood between the tags of Payload, byte for byte
 */
public record AcceptedDocument(
        Instant at,
        String externalId,
        String via,
        String to,
        Optional<String> emailAddress,
        String subject,
        String templateId,
        String invoiceNumber,
        DeliveryMethod method,
        Content payload) {}
