package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Box;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which call carries which operation out. */
final class Operations {
    private final Platform platform;
    private final Map<Operation, OperationCall> calls = new EnumMap<>(Operation.class);

    Operations(Platform platform, Postman postman, PdfWriter pdfs) {
        this.platform = platform;
        DocumentMarkup markup = new DocumentMarkup(platform);
        DocumentCalls documents = new DocumentCalls(platform, markup, pdfs);
        PartyCalls parties = new PartyCalls(platform);
        calls.put(Operation.GET_ACCOUNT_PARTIES, parties.ofAccount());
        calls.put(Operation.GET_PARTIES, parties.search());
        calls.put(Operation.GET_PARTY, parties.one());
        calls.put(Operation.GET_INBOX_DOCUMENTS, new ListCall(platform, Box.INBOX, markup));
        calls.put(Operation.GET_OUTBOX_DOCUMENTS, new ListCall(platform, Box.OUTBOX, markup));
        calls.put(Operation.GET_INBOX_DOCUMENT, documents.fetch(Box.INBOX));
        calls.put(Operation.GET_OUTBOX_DOCUMENT, documents.fetch(Box.OUTBOX));
        calls.put(Operation.GET_INBOX_DOCUMENT_STATUS, documents.status(Box.INBOX));
        calls.put(Operation.GET_OUTBOX_DOCUMENT_STATUS, documents.status(Box.OUTBOX));
        calls.put(Operation.SET_INBOX_DOCUMENT_STATUS, documents.setStatus());
        calls.put(Operation.GET_DOCUMENT_PDF, documents.pdf());
        calls.put(Operation.SEND_DOCUMENT, new SendCall(platform, postman));
    }

    /** Logs in, or checks the log-in and carries the call out. */
    List<Content> carryOut(PlatformRequest request, Optional<String> token, Optional<String> subscriptionKey)
            throws SoapFault, WrongSubscription {
        if (request.operation() == Operation.LOGIN) {
            String key = request.body().textAt("ConsumerKey").orElse("");
            String secret = request.body().textAt("ConsumerSecret").orElse("");
            String newToken = platform.accounts().logIn(key, secret, subscriptionKey);
            return List.of(MemoryContent.of(
                    new Markup().text("SecurityToken", newToken).toString()));
        }
        Accounts.Account caller = platform.accounts().of(token, subscriptionKey);
        return calls.get(request.operation()).answer(caller, request);
    }

    /** What the call is about. */
    CallDetails details(PlatformRequest request) {
        Node body = request.body();
        String externalId = body.textAt("ExternalId").orElse("");
        String number = request.document()
                .or(() -> platform.boxes().find(externalId).map(StoredDocument::facts))
                .map(UblFacts::number)
                .orElse("");
        return new CallDetails(
                Optional.of(request.operation()),
                body.textAt("EConnectPartyId")
                        .or(() -> body.textAt("Via", "ReferenceId"))
                        .orElse(""),
                body.textAt("To", "ReferenceId").orElse(""),
                externalId,
                number);
    }
}
