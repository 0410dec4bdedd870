package io.github.komaseconnect.sales;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the XML and the PDF of one invoice are recognised by their names. */
public final class InvoiceFiles {
    /** What an XML file's name ends with. */
    public static final String XML = ".xml";

    /** What a PDF file's name ends with. */
    public static final String PDF = ".pdf";

    private InvoiceFiles() {}

    /** Whether it is an XML file by its name, in capitals or not. */
    public static boolean isXml(Path file) {
        return lowerName(file).endsWith(XML);
    }

    /** Whether it is a PDF by its name, in capitals or not. */
    public static boolean isPdf(Path file) {
        return lowerName(file).endsWith(PDF);
    }

    private static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** The file's name without extension. */
    public static String base(Path file) {
        return base(file.getFileName().toString());
    }

    /** A file name without its extension. */
    public static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /**
     * The file beside this one with the same name and another extension, written small, in capitals or with one capital.
     *
     * @param extension {@value #XML} or {@value #PDF}
     * @return empty when there is none, or only one of zero bytes
     */
    public static Optional<Path> sibling(Path file, String extension) throws IOException {
        String capitals = extension.toUpperCase(Locale.ROOT);
        String oneCapital = capitals.substring(0, 2) + extension.substring(2);
        for (String written : List.of(extension, capitals, oneCapital)) {
            Path candidate = file.resolveSibling(base(file) + written);
            if (Files.isRegularFile(candidate) && Files.size(candidate) > 0) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
