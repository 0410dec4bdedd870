package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What becomes of documents at the PSB, and who is told. */
final class PsbDesk {
    private final Platform platform;
    private final Map<String, SendOutcome> outcomes = new ConcurrentHashMap<>();
    private final List<PsbEvent> events = new CopyOnWriteArrayList<>();

    PsbDesk(Platform platform) {
        this.platform = platform;
    }

    /** What is to become of documents with this number. */
    void plan(String invoiceNumber, SendOutcome outcome) {
        outcomes.put(invoiceNumber, outcome);
    }

    List<PsbEvent> events() {
        return List.copyOf(events);
    }

    /** A document was accepted: it reaches the receiver, or does not, and the sender is told. */
    void goesOn(StoredDocument sent) {
        String to = sent.transaction().receiverReference();
        boolean known = platform.directory().find(to).isPresent()
                || ReceiverId.canonical(to).filter(platform.reach()::reaches).isPresent();
        SendOutcome usual = known ? SendOutcome.SENT : SendOutcome.FAILED;
        switch (outcomes.getOrDefault(sent.facts().number(), usual)) {
            case SENT -> report(sent, HookTopic.INVOICE_SENT, "'Invoice' successfully sent.", Map.of());
            case RETRIED -> report(sent, HookTopic.INVOICE_SENT_RETRY, "The receiver did not answer.", Map.of());
            case FAILED ->
                report(
                        sent,
                        HookTopic.INVOICE_SENT_ERROR,
                        known ? "The receiver refused the document." : "The receiver " + to + " cannot be reached.",
                        Map.of());
            case PENDING -> {
                // nobody is told anything yet
            }
        }
    }

    /** A document came into an inbox; its owner is told when it can be seen. */
    void received(StoredDocument document, Instant visibleFrom) {
        if (visibleFrom.equals(Instant.MAX)) {
            return;
        }
        Instant now = platform.now();
        tell(
                document,
                event(document, HookTopic.INVOICE_RECEIVED, "'Invoice' successfully received.", Map.of()),
                visibleFrom.isAfter(now) ? visibleFrom : now);
    }

    /** Something happened to a document. */
    void report(StoredDocument document, HookTopic topic, String message, Map<String, String> more) {
        tell(document, event(document, topic, message, more), platform.now());
    }

    /**
     * The buyer answers: both copies of the document show it, and the sender is told. Gives the id of the response.
     *
     * @param document the copy of the buyer or of the sender
     */
    String respond(StoredDocument document, InvoiceResponse response) {
        String id = UUID.randomUUID().toString();
        response.platformStatus().ifPresent(status -> document.standing()
                .set(status, platform.now(), document.receiver().name()));
        document.psb().responded(id, response);
        sentCopyOf(document).ifPresent(sent -> {
            if (sent != document) {
                sent.psb().responded(id, response);
            }
            report(
                    sent,
                    HookTopic.INVOICE_RESPONSE_RECEIVED,
                    "'InvoiceResponse' received: " + response.status() + ".",
                    details(id, response));
        });
        return id;
    }

    /** Tells every hook that concerns a company that it works. */
    void ping(SimulatedCompany company) {
        PsbEvent event = new PsbEvent(HookTopic.PING, company.partyId(), "", "Ping", Map.of(), platform.now());
        events.add(event);
        platform.hooks().publish(company, event, platform.now());
    }

    private void tell(StoredDocument document, PsbEvent event, Instant due) {
        events.add(event);
        document.psb()
                .tell(new PsbCopy.Told(
                        UUID.randomUUID().toString(), event.topic().wireName(), event.message(), event.createdOn()));
        platform.hooks().publish(document.owner(), event, due);
    }

    /** The sender's copy of a document of ours: both share one standing. */
    private Optional<StoredDocument> sentCopyOf(StoredDocument document) {
        if (document.box() == StoredDocument.Box.OUTBOX) {
            return Optional.of(document);
        }
        return platform.boxes()
                .list(platform.directory().all(), StoredDocument.Box.OUTBOX)
                .filter(sent -> sent.standing() == document.standing())
                .findFirst();
    }

    private PsbEvent event(StoredDocument document, HookTopic topic, String message, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("id", document.facts().number());
        details.put("sender", partyId(document.sender(), document.transaction().senderReference()));
        details.put(
                "recipient", partyId(document.receiver(), document.transaction().receiverReference()));
        details.put("sourceDocumentTypeId", document.facts().documentTypeId());
        details.put("messageId", document.transaction().messageId());
        return new PsbEvent(
                topic, document.owner().partyId(), document.psb().documentId(), message, details, platform.now());
    }

    private String partyId(StoredDocument.Party party, String reference) {
        return party.companyId().isEmpty()
                ? ReceiverId.canonical(reference).map(ReceiverId::partyId).orElse(reference)
                : platform.directory()
                        .find(party.companyId())
                        .map(SimulatedCompany::partyId)
                        .orElse(party.companyId());
    }

    private static Map<String, String> details(String id, InvoiceResponse response) {
        Map<String, String> details = new HashMap<>();
        details.put("responseDocumentId", id);
        details.put("status", response.status());
        details.put("note", response.note());
        response.reasons().forEach((code, text) -> details.put("reasons." + code, text));
        response.actions().forEach((code, text) -> details.put("actions." + code, text));
        return details;
    }
}
