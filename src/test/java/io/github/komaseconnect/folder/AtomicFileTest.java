package io.github.komaseconnect.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.komaseconnect.folder.AtomicFile.Done;
import io.github.komaseconnect.folder.AtomicFile.IfExists;
import io.github.komaseconnect.folder.AtomicFile.NameTaken;
import io.github.komaseconnect.folder.AtomicFile.Outcome;
import io.github.komaseconnect.folder.AtomicFile.SourceGone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("invoice.xml");
    }

    @Test
    void writes_a_file_and_leaves_nothing_else() throws Exception {
        assertThat(write("content", IfExists.REFUSE)).isEqualTo(new Done(target));

        assertThat(target).hasContent("content");
        assertThat(names()).containsExactly("invoice.xml");
    }

    @Test
    void nothing_has_the_final_name_while_it_is_written() throws Exception {
        AtomicFile.write(target, IfExists.REFUSE, out -> {
            out.write(new byte[100_000]);
            assertThat(target).doesNotExist();
            assertThat(names()).singleElement().satisfies(name -> assertThat(name)
                    .startsWith(".invoice.xml.tmp-")
                    .doesNotEndWith(".xml"));
        });

        assertThat(target).hasSize(100_000);
    }

    @Test
    void replaces_a_file_or_leaves_it_as_asked() throws Exception {
        write("old", IfExists.REFUSE);

        assertThat(write("new", IfExists.REFUSE)).isEqualTo(new NameTaken(target));
        assertThat(target).hasContent("old");
        assertThat(write("new", IfExists.REPLACE)).isEqualTo(new Done(target));
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("invoice.xml");
    }

    @Test
    void content_that_fails_leaves_nothing_behind() {
        assertThatThrownBy(() -> AtomicFile.write(target, IfExists.REPLACE, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(names()).isEmpty();
    }

    @Test
    void a_missing_folder_is_an_error() {
        assertThatThrownBy(
                        () -> AtomicFile.write(folder.resolve("nowhere/x.xml"), IfExists.REFUSE, out -> out.write(1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void copies_a_file() throws Exception {
        Path source = Files.writeString(folder.resolve("source"), "bytes");

        assertThat(AtomicFile.copy(source, target, IfExists.REFUSE)).isEqualTo(new Done(target));
        assertThat(target).hasSameBinaryContentAs(source);
    }

    @Test
    void a_work_file_gets_its_place() throws Exception {
        Path work = Files.writeString(folder.resolve("work"), "new");
        write("old", IfExists.REFUSE);

        assertThat(AtomicFile.keep(work, target, IfExists.REFUSE)).isEqualTo(new NameTaken(target));
        assertThat(work).hasContent("new");
        assertThat(AtomicFile.keep(work, target, IfExists.REPLACE)).isEqualTo(new Done(target));
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("invoice.xml");
    }

    @Test
    void a_work_file_gets_its_place_on_another_file_system_too() throws Exception {
        Path memory = otherFileSystem();
        Path work = Files.writeString(folder.resolve("work"), "content");
        Path there = memory.resolve("komas-kept-" + folder.getFileName());
        try {
            assertThat(AtomicFile.keep(work, there, IfExists.REFUSE)).isEqualTo(new Done(there));
            assertThat(there).hasContent("content");
            assertThat(work).doesNotExist();
        } finally {
            Files.deleteIfExists(there);
        }
    }

    @Test
    void a_work_file_that_is_gone_is_an_error() {
        assertThatThrownBy(() -> AtomicFile.keep(folder.resolve("work"), target, IfExists.REPLACE))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void the_temporary_file_is_the_witness() throws Exception {
        Path temporary = AtomicFile.prepare(target, "17", out -> out.write("content".getBytes(UTF_8)));
        assertThat(temporary)
                .isEqualTo(AtomicFile.temporaryName(target, "17"))
                .hasFileName(".invoice.xml.tmp-17")
                .hasContent("content");

        assertThat(AtomicFile.publish(temporary, target, IfExists.REFUSE)).isEqualTo(new Done(target));
        Files.delete(target);

        assertThat(AtomicFile.publish(temporary, target, IfExists.REFUSE))
                .as("published before, and taken since: not published again")
                .isEqualTo(new SourceGone(temporary));
        assertThat(target).doesNotExist();
    }

    @Test
    void preparing_again_replaces_what_a_crash_left() throws Exception {
        Files.writeString(AtomicFile.temporaryName(target, "17"), "half of a much longer cont");

        Path temporary = AtomicFile.prepare(target, "17", out -> out.write("whole".getBytes(UTF_8)));

        assertThat(temporary).hasContent("whole");
    }

    @Test
    void moves_a_file_to_another_folder() throws Exception {
        Path source = Files.writeString(folder.resolve("source"), "bytes");
        Path held = Files.createDirectory(folder.resolve("held")).resolve("source");

        assertThat(AtomicFile.move(source, held)).isEqualTo(new Done(held));
        assertThat(source).doesNotExist();
        assertThat(held).hasContent("bytes");
    }

    @Test
    void never_moves_over_another_file() throws Exception {
        Path source = Files.writeString(folder.resolve("source"), "mine");
        Files.writeString(target, "theirs");

        assertThat(AtomicFile.move(source, target)).isEqualTo(new NameTaken(target));
        assertThat(source).hasContent("mine");
        assertThat(target).hasContent("theirs");
    }

    @Test
    void a_source_that_is_gone_is_said() throws Exception {
        Path source = folder.resolve("source");

        assertThat(AtomicFile.move(source, target)).isEqualTo(new SourceGone(source));
    }

    @Test
    void a_folder_to_move_to_that_is_gone_is_an_error() throws Exception {
        Path source = Files.writeString(folder.resolve("source"), "mine");

        assertThatThrownBy(() -> AtomicFile.move(source, folder.resolve("nowhere/source")))
                .isInstanceOf(IOException.class);
        assertThat(source).exists();
    }

    @Test
    void between_file_systems_nothing_moves() throws Exception {
        Path memory = otherFileSystem();
        Path source = Files.writeString(folder.resolve("source"), "mine");
        Path there = memory.resolve("komas-" + folder.getFileName());

        assertThat(AtomicFile.move(source, there)).isEqualTo(new AtomicFile.OtherFileSystem(source, there));
        assertThat(source).exists();
        assertThat(there).doesNotExist();
    }

    @Test
    void of_many_threads_that_want_one_name_one_gets_it() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            Path source = Files.writeString(folder.resolve("source-" + number), "mine");
            outcomes.add(threads.submit(() -> AtomicFile.move(source, target)));
        }

        int done = 0;
        for (Future<Outcome> outcome : outcomes) {
            done += outcome.get() instanceof Done ? 1 : 0;
        }
        threads.shutdown();
        assertThat(done).isEqualTo(1);
        assertThat(names()).hasSize(40);
    }

    private Path otherFileSystem() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
                "needs a second file system");
        return memory;
    }

    private Outcome write(String content, IfExists ifExists) throws IOException {
        return AtomicFile.write(target, ifExists, out -> out.write(content.getBytes(UTF_8)));
    }

    private List<String> names() {
        return List.of(folder.toFile().list());
    }
}
