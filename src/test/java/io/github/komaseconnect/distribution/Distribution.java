package io.github.komaseconnect.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution that {@code mvn package} left; its places come from the build as system properties. */
final class Distribution {
    private Distribution() {}

    static Path folder() {
        return Path.of(property("distribution.directory"));
    }

    static Path zip() {
        return Path.of(property("distribution.zip"));
    }

    /** The start script for Linux and macOS. */
    static Path script() {
        return folder().resolve("bin/komas-econnect");
    }

    /** Every file below a folder with the hash of its content, by its path with slashes. */
    static Map<String, String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'),
                            hash(),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static Function<Path, String> hash() {
        return file -> {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                return new BigInteger(1, sha256.digest(Files.readAllBytes(file))).toString(16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run by mvn verify");
        }
        return value;
    }
}
