package io.github.komaseconnect.invoice.rules;

import io.github.komaseconnect.invoice.DocumentType;
import java.nio.file.Path;
import java.util.List;

/** The official rules for e-invoices. Safe for several threads; never throws for what is in a document. */
public interface InvoiceRules {
    /**
     * Applies the rules of the document's own profile. Waits for rules that are still being made ready.
     *
     * @param ubl a UBL invoice or credit note
     * @param sha256 of its bytes: the verdict on them is remembered
     */
    Verdict examine(Path ubl, String sha256);

    /** Makes the rules ready in the background, if they are not or that is not under way: a matter of seconds of CPU. */
    void makeReady();

    /** Whether there are rules for documents of this type and profile ({@code CustomizationID}). */
    boolean know(DocumentType type, String customizationId);

    /** The releases in use, one for each profile and type of document. */
    List<RuleRelease> releases();
}
