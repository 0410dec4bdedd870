package io.github.komaseconnect.rendering;

import io.github.komaseconnect.company.LogoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logos as the layout takes them; the ones used last are kept, as long as their files stay the same. */
final class Logos {
    private static final Logger LOG = LoggerFactory.getLogger(InvoicePdf.class);
    private static final int KEPT = 8;

    private final Map<Path, Kept> kept = new LinkedHashMap<>();

    private record Kept(FileTime modified, long size, String data) {}

    /** The logo as a data URI; empty when there is none, or none that can be read now: an invoice goes without it then. */
    synchronized String data(Optional<Path> logo) {
        return logo.map(this::data).orElse("");
    }

    private String data(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Kept known = kept.remove(file);
            Kept now = known != null && known.modified.equals(modified) && known.size == size
                    ? known
                    : new Kept(modified, size, uri(LogoFile.png(file)));
            kept.put(file, now);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return now.data;
        } catch (IOException gone) {
            LOG.warn("The invoice goes without the logo {}: {}", file, gone.getMessage());
            return "";
        }
    }

    static String uri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
