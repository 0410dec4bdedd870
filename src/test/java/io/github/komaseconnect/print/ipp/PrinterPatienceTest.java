package io.github.komaseconnect.print.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large document at a printer that takes it no faster than it prints. */
class PrinterPatienceTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration NONE = Duration.ZERO;
    /** Several times what the network keeps under way by itself: that nobody sees move. */
    private static final long LARGE = 30_000_000;

    @TempDir
    Path folder;

    private Path pdf;

    @BeforeEach
    void make() throws Exception {
        pdf = folder.resolve("dagafdruk.pdf");
        try (RandomAccessFile file = new RandomAccessFile(pdf.toFile(), "rw")) {
            file.setLength(LARGE);
        }
    }

    private IppAnswer print(SlowPrinter printer, PrinterPatience patience) {
        return new IppPrinter(printer.address(), Optional.empty(), new IppTransport(patience))
                .printJob("dagafdruk", List.of(), pdf);
    }

    /** Silence for so long, and in all for so long. */
    private static PrinterPatience patience(Duration silence, Duration longest) {
        return new PrinterPatience(LONG, SHORT, silence, NONE, silence, longest);
    }

    @Test
    void asLongAsItTakesMoreItIsWaitedFor() throws Exception {
        Duration silence = Duration.ofMillis(2_500);
        long begun = System.nanoTime();
        try (SlowPrinter printer = new SlowPrinter(Duration.ofMillis(8), Long.MAX_VALUE)) {
            assertThat(print(printer, patience(silence, LONG))).isInstanceOf(IppAnswer.Packet.class);
        }
        assertThat(System.nanoTime() - begun).isGreaterThan(silence.toNanos());
    }

    @Test
    void oneThatTakesNoMoreIsWaitedForNoLongerThanTheSilence() throws Exception {
        try (SlowPrinter printer = new SlowPrinter(NONE, LARGE / 4)) {
            long begun = System.nanoTime();
            assertThat(print(printer, patience(SHORT, LONG))).isEqualTo(new IppAnswer.Unusable("time-out"));
            assertThat(System.nanoTime() - begun)
                    .isBetween(SHORT.toNanos(), LONG.dividedBy(2).toNanos());
        }
    }

    @Test
    void oneThatGoesOnForEverIsLeftAtTheLongest() throws Exception {
        try (SlowPrinter printer = new SlowPrinter(Duration.ofSeconds(1), Long.MAX_VALUE)) {
            long begun = System.nanoTime();
            assertThat(print(printer, patience(LONG, Duration.ofMillis(1_500))))
                    .isEqualTo(new IppAnswer.Unusable("time-out"));
            assertThat(System.nanoTime() - begun).isLessThan(LONG.dividedBy(2).toNanos());
        }
    }

    @Test
    void aRequestWithoutADocumentIsAnsweredSoonOrNotAtAll() throws Exception {
        try (SlowPrinter printer = new SlowPrinter(NONE, 0)) {
            IppPrinter asked =
                    new IppPrinter(printer.address(), Optional.empty(), new IppTransport(patience(LONG, LONG)));
            assertThat(asked.job(1)).isEqualTo(new IppAnswer.Unusable("time-out"));
        }
    }

    @Test
    void theSilenceGrowsWithTheDocumentUpToALimit() {
        PrinterPatience usual = PrinterPatience.usual();

        assertThat(usual.silence(50_000)).isEqualTo(Duration.ofMinutes(2));
        assertThat(usual.silence(350_000)).isEqualTo(Duration.ofMinutes(5));
        assertThat(usual.silence(20_000_000)).isEqualTo(Duration.ofMinutes(10));
        assertThat(usual.longest()).isEqualTo(Duration.ofHours(2));
    }
}
