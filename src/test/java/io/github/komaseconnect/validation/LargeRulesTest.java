package io.github.komaseconnect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules, in {@code -Xmx256m}: an attachment of 90 MB, 2,500 lines, and far too many lines. */
@Tag("crash")
class LargeRulesTest {
    @TempDir
    Path folder;

    @Test
    void inBoundedMemory() throws Exception {
        Path log = folder.resolve("rules.log");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dlogback.configurationFile=logback-test.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RulesInLittleMemory.class.getName(),
                        folder.toString(),
                        "2500"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(Files.readString(log))
                .contains("attachment: sound", "lines: sound", "million: NotExamined", "validation.too-large")
                .doesNotContain("OutOfMemoryError");
    }
}
