package io.github.komaseconnect.invoice;

/**
 * A file that is embedded in an invoice, as the document tells of it: nothing here is to be trusted.
 *
 * @param position among all embedded files of the document, from 1
 * @param id {@code cbc:ID} of the reference that it belongs to; may be empty, as the others
 * @param description {@code cbc:DocumentDescription}, the first one
 * @param fileName attribute {@code filename}
 * @param mimeCode attribute {@code mimeCode}
 */
public record EmbeddedFile(int position, String id, String description, String fileName, String mimeCode) {
    /** By what people recognise it: its name, else what it is called. */
    public String label() {
        if (!fileName.isEmpty()) {
            return fileName;
        }
        return description.isEmpty() ? id : description;
    }
}
