package io.github.komaseconnect.sales;

import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.reason.OneLine;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files taken from the export folder: renamed to a hidden name in the outbox, so that Komas may write the next file of
 * the same name, and nobody else can take them.
 *
 * @param company key of the company
 * @param originalName as Komas wrote it, on one line
 * @param stem hidden file name without extension
 * @param xml empty for a PDF that is left over
 */
public record Claim(String company, String originalName, String stem, Optional<Path> xml, Optional<Path> pdf) {
    public Claim {
        originalName = OneLine.of(originalName);
    }

    /** Whether its files are not where it put them any more, e.g. because another step has registered them. */
    boolean isGone() {
        return !Presence.isThere(xml.or(() -> pdf).orElseThrow());
    }

    /** The name of its files in the folder they came from, without extension; a very long one is cut. */
    String nameInFolder() {
        return ClaimName.parse(stem).map(ClaimName::name).orElse("");
    }
}
