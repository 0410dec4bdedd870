package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.SureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings what an answer holds into files: the UBL document, the PDF. */
final class Documents {
    private final PayloadSlicer slicer;
    private final PdfContents pdfs;
    private final Trouble trouble;

    Documents(PayloadSlicer slicer, PdfContents pdfs, Trouble trouble) {
        this.slicer = slicer;
        this.pdfs = pdfs;
        this.trouble = trouble;
    }

    /**
     * Files the answer of GetInboxDocument or GetOutboxDocument, and the document out of it.
     *
     * @param came where the answer is now; moved to {@code answer}
     * @return the document's fields
     */
    Reply<Element> file(Element response, String externalId, Path came, Path answer, Path document)
            throws UnusableAnswerException, IOException {
        Element details = response.child("Details").orElseThrow(() -> new UnusableAnswerException("it has no Details"));
        Optional<String> other = details.text("ExternalId").filter(id -> !id.equals(externalId));
        if (other.isPresent()) {
            throw new UnusableAnswerException("it is about another document");
        }
        SureFile.keepSoft(came, answer);
        boolean found = slicer.slice(answer, document);
        Path folder = answer.toAbsolutePath().getParent();
        if (found && folder.equals(document.toAbsolutePath().getParent())) {
            // its name became durable with that of the document
            AtomicFile.flushBytes(answer);
        } else {
            AtomicFile.flush(folder, List.of(answer));
        }
        return found ? new Reply.Done<>(details) : new Reply.Refused<>(trouble.noDocument(externalId));
    }

    /** Takes the PDF out of the answer of GetDocumentPdf. */
    Reply<PdfAnswer> pdf(String externalId, Path came, Path file) throws UnusableAnswerException, IOException {
        return switch (pdfs.write(came, file)) {
            case PDF -> new Reply.Done<>(new PdfAnswer.Ready(file));
            case NOTHING -> new Reply.Temporary<>(trouble.noPdf(externalId));
            case SOMETHING_ELSE -> new Reply.Refused<>(trouble.notAPdf(externalId));
        };
    }
}
