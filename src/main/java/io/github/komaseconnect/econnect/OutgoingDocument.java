package io.github.komaseconnect.econnect;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.DocumentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document to be sent.
 *
 * @param ubl the UBL document as it was picked up; any prolog and BOM are left out on the wire, the content is untouched
 * @param type decides the template
 * @param number invoice number, for the subject
 * @param receiver the relation's identifier, e.g. {@code 0106:12345678}
 * @param documentId our own id of it, by which a gateway that recognises repeats knows it; a UUID
 * @param archived where the message as sent is written before it goes out (its security token masked)
 * @param answer where the answer is written as it came
 */
public record OutgoingDocument(
        Path ubl, DocumentType type, String number, String receiver, String documentId, Path archived, Path answer) {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingDocument.class);

    /**
     * Puts what came as an answer, if anything did, where it belongs. Never throws: a trouble of our own must not make
     * what was sent look as if it were not.
     */
    public void keepAnswer(Path came) {
        try {
            if (Files.size(came) > 0) {
                SureFile.keepSoft(came, answer);
            }
        } catch (IOException e) {
            LOG.error("The answer of eConnect could not be put into the archive as {}", answer, e);
        }
    }
}
