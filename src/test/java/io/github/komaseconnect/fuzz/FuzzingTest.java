package io.github.komaseconnect.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Coverage-guided fuzzing by Jazzer of one target after the other, each in a JVM of its own with {@code -Xmx256m}, for
 * {@code -Dfuzz.seconds} (120). What it finds is printed as base64: decode it into a file in
 * {@code src/test/resources/fuzz/<target>/}, and {@link FuzzSeedsTest} has it from then on.
 */
@Tag("crash")
class FuzzingTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 120);
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: +(\\d+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void findsNothing(FuzzTarget target) throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("os.arch").matches("amd64|x86_64"), "Jazzer has no native part for this processor");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command(target, corpus(target)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Duration patience = Duration.ofSeconds(SECONDS + 300L);
        try {
            assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        Matcher executions = EXECUTIONS.matcher(said);
        assertThat(executions.find()).as(said).isTrue();
        assertThat(Long.parseLong(executions.group(1)))
                .isGreaterThan(target.seeds().size());
        System.out.println("COUNT fuzz target=" + target + " seconds=" + SECONDS + " executions=" + executions.group(1)
                + " findings=0");
    }

    private Path corpus(FuzzTarget target) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        int n = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(corpus.resolve("seed-" + n++), seed);
        }
        return corpus;
    }

    private static List<String> command(FuzzTarget target, Path corpus) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+EnableDynamicAgentLoading",
                "-Dlogback.configurationFile=logback-test.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=io.github.komaseconnect.**:com.ctc.wstx.**:de.siegmar.**",
                "-max_total_time=" + SECONDS,
                "-timeout=60",
                "-rss_limit_mb=2048",
                "-len_control=20",
                "-max_len=20000",
                "-print_final_stats=1",
                corpus.toString());
    }
}
