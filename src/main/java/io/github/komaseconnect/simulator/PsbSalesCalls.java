package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The calls about documents that are sent. */
final class PsbSalesCalls {
    /** The header with the sender's own id, in lower case. */
    static final String DOCUMENT_ID = "x-econnect-documentid";

    private static final Pattern SOUND_ID = Pattern.compile("[A-Za-z0-9.-]{6,100}");
    private static final Set<String> CHANNELS = Set.of("peppol", "econnect", "email");

    private final Platform platform;
    private final Postman postman;
    private final Set<String> usedIds = ConcurrentHashMap.newKeySet();

    PsbSalesCalls(Platform platform, Postman postman) {
        this.platform = platform;
        this.postman = postman;
    }

    /**
     * {@code POST …/salesInvoice/send}. A document id that came with a document once, also one that was refused, is used
     * up: whoever sends a mended document with it is told that it was processed.
     */
    PsbCall send() {
        return request -> {
            PsbRequest.Upload upload = request.upload().orElseThrow();
            Optional<String> given = request.http().header(DOCUMENT_ID);
            if (given.isPresent() && !SOUND_ID.matcher(given.get()).matches()) {
                throw PsbRefusal.invalid("X-EConnect-DocumentId must be 6 or more letters, digits, dots or dashes.");
            }
            String channel = request.http().parameter("channel").orElse("peppol");
            if (!CHANNELS.contains(channel)) {
                throw PsbRefusal.invalid("There is no channel " + channel + ".");
            }
            String documentId = given.orElseGet(() -> UUID.randomUUID().toString());
            if (!usedIds.add(documentId)) {
                throw PsbRefusal.alreadyProcessed(documentId);
            }
            checkDocument(upload.facts());
            StoredDocument sent = accept(request, upload, documentId);
            platform.psb().goesOn(sent);
            return HttpAnswer.json(200, Json.object().put("id", documentId).toString());
        };
    }

    private void checkDocument(UblFacts facts) throws PsbRefusal {
        if (!facts.mistakes().isEmpty()) {
            throw PsbRefusal.invalid("The document is not valid: " + String.join("; ", facts.mistakes()));
        }
        Optional<List<String>> rules = platform.brokenRules(facts.number());
        if (rules.isPresent()) {
            throw PsbRefusal.invalid("The document breaks fatal validation rules: " + String.join(" ", rules.get()));
        }
    }

    private StoredDocument accept(PsbRequest request, PsbRequest.Upload upload, String documentId) {
        String to = request.http()
                .parameter("receiverId")
                .filter(id -> !id.isEmpty())
                .orElse(upload.facts().customerEndpoint());
        Optional<SimulatedCompany> receiver = platform.directory().find(to);
        DeliveryMethod method = receiver.map(company -> DeliveryMethod.TO_INBOX).orElse(DeliveryMethod.TO_PEPPOL);
        StoredDocument sent = postman.post(new Shipment(
                request.company(),
                to,
                receiver,
                method,
                platform.templateFor(upload.facts().root()),
                upload.facts(),
                upload.content(),
                new PsbCopy(documentId, upload.file())));
        platform.journal()
                .add(new AcceptedDocument(
                        platform.now(),
                        documentId,
                        request.company().companyId(),
                        to,
                        Optional.empty(),
                        "",
                        "",
                        upload.facts().number(),
                        method,
                        sent.psb().file()));
        return sent;
    }

    /** {@code GET …/salesInvoice/{documentId}/status}. */
    PsbCall status() {
        return request -> told(find(request));
    }

    /** {@code GET …/salesInvoice/{documentId}/response/{responseDocumentId}/download}. */
    PsbCall response() {
        return request -> {
            StoredDocument document = find(request);
            InvoiceResponse response = document.psb().responses().get(request.variable("response"));
            if (response == null) {
                throw PsbRefusal.unknown("There is no response " + request.variable("response") + ".");
            }
            return new HttpAnswer(
                    200,
                    List.of("Content-Type: application/xml; charset=utf-8"),
                    List.of(MemoryContent.of(
                            ApplicationResponse.of(request.variable("response"), document, response, platform.now()))));
        };
    }

    /** The lines of a status answer. */
    static HttpAnswer told(StoredDocument document) {
        ArrayNode lines = Json.array();
        document.psb().told().forEach(line -> lines.addObject()
                .put("id", line.id())
                .put("name", line.name())
                .put("description", line.description())
                .put("createdOn", Json.time(line.createdOn())));
        return HttpAnswer.json(200, lines.toString());
    }

    private StoredDocument find(PsbRequest request) throws PsbRefusal {
        String documentId = request.variable("document");
        return platform.boxes()
                .findAtPsb(documentId)
                .filter(document -> document.box() == StoredDocument.Box.OUTBOX)
                .filter(document -> document.owner().equals(request.company()))
                .orElseThrow(() -> PsbRefusal.unknown("There is no sent document " + documentId + "."));
    }
}
