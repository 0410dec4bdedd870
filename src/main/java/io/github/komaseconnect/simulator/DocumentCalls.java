package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The calls about one document. */
final class DocumentCalls {
    private final Platform platform;
    private final DocumentMarkup markup;
    private final PdfWriter pdfs;

    DocumentCalls(Platform platform, DocumentMarkup markup, PdfWriter pdfs) {
        this.platform = platform;
        this.markup = markup;
        this.pdfs = pdfs;
    }

    /** GetInboxDocument and GetOutboxDocument; the first marks the document as downloaded. */
    OperationCall fetch(Box box) {
        return (caller, request) -> {
            StoredDocument document = find(caller, request, Optional.of(box));
            if (box == Box.INBOX) {
                document.standing().downloaded(platform.now(), document.owner().name());
            }
            Markup head = new Markup().open("Details");
            markup.details(head, document);
            Markup tail = new Markup().close("Payload").close("Details").open("Statuses");
            Arrays.stream(InvoiceStatus.values()).forEach(status -> {
                tail.open("Status");
                DocumentMarkup.status(tail, status);
                tail.close("Status");
            });
            tail.close("Statuses");
            return List.of(
                    MemoryContent.of(head.open("Payload").toString()),
                    document.content(),
                    MemoryContent.of(tail.toString()));
        };
    }

    /** GetInboxDocumentStatus and GetOutboxDocumentStatus. */
    OperationCall status(Box box) {
        return (caller, request) -> {
            StoredDocument document = find(caller, request, Optional.of(box));
            Markup out = new Markup().open("Details");
            markup.statusDetails(out, document, document.standing().now());
            return List.of(MemoryContent.of(out.close("Details").toString()));
        };
    }

    /** SetInboxDocumentStatus. */
    OperationCall setStatus() {
        return (caller, request) -> {
            StoredDocument document = find(caller, request, Optional.of(Box.INBOX));
            String code = request.body().required("StatusCode");
            InvoiceStatus status = InvoiceStatus.withCode(code)
                    .filter(known -> !known.setByPlatform())
                    .orElseThrow(() -> SoapFault.statusNotAllowed(code));
            document.standing().set(status, platform.now(), document.owner().name());
            return List.of(MemoryContent.of(
                    new Markup().text("ExternalId", document.externalId()).toString()));
        };
    }

    /** GetDocumentPdf, for both boxes. */
    OperationCall pdf() {
        return (caller, request) -> {
            StoredDocument document = find(caller, request, Optional.empty());
            Content base64 = document.pdf().request(document.facts(), () -> pdfs.base64(document));
            return List.of(
                    MemoryContent.of(new Markup()
                            .open("File")
                            .text("Name", document.subject() + ".pdf")
                            .open("Contents")
                            .toString()),
                    base64,
                    MemoryContent.of(
                            new Markup().close("Contents").close("File").toString()));
        };
    }

    private StoredDocument find(Accounts.Account caller, PlatformRequest request, Optional<Box> box) throws SoapFault {
        String externalId = request.body().required("ExternalId");
        return platform.boxes()
                .find(externalId)
                .filter(document -> box.isEmpty() || box.get() == document.box())
                .filter(document -> caller.company(document.owner().companyId()).isPresent())
                .filter(document -> document.visibility().at(platform.now()))
                .orElseThrow(() -> SoapFault.unknownDocument(externalId));
    }
}
