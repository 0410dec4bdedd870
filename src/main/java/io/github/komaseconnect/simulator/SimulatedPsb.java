package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Map;

/** The PSB side of a simulator, for tests. Documents are named by their PSB document id or their ExternalId. */
public final class SimulatedPsb {
    private final Platform platform;
    private final SimulatedHooks hooks;

    SimulatedPsb(Platform platform) {
        this.platform = platform;
        this.hooks = new SimulatedHooks(platform);
    }

    /** The hooks, and what they are told. */
    public SimulatedHooks hooks() {
        return hooks;
    }

    /** The PSB's id of a document that the platform knows by this ExternalId. */
    public String documentId(String externalId) {
        return document(externalId).psb().documentId();
    }

    /** Makes every access token worthless. */
    public void expireTokens() {
        platform.clients().expireTokens();
    }

    /** A new secret for a client; the old one stops working at once, tokens that it gave go on until they expire. */
    public void changeSecret(String clientId, String newSecret) {
        platform.clients().changeSecret(clientId, newSecret);
    }

    /** Takes permissions from a client: the calls that need them are answered with 403. */
    public void revoke(String clientId, PartyPermission... permissions) {
        platform.clients().revoke(clientId, List.of(permissions));
    }

    /** Gives permissions back. */
    public void grant(String clientId, PartyPermission... permissions) {
        platform.clients().grant(clientId, List.of(permissions));
    }

    /** What is to become of documents with this invoice number after they are accepted; by default they are sent. */
    public void onSend(String invoiceNumber, SendOutcome outcome) {
        platform.psb().plan(invoiceNumber, outcome);
    }

    /** Has something happen to a document, such as InvoiceSentError after a long time; status and hooks tell of it. */
    public void report(String id, HookTopic topic, String message) {
        platform.psb().report(document(id), topic, message, Map.of());
    }

    /**
     * Has the buyer answer a sent document, whatever the order that a buyer should keep to; the platform's outbox shows
     * the status too.
     *
     * @return the id of the response
     */
    public String respond(String id, InvoiceResponse response) {
        return platform.psb().respond(document(id), response);
    }

    /** The answers to a received or sent document so far, oldest first. */
    public List<InvoiceResponse> responses(String id) {
        return List.copyOf(document(id).psb().responses().values());
    }

    /** The topics that the status of a document tells of, oldest first. */
    public List<String> statuses(String id) {
        return document(id).psb().told().stream().map(PsbCopy.Told::name).toList();
    }

    /** Whether a received document was neither removed nor kept too long. */
    public boolean keeps(String id) {
        StoredDocument document = document(id);
        return document.psb().keptAt(platform.now(), document.createdOn());
    }

    private StoredDocument document(String id) {
        return platform.boxes()
                .findByAnyId(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no document " + id));
    }
}
