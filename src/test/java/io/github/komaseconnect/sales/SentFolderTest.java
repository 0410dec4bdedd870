package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a month. */
class SentFolderTest {
    private static final int AT_ONCE = 4;

    @TempDir
    private Path sent;

    /** The first invoices of a month go out together. */
    @Test
    void severalMakeItAtTheSameMoment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            List<Future<Boolean>> made = new ArrayList<>();
            for (int n = 0; n < AT_ONCE; n++) {
                made.add(threads.submit(() -> {
                    for (int month = 1000; month < 1500; month++) {
                        together.await(10, TimeUnit.SECONDS);
                        SentFolder.make(sent.resolve(month + "-01"));
                    }
                    return true;
                }));
            }
            for (Future<Boolean> one : made) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sent.toFile().list()).hasSize(500);
    }

    @Test
    void aFileInItsPlaceIsToldOf() throws Exception {
        Path file = Files.writeString(sent.resolve("2026-11"), "geen map");

        assertThatThrownBy(() -> SentFolder.make(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void nothingIsMadeInAFolderThatIsGone() {
        assertThatThrownBy(() -> SentFolder.make(sent.resolve("weg").resolve("2026-11")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
