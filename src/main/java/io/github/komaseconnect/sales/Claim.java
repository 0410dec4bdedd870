package io.github.komaseconnect.sales;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files taken from the export folder: renamed to a hidden name in the outbox, so that Komas may write the next file of
 * the same name, and nobody else can take them.
 *
 * @param company key of the company
 * @param originalName as Komas wrote it
 * @param stem hidden file name without extension
 * @param xml empty for a PDF that is left over
 */
public record Claim(String company, String originalName, String stem, Optional<Path> xml, Optional<Path> pdf) {}
