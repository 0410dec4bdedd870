package io.github.komaseconnect.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What bin/komas-econnect makes of its surroundings, shown by Javas that only tell how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is komas-econnect.bat that starts the program")
class StartScriptIT {
    @TempDir
    Path folder;

    private Path told;

    @BeforeEach
    void makeRoom() throws Exception {
        told = Files.createDirectories(folder.resolve("java met spatie"));
    }

    @Test
    void givesJavaItsOptionsAndTheProgramItsArguments() throws Exception {
        List<String> called = start(
                        Map.of("JAVA_HOME", java("17.0.15"), "JAVA_OPTS", "-Xmx1g -Dpattern=*"),
                        Distribution.script(),
                        "explain",
                        "factuur 1.xml",
                        "")
                .lines()
                .toList();

        String distribution = Distribution.folder().toRealPath().toString();
        assertThat(called)
                .containsExactly(
                        "[-Xmx256m]",
                        "[-Dfile.encoding=UTF-8]",
                        "[--enable-native-access=ALL-UNNAMED]",
                        "[-Xmx1g]",
                        "[-Dpattern=*]",
                        "[-Dkomas.distribution=" + distribution + "]",
                        "[-cp]",
                        "[" + distribution + "/lib/komas-econnect.jar:" + distribution + "/lib/*]",
                        "[io.github.komaseconnect.cli.KomasEconnect]",
                        "[explain]",
                        "[factuur 1.xml]",
                        "[]");
    }

    @Test
    void findsItsDistributionThroughSymbolicLinks() throws Exception {
        Path links = Files.createDirectories(folder.resolve("mijn programma's"));
        Files.createSymbolicLink(links.resolve("eerste"), Distribution.script().toAbsolutePath());
        Files.createSymbolicLink(links.resolve("komas"), Path.of("eerste"));

        assertThat(start(Map.of("JAVA_HOME", java("21.0.2")), links.resolve("komas")))
                .contains("[-Dkomas.distribution=" + Distribution.folder().toRealPath() + "]");
    }

    @Test
    void takesTheJavaOnThePathWithoutJavaHome() throws Exception {
        String path = java("25") + "/bin:" + System.getenv("PATH");

        assertThat(start(Map.of("JAVA_HOME", "", "PATH", path), Distribution.script()))
                .contains("KomasEconnect");
    }

    @Test
    void letsJavaOpenFilesWithAccentsWhereNoLanguageIsSet() throws Exception {
        Path java = Path.of(java("17.0.15"), "bin/java");
        Files.writeString(java, Files.readString(java) + "echo \"LC_ALL=$LC_ALL\"\n");
        Map<String, String> none = Map.of("JAVA_HOME", told.toString(), "LC_ALL", "", "LC_CTYPE", "", "LANG", "");
        Map<String, String> dutch = Map.of("JAVA_HOME", told.toString(), "LC_ALL", "nl_NL.UTF-8");

        assertThat(start(none, Distribution.script())).contains("LC_ALL=C.UTF-8");
        assertThat(start(dutch, Distribution.script())).contains("LC_ALL=nl_NL.UTF-8");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        assertThat(refused(Map.of("JAVA_HOME", java("1.8.0_402"))))
                .contains("te oud (versie 1); nodig is Java 17 of nieuwer", "too old (version 1)");
        assertThat(refused(Map.of("JAVA_HOME", java("16.0.2")))).contains("te oud (versie 16)");
    }

    @Test
    void saysThatThereIsNoJavaInJavaHome() throws Exception {
        assertThat(refused(Map.of("JAVA_HOME", "/nowhere/jdk")))
                .contains("geen Java in JAVA_HOME (/nowhere/jdk)", "set JAVA_HOME to the folder of a Java 17 or newer");
    }

    @Test
    void saysThatThereIsNoJavaAtAll() throws Exception {
        for (String tool : List.of("dirname", "readlink")) {
            Files.createSymbolicLink(told.resolve(tool), Path.of("/usr/bin", tool));
        }

        assertThat(refused(Map.of("JAVA_HOME", "", "PATH", told.toString())))
                .contains(
                        "geen Java gevonden; installeer Java 17 of nieuwer", "no Java found; install Java 17 or newer");
    }

    @Test
    void saysThatJavaDoesNotWork() throws Exception {
        String broken = java("17");
        Files.writeString(Path.of(broken, "bin/java"), "#!/bin/sh\necho 'unable to locate a runtime' >&2\nexit 1\n");

        assertThat(refused(Map.of("JAVA_HOME", broken)))
                .contains("werkt niet: unable to locate a runtime", "does not work; install Java 17 or newer");
    }

    /** A JAVA_HOME whose Java says that it has this version, and else tells its arguments, one on a line. */
    private String java(String version) throws IOException {
        Path java = Files.createDirectories(told.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=y' >&2
                    echo 'openjdk version "%s" 2025-04-15' >&2
                    exit
                fi
                for argument; do
                    printf '[%%s]\\n' "$argument"
                done
                """.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return told.toString();
    }

    private String start(Map<String, String> environment, Path script, String... arguments) throws Exception {
        try (Started started = Started.start(folder, environment, script, arguments)) {
            return started.endsWith(0);
        }
    }

    private String refused(Map<String, String> environment) throws Exception {
        try (Started started = Started.start(folder, environment, Distribution.script(), "--version")) {
            return started.endsWith(2);
        }
    }
}
