package io.github.komaseconnect.readiness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The drive letters that this Windows user has for shares. A service runs under another account and does not see them.
 *
 * @param shares the share by its drive, e.g. {@code K:} and {@code \\server\komas}
 */
record NetworkDrives(Map<String, String> shares) {
    /** Columns of {@code net use} are in the language of Windows, and so is its header; drive and share are not. */
    private static final Pattern MAPPED = Pattern.compile("(?m)\\b([A-Za-z]:)\\s+(\\\\\\\\\\S.*?)(?:\\s{2,}.*|\\s*)$");

    private static final Pattern DRIVE_PATH = Pattern.compile("([A-Za-z]:)([\\\\/].*)");
    private static final long LONGEST_WAIT_SECONDS = 5;

    NetworkDrives {
        shares = Map.copyOf(shares);
    }

    /** Those of the user who runs this; none on other operating systems, or when Windows does not say. */
    static NetworkDrives ofThisUser() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? parse(netUse()) : none();
    }

    /** No network drives. */
    static NetworkDrives none() {
        return new NetworkDrives(Map.of());
    }

    /** What {@code net use} printed. */
    static NetworkDrives parse(String output) {
        Map<String, String> shares = new HashMap<>();
        Matcher lines = MAPPED.matcher(output);
        while (lines.find()) {
            shares.put(lines.group(1).toUpperCase(Locale.ROOT), lines.group(2).strip());
        }
        return new NetworkDrives(shares);
    }

    /** The same place by its share, when the path is on a network drive: {@code \\server\komas\export}. */
    Optional<String> byShare(Path path) {
        return byShare(path.toString());
    }

    Optional<String> byShare(String path) {
        Matcher drive = DRIVE_PATH.matcher(path);
        if (!drive.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(shares.get(drive.group(1).toUpperCase(Locale.ROOT)))
                .map(share -> share + drive.group(2));
    }

    /** Whether the path begins with a drive letter. */
    static boolean hasDrive(Path path) {
        return DRIVE_PATH.matcher(path.toString()).matches();
    }

    private static String netUse() {
        try {
            Process process =
                    new ProcessBuilder("net", "use").redirectErrorStream(true).start();
            process.getOutputStream().close();
            // a share that hangs makes Windows hang too; without its output nothing is known of any drive
            CompletableFuture.delayedExecutor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            try (BufferedReader lines = process.inputReader(Charset.defaultCharset())) {
                return lines.lines().collect(Collectors.joining("\n"));
            }
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
