package io.github.komaseconnect.platform;

import io.github.komaseconnect.invoice.DocumentType;

/**
 * eConnect's templates by MasterId.
 *
 * @param invoice {@code econnect.platform.template-id}
 * @param creditNote {@code econnect.platform.credit-note-template-id}
 */
public record TemplateIds(String invoice, String creditNote) {
    /** The template for a document of this type. */
    String of(DocumentType type) {
        return type == DocumentType.CREDIT_NOTE ? creditNote : invoice;
    }
}
