package io.github.komaseconnect.arrival;

import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.EmbeddedFile;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for the attachments of one invoice: safe, each once (capitals or not: Windows knows no difference), and never one that
 * Komas would read as an invoice or a computer would run. Behind a name that does not end as a harmless kind of file comes
 * what the document says that it is, when that is harmless, else {@code .txt}: {@code brief.xml} becomes {@code brief.xml.txt}.
 */
final class AttachmentName {
    private static final int LONGEST_STEM = 50;
    private static final Pattern EXTENSION = Pattern.compile("^(.*)\\.([A-Za-z0-9]{1,5})[ .]*$", Pattern.DOTALL);

    /** What invoices carry (EN 16931 allows the first five kinds) and no computer runs when it is opened. */
    private static final Set<String> HARMLESS = Set.of(
            "pdf", "png", "jpg", "jpeg", "csv", "xlsx", "ods", "docx", "odt", "txt", "gif", "tif", "tiff", "bmp",
            "webp", "dwg", "dxf", "zip");

    private static final Map<String, String> BY_MIME_CODE = Map.of(
            "application/pdf", "pdf",
            "image/png", "png",
            "image/jpeg", "jpg",
            "text/csv", "csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
            "application/vnd.oasis.opendocument.spreadsheet", "ods",
            "text/plain", "txt");

    private final Set<String> given = new HashSet<>();

    /** A name that was not given before. */
    String next(EmbeddedFile file) {
        String label = lastPart(file.label());
        Matcher parts = EXTENSION.matcher(label);
        boolean harmless = parts.matches() && HARMLESS.contains(parts.group(2).toLowerCase(Locale.ROOT));
        String stem = SafeName.of(harmless ? parts.group(1) : label, LONGEST_STEM);
        String end = "." + (harmless ? parts.group(2).toLowerCase(Locale.ROOT) : extension(file.mimeCode()));
        String name = stem + end;
        for (int again = 2; !given.add(name.toLowerCase(Locale.ROOT)); again++) {
            name = stem + "-" + again + end;
        }
        return name;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String extension(String mimeCode) {
        String bare = mimeCode.toLowerCase(Locale.ROOT);
        int parameters = bare.indexOf(';');
        return BY_MIME_CODE.getOrDefault((parameters < 0 ? bare : bare.substring(0, parameters)).strip(), "txt");
    }
}
