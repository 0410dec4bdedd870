package io.github.komaseconnect.sales;

import java.io.File;
import java.util.List;

/**
 * Files of one export folder that are complete and may be taken now, oldest first.
 *
 * @param company key of the company
 * @param files XML files, each with its PDF beside it if it has one, and PDFs that are left over
 */
public record ReadyFiles(String company, List<File> files) {
    public ReadyFiles {
        files = List.copyOf(files);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return files.isEmpty();
    }
}
