package io.github.komaseconnect.adoption;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Place;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An XML file in one of the visible folders, or half taken over into the outbox.
 *
 * @param place NOWHERE for the export folder
 * @param path below the folder of its place, without extension
 * @param claimed whether it has the hidden name of a file that is being taken over
 * @param originalName as Komas wrote it, as far as it is known
 * @param header empty when it is no invoice that can be read
 */
record ShelfFile(
        Path file,
        Place place,
        String path,
        boolean claimed,
        String originalName,
        Optional<Path> pdf,
        String sha256,
        Optional<InvoiceHeader> header) {
    boolean is(DocumentType type, String number) {
        return header.filter(found -> found.type() == type && found.number().equals(number))
                .isPresent();
    }
}
