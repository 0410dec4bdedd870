package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Optional;

/** The calls about documents that were received. */
final class PsbPurchaseCalls {
    private final Platform platform;
    private final ResponseReader responses = new ResponseReader();

    PsbPurchaseCalls(Platform platform) {
        this.platform = platform;
    }

    /** {@code GET …/purchaseInvoice/{documentId}/download}: the bytes as they came. */
    PsbCall download() {
        return request -> {
            StoredDocument document = find(request);
            Optional<String> wanted =
                    request.http().parameter("targetDocumentTypeId").filter(text -> !text.isEmpty());
            if (wanted.isPresent() && !wanted.get().equals(document.facts().documentTypeId())) {
                throw PsbRefusal.invalid("The document cannot be converted into " + wanted.get() + ".");
            }
            document.standing().downloaded(platform.now(), document.owner().name());
            document.psb().downloaded(platform.now());
            return new HttpAnswer(
                    200,
                    List.of(
                            "Content-Type: application/xml",
                            "Content-Disposition: attachment; filename=\""
                                    + document.psb().documentId() + ".xml\""),
                    List.of(document.psb().file()));
        };
    }

    /** {@code GET …/purchaseInvoice/{documentId}/status}. */
    PsbCall status() {
        return request -> PsbSalesCalls.told(find(request));
    }

    /** {@code DELETE …/purchaseInvoice/{documentId}}. */
    PsbCall delete() {
        return request -> {
            find(request).psb().remove();
            return HttpAnswer.json(200, "");
        };
    }

    /** {@code POST …/purchaseInvoice/{documentId}/response}. */
    PsbCall respond() {
        return request -> {
            StoredDocument document = find(request);
            InvoiceResponse response = responses.read(
                    Json.read(request.http()), !document.psb().responses().isEmpty());
            String id = platform.psb().respond(document, response);
            return HttpAnswer.json(200, Json.object().put("id", id).toString());
        };
    }

    private StoredDocument find(PsbRequest request) throws PsbRefusal {
        String documentId = request.variable("document");
        return platform.boxes()
                .findAtPsb(documentId)
                .filter(document -> document.box() == StoredDocument.Box.INBOX)
                .filter(document -> document.owner().equals(request.company()))
                .filter(document -> document.visibility().at(platform.now()))
                .filter(document -> document.psb().keptAt(platform.now(), document.createdOn()))
                .orElseThrow(() -> PsbRefusal.unknown("There is no received document " + documentId + "."));
    }
}
