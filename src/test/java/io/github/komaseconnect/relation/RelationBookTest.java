package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationBookTest {
    private static final String HEADER = "relatienummer;naam;verzendmethode\n";

    @TempDir
    Path folder;

    private final Hand clock = new Hand();
    private Path file;
    private Path lastGood;

    @BeforeEach
    void paths() {
        file = folder.resolve("relations.csv");
        lastGood = folder.resolve("data/relations/acme.csv");
    }

    @Test
    void withoutFileAndLastGoodOneTheBookIsEmptyAndSaysSo() {
        RelationBook book = book();
        assertThat(book.current().relations()).isEmpty();
        assertThat(code(book)).isEqualTo("relation-file.missing");
        assertThat(book.trouble().orElseThrow().reason().dutch()).contains(file.toString());
    }

    @Test
    void aFileThatComesLaterCounts() {
        RelationBook book = book();
        assertThat(book.current().relations()).isEmpty();
        write(rows(2));
        clock.settle();
        assertThat(book.current().relations()).hasSize(2);
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void aChangedFileCountsWithoutARestartAndIsReadOnlyOnce() {
        write(rows(2));
        RelationBook book = settledBook();
        RelationSnapshot first = book.current();
        assertThat(book.current()).isSameAs(first);
        write(rows(3));
        clock.settle();
        assertThat(book.current().relations()).hasSize(3);
        assertThat(first.relations()).hasSize(2);
    }

    @Test
    void aChangeOfTheSameSizeAndTimeIsNoticed() throws IOException {
        write(HEADER + "1;A;post\n");
        FileTime before = Files.getLastModifiedTime(file);
        RelationBook book = settledBook();
        assertThat(book.current().relations().get(0).name()).isEqualTo("A");
        write(HEADER + "1;B;post\n");
        Files.setLastModifiedTime(file, before);
        clock.settle();
        assertThat(book.current().relations().get(0).name()).isEqualTo("B");
    }

    @Test
    void aFileStillBeingWrittenLeavesTheOldOneInForceUntilTwoLooksAgree() {
        write(rows(12));
        RelationBook book = settledBook();
        clock.now();
        write(rows(9));
        assertThat(book.current().relations()).hasSize(12);
        write(rows(11));
        clock.advance(Duration.ofSeconds(1));
        assertThat(book.current().relations()).hasSize(12);
        assertThat(book.trouble()).isEmpty();
        clock.settle();
        assertThat(book.current().relations()).hasSize(11);
    }

    @Test
    void aFileWithAFutureDateCountsAfterTwoLooks() throws IOException {
        write(rows(2));
        RelationBook book = settledBook();
        write(rows(3));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().plus(Duration.ofDays(1))));
        assertThat(book.current().relations()).hasSize(2);
        clock.advance(Duration.ofSeconds(3));
        assertThat(book.current().relations()).hasSize(3);
    }

    @Test
    void atTheVeryFirstLookAFileStillBeingWrittenIsBetterThanNone() {
        clock.now();
        write(rows(2));
        RelationBook book = book();
        assertThat(book.current().relations()).hasSize(2);
        assertThat(lastGood).doesNotExist();
        write(rows(40));
        assertThat(book.current().relations()).hasSize(40);
        clock.settle();
        assertThat(book.current().relations()).hasSize(40);
        assertThat(lastGood).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo\nbar\n", "relatienummer;naam;verzendmethode\n1;\"A;post\n", "PK\u0003\u0004"})
    void aBrokenFileLeavesTheLastGoodOneInForceUntilItIsMended(String broken) {
        write(rows(2));
        RelationBook book = settledBook();
        RelationSnapshot good = book.current();
        write(broken);
        clock.settle();
        assertThat(book.current()).isSameAs(good);
        assertThat(code(book)).startsWith("relation-file.");
        write(rows(3));
        clock.settle();
        assertThat(book.current().relations()).hasSize(3);
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void aBrokenFileThatIsPutBackAsItWasClearsTheTrouble() {
        write(rows(2));
        RelationBook book = settledBook();
        write("foo\n");
        clock.settle();
        assertThat(book.trouble()).isPresent();
        write(rows(2));
        clock.settle();
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void theLastGoodOneSurvivesARestart() throws IOException {
        write(rows(2));
        settledBook().current();
        assertThat(lastGood).hasSameBinaryContentAs(file);
        write("foo\n");
        clock.settle();
        RelationBook restarted = book();
        assertThat(restarted.current().relations()).hasSize(2);
        assertThat(restarted.current().fileName()).isEqualTo("relations.csv");
        assertThat(code(restarted)).isEqualTo("relation-file.headers");
        Files.delete(file);
        RelationBook again = book();
        assertThat(again.current().relations()).hasSize(2);
        clock.settle();
        assertThat(code(again)).isEqualTo("relation-file.missing");
    }

    @Test
    void aFileThatIsGoneForAMomentIsNoTroubleAndForLongerIsOne() throws IOException {
        write(rows(2));
        RelationBook book = settledBook();
        Files.delete(file);
        assertThat(book.trouble()).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(code(book)).isEqualTo("relation-file.missing");
        assertThat(book.current().relations()).hasSize(2);
        write(rows(2));
        clock.settle();
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void aFolderInPlaceOfTheFileIsUnreadable() throws IOException {
        write(rows(2));
        RelationBook book = settledBook();
        Files.delete(file);
        Files.createDirectory(file);
        book.look();
        clock.advance(Duration.ofSeconds(3));
        assertThat(code(book)).isEqualTo("relation-file.unreadable");
        assertThat(book.current().relations()).hasSize(2);
    }

    @Test
    void aMuchShorterFileIsTakenOverOnlyWhenAPersonConfirms() throws IOException {
        write(rows(20));
        RelationBook book = settledBook();
        write(rows(9));
        clock.settle();
        assertThat(book.current().relations()).hasSize(20);
        assertThat(code(book)).isEqualTo("relation-file.shorter");
        Path accept = folder.resolve("relations.csv.accept");
        assertThat(book.trouble().orElseThrow().reason().dutchLine()).contains("9", "20", accept.toString());
        clock.advance(Duration.ofHours(5));
        assertThat(book.current().relations()).hasSize(20);
        Files.createFile(accept);
        assertThat(book.current().relations()).hasSize(9);
        assertThat(book.trouble()).isEmpty();
        assertThat(accept).doesNotExist();
        assertThat(lastGood).hasSameBinaryContentAs(file);
    }

    @Test
    void aMuchShorterFileIsRefusedAfterARestartToo() {
        write(rows(20));
        settledBook().current();
        write(rows(9));
        clock.settle();
        RelationBook restarted = book();
        assertThat(restarted.current().relations()).hasSize(20);
        assertThat(code(restarted)).isEqualTo("relation-file.shorter");
    }

    @Test
    void aShorterFileThatGrowsBackCounts() {
        write(rows(20));
        RelationBook book = settledBook();
        write(rows(9));
        clock.settle();
        assertThat(book.trouble()).isPresent();
        write(rows(19));
        clock.settle();
        assertThat(book.current().relations()).hasSize(19);
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void anOldConfirmationCountsForNoLaterFile() throws IOException {
        write(rows(20));
        Path accept = Files.createFile(folder.resolve("relations.csv.accept"));
        RelationBook book = settledBook();
        assertThat(book.current().relations()).hasSize(20);
        Instant accepted = FileLook.at(accept).changed();
        do {
            write(rows(9)); // until the file system's clock has ticked
        } while (!FileLook.at(file).changed().isAfter(accepted));
        clock.settle();
        assertThat(book.current().relations()).hasSize(20);
    }

    @Test
    void halfIsNotMuchShorterAndFewRelationsAreNotCompared() {
        write(rows(20));
        RelationBook book = settledBook();
        write(rows(10));
        clock.settle();
        assertThat(book.current().relations()).hasSize(10);
        write(rows(5));
        clock.settle();
        assertThat(book.current().relations()).hasSize(5);
        write(rows(1));
        clock.settle();
        assertThat(book.current().relations()).hasSize(1);
    }

    @Test
    void aCopyThatCannotBeKeptIsReportedAndTriedAgain() throws IOException {
        Files.createDirectories(lastGood.resolve("in the way"));
        write(rows(2));
        RelationBook book = settledBook();
        assertThat(book.current().relations()).hasSize(2);
        assertThat(code(book)).isEqualTo("relation-file.copy-not-kept");
        Files.delete(lastGood.resolve("in the way"));
        Files.delete(lastGood);
        clock.advance(Duration.ofMinutes(2));
        assertThat(book.trouble()).isEmpty();
        assertThat(lastGood).hasSameBinaryContentAs(file);
    }

    @Test
    void aDamagedLastGoodCopyIsNoneAtAll() throws IOException {
        Files.createDirectories(lastGood.getParent());
        Files.write(lastGood, new byte[] {0, 1, 2});
        RelationBook book = book();
        assertThat(book.current().relations()).isEmpty();
        write(rows(2));
        clock.settle();
        assertThat(book.current().relations()).hasSize(2);
    }

    @Test
    void manyThreadsSeeWholeSnapshots() throws Exception {
        write(rows(20));
        RelationBook book = settledBook();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> looking = () -> IntStream.range(0, 500)
                    .mapToObj(i -> book.current())
                    .allMatch(snapshot -> snapshot.relations().size() == 20
                            || snapshot.relations().size() == 30);
            List<Future<Boolean>> seen = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                seen.add(threads.submit(looking));
            }
            write(rows(30));
            clock.settle();
            for (Future<Boolean> whole : seen) {
                assertThat(whole.get()).isTrue();
            }
            assertThat(book.current().relations()).hasSize(30);
        } finally {
            threads.shutdownNow();
        }
    }

    private RelationBook book() {
        return new RelationBook(file, lastGood, new RelationFile(new IdentifierReader()), clock);
    }

    private RelationBook settledBook() {
        clock.settle();
        RelationBook book = book();
        book.look();
        return book;
    }

    private static String rows(int count) {
        return HEADER
                + IntStream.range(0, count).mapToObj(i -> i + ";Naam;post\n").collect(Collectors.joining());
    }

    private void write(String content) {
        try {
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String code(RelationBook book) {
        return book.trouble().orElseThrow().reason().code();
    }

    /** A clock moved by hand, ahead of the file system's: whatever was written is then some time ago. */
    private static final class Hand extends Clock {
        private volatile Duration ahead = Duration.ofMinutes(1);
        private volatile Instant base = Instant.now();

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        /** Moves past the settle time of anything written until now. */
        void settle() {
            base = Instant.now();
            ahead = ahead.plus(Duration.ofSeconds(10));
        }

        /** Back to real time, so that what is written next is recent. */
        void now() {
            base = Instant.now();
            ahead = Duration.ZERO;
        }

        @Override
        public Instant instant() {
            return base.plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
