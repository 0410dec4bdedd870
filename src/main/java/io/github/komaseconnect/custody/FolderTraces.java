package io.github.komaseconnect.custody;

import io.github.komaseconnect.company.Company;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the folders of a company show when there is no ledger to ask. */
record FolderTraces(Company company) implements Evidence.Traces {
    @Override
    public boolean ledgerKnowsTheCompany() {
        return false;
    }

    @Override
    public boolean foldersWereUsed() {
        return holdsFiles(company.folders().outbox())
                || holdsFiles(company.folders().sent());
    }

    @Override
    public boolean sentWhatWaits() {
        return false;
    }

    /** Files, also hidden ones and those in folders of months; ours that come and go do not count. */
    private static boolean holdsFiles(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                boolean ours = entry.getFileName().toString().contains(MarkFile.NAME);
                if (Files.isDirectory(entry) ? holdsFiles(entry) : !ours) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
