package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Template;
import java.util.Optional;

/**
 * A document that SendDocument, or the PSB's send, takes.
 *
 * @param to the receiver as the sender named it
 * @param receiver the company of this simulator that this is, if any
 * @param psb how the PSB knows the sender's copy
 */
record Shipment(
        SimulatedCompany sender,
        String to,
        Optional<SimulatedCompany> receiver,
        DeliveryMethod method,
        Template template,
        UblFacts facts,
        Content payload,
        PsbCopy psb) {}
