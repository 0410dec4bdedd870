package io.github.komaseconnect.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A UBL document as it goes into a Payload: from the first byte of its root element, in UTF-8, without prolog, BOM or
 * DOCTYPE, and otherwise untouched.
 */
public interface DocumentBody {
    /** Length in bytes. */
    long length();

    /** Writes it, streaming; does not close {@code out}. */
    void writeTo(OutputStream out) throws IOException;

    /** Gives the body of a document in a file. */
    @FunctionalInterface
    interface Source {
        /**
         * Looks at the file only as far as needed to know the length.
         *
         * @throws IOException when the file cannot be read
         */
        DocumentBody open(Path ubl) throws IOException;
    }
}
