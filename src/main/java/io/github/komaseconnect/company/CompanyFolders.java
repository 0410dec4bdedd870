package io.github.komaseconnect.company;

import java.nio.file.Path;
import java.util.List;

/**
 * The folders of one company, all absolute.
 *
 * @param importFolder purchase invoices for Komas (read by its background job IU01)
 * @param exportFolder sales invoices that Komas wrote
 * @param outbox sales invoices accepted and on their way
 * @param sent sales invoices sent, in a folder per month
 * @param held sales invoices that need a person, each with its reason beside it
 * @param printSpool PDFs to be printed
 * @param respond answers to suppliers, as files; need not be there
 */
public record CompanyFolders(
        Path importFolder, Path exportFolder, Path outbox, Path sent, Path held, Path printSpool, Path respond) {
    /** With the folder for answers beside the export folder. */
    public CompanyFolders(Path importFolder, Path exportFolder, Path outbox, Path sent, Path held, Path printSpool) {
        this(importFolder, exportFolder, outbox, sent, held, printSpool, exportFolder.resolveSibling("respond"));
    }

    /** All of them. */
    public List<Path> all() {
        return List.of(importFolder, exportFolder, outbox, sent, held, printSpool, respond);
    }
}
