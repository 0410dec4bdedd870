package io.github.komaseconnect.configuration;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files {@code companies/<key>.properties} as they were at one moment: each holds the settings of one company, without
 * {@code company.<key>.} in front. Two are equal when the same files have the same content.
 */
public final class CompanyFiles {
    /** The folder in home. */
    public static final String FOLDER = "companies";

    static final String EXTENSION = ".properties";

    /** A file that was changed this short ago is read again: it may change once more without a newer time. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private final Map<String, Content> files;

    /**
     * One file.
     *
     * @param text empty when it could not be read
     * @param settled whether the same stamp later means the same content
     */
    private record Content(Optional<String> text, PropertiesFile parsed, Stamp stamp, boolean settled) {}

    private record Stamp(long size, long modified, Optional<Object> fileKey) {}

    private CompanyFiles(Map<String, Content> files) {
        this.files = Collections.unmodifiableMap(files);
    }

    /** No files. */
    public static CompanyFiles none() {
        return new CompanyFiles(new TreeMap<>());
    }

    /**
     * Reads them all; a file that cannot be read is there, without content.
     *
     * @throws IOException when the folder cannot be listed; without a folder there are no files
     */
    public static CompanyFiles read(Path home) throws IOException {
        return none().readAgain(home, Instant.EPOCH);
    }

    /**
     * Reads them again, leaving out those that cannot have changed.
     *
     * @throws IOException as {@link #read}
     */
    public CompanyFiles readAgain(Path home, Instant now) throws IOException {
        Map<String, Content> found = new TreeMap<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(home.resolve(FOLDER), CompanyFiles::isOne)) {
            for (Path file : names) {
                String name = file.getFileName().toString();
                String key = name.substring(0, name.length() - EXTENSION.length());
                look(file, key, now).ifPresent(content -> found.put(key, content));
            }
        } catch (NoSuchFileException missing) {
            if (!Files.isDirectory(home)) {
                throw missing;
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return new CompanyFiles(found);
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && !name.startsWith(".") && !name.startsWith("~");
    }

    private Optional<Content> look(Path file, String key, Instant now) {
        SettingsSource source = SettingsSource.ofCompany(key);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return Optional.empty();
            }
            Instant modified = attributes.lastModifiedTime().toInstant();
            Stamp stamp =
                    new Stamp(attributes.size(), modified.toEpochMilli(), Optional.ofNullable(attributes.fileKey()));
            Content before = files.get(key);
            if (before != null && before.settled() && before.stamp().equals(stamp)) {
                return Optional.of(before);
            }
            String text = TextFile.decode(TextFile.bytes(file));
            boolean settled = modified.plus(YOUNG).isBefore(now);
            return Optional.of(new Content(Optional.of(text), PropertiesFile.parse(text, source), stamp, settled));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            PropertiesFile empty = PropertiesFile.parse("", source);
            return Optional.of(new Content(Optional.empty(), empty, new Stamp(0, 0, Optional.empty()), false));
        }
    }

    /** The keys of the companies, as their files are named. */
    List<String> keys() {
        return List.copyOf(files.keySet());
    }

    /** The settings in the file of a company. */
    Optional<PropertiesFile> find(String key) {
        return Optional.ofNullable(files.get(key)).map(Content::parsed);
    }

    /** Whether the file of a company is there and could be read. */
    boolean isReadable(String key) {
        return files.containsKey(key) && files.get(key).text().isPresent();
    }

    /** These files, but those of some companies as they are among others; gone when they are not among those. */
    public CompanyFiles with(Collection<String> keys, CompanyFiles others) {
        Map<String, Content> mixed = new TreeMap<>(files);
        for (String key : keys) {
            Content other = others.files.get(key);
            if (other == null) {
                mixed.remove(key);
            } else {
                mixed.put(key, other);
            }
        }
        return new CompanyFiles(mixed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompanyFiles that && texts().equals(that.texts());
    }

    @Override
    public int hashCode() {
        return texts().hashCode();
    }

    private Map<String, Optional<String>> texts() {
        Map<String, Optional<String>> texts = new TreeMap<>();
        files.forEach((key, content) -> texts.put(key, content.text()));
        return texts;
    }

    /** Never shows what is in the files. */
    @Override
    public String toString() {
        return files.keySet().toString();
    }
}
