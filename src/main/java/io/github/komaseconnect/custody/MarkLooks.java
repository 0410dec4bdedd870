package io.github.komaseconnect.custody;

import io.github.komaseconnect.company.CompanyFolders;
import java.util.List;

/**
 * What the marks in the folders of a company show.
 *
 * @param outbox the one folder that decides
 * @param others the export and the import folder
 */
record MarkLooks(MarkFile.Look outbox, List<MarkFile.Look> others) {
    MarkLooks {
        others = List.copyOf(others);
    }

    static MarkLooks of(CompanyFolders folders) {
        return new MarkLooks(
                MarkFile.look(folders.outbox()),
                List.of(MarkFile.look(folders.exportFolder()), MarkFile.look(folders.importFolder())));
    }
}
