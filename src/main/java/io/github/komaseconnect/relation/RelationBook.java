package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.RelationFileReading.Broken;
import io.github.komaseconnect.relation.RelationFileReading.Readable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The relations of one company that are in force: the relation file as it is now, or its last good version while the
 * file is gone, broken, still being written or suddenly much shorter.
 *
 * <p>The file is looked at on every call and read only when it changed. It counts once it has been left alone for the
 * settle time, by its own times or between two looks; callers look regularly (every second or so), so that this works
 * where a file system keeps no reliable times too, and so that a trouble shows without an invoice. A file with less than
 * half of at least ten relations is taken over only after a person has created the file {@code <relation file>.accept}
 * beside it, which is deleted then. The last good version is kept in a file of the program's own and survives a restart.
 * Thread-safe.
 */
public final class RelationBook {
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration KEEP_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int ENOUGH_TO_COMPARE = 10;

    private final Path file;
    private final Path accept;
    private final LastGoodCopy lastGood;
    private final RelationFile reader;
    private final Clock clock;
    private final LookHistory history;
    private final Traces traces;

    private volatile Judged judged;
    private Optional<Instant> unreachableSince = Optional.empty();
    private byte[] contentInForce = new byte[0];
    private byte[] contentKept = new byte[0];

    /** Whether the relations in force come from a whole file, so that another one can be measured by them. */
    private boolean established;

    /** Whether the book keeps the last good version and takes confirmations away. */
    private enum Traces {
        KEPT,
        NONE
    }

    /**
     * What was decided, until the file looks different or the time to look again has come.
     *
     * @param look of the file that was judged; empty when nothing final was decided
     */
    private record Judged(Optional<FileLook> look, RelationsInForce inForce, Instant again) {}

    /**
     * A book that starts with the last good version, if there is one.
     *
     * @param file the relation file
     * @param lastGood where the last good version is kept, e.g. {@code data/relations/acme.csv}
     */
    public RelationBook(Path file, Path lastGood, RelationFile reader, Clock clock) {
        this(file, lastGood, reader, clock, SETTLE);
    }

    /**
     * The same with another settle time.
     *
     * @param settle how long the file must have been left alone to count
     */
    public RelationBook(Path file, Path lastGood, RelationFile reader, Clock clock, Duration settle) {
        this(file, lastGood, reader, clock, settle, Traces.KEPT);
    }

    /**
     * A book for one look from outside, beside a running runtime: says what is in force by the same rules, takes the file
     * as it is at this moment, and writes and deletes nothing.
     */
    public static RelationBook withoutTrace(Path file, Path lastGood, RelationFile reader, Clock clock) {
        return new RelationBook(file, lastGood, reader, clock, Duration.ZERO, Traces.NONE);
    }

    private RelationBook(Path file, Path lastGood, RelationFile reader, Clock clock, Duration settle, Traces traces) {
        this.traces = traces;
        this.file = file;
        this.accept = file.resolveSibling(file.getFileName() + ".accept");
        this.lastGood = new LastGoodCopy(lastGood);
        this.reader = reader;
        this.clock = clock;
        this.history = new LookHistory(settle);
        RelationSnapshot start = startingRelations();
        Optional<Reason> nothing = established ? Optional.empty() : Optional.of(RelationFileReasons.missing(file));
        this.judged = undecided(start, nothing);
    }

    /** The relations in force now. */
    public RelationSnapshot current() {
        return look().snapshot();
    }

    /** What is wrong with the file as a whole now. */
    public Optional<RelationFileTrouble> trouble() {
        return look().trouble();
    }

    /** Both, as they were at the same moment. */
    public RelationsInForce look() {
        Judged known = judged;
        if (known.look().isPresent() && isEarly(known, clock.instant())) {
            try {
                if (FileLook.at(file).equals(known.look().get())) {
                    return known.inForce();
                }
            } catch (IOException e) {
                // what it means is decided below, under the lock
            }
        }
        return lookClosely();
    }

    private RelationSnapshot startingRelations() {
        Optional<byte[]> content = lastGood.read();
        if (content.isPresent() && reader.read(content.get(), fileName()) instanceof Readable readable) {
            contentInForce = content.get();
            contentKept = content.get();
            established = true;
            return readable.snapshot();
        }
        return RelationSnapshot.empty(fileName());
    }

    private synchronized RelationsInForce lookClosely() {
        Instant now = clock.instant();
        try {
            FileLook look = FileLook.at(file);
            unreachableSince = Optional.empty();
            boolean settled = history.isSettled(look, now);
            boolean same = judged.look().equals(Optional.of(look));
            boolean asBefore = same && (isEarly(judged, now) || isShorterAndNotAccepted(look));
            // Without any relations a file that is still being written is better than none.
            if (!asBefore && (settled || !established)) {
                judge(look, settled, now);
            }
        } catch (NoSuchFileException e) {
            unreachable(RelationFileReasons.missing(file), now);
        } catch (IOException e) {
            unreachable(RelationFileReasons.unreadable(file, cause(e)), now);
        }
        return judged.inForce();
    }

    /** Whether it is too early to judge anew what looks the same. */
    private static boolean isEarly(Judged judged, Instant now) {
        return judged.again().equals(Instant.MAX) || !DueTime.hasCome(judged.again(), now, KEEP_AGAIN_AFTER);
    }

    private boolean isShorterAndNotAccepted(FileLook look) {
        return judged.again().equals(Instant.MIN) && !isAccepted(look);
    }

    private void judge(FileLook look, boolean settled, Instant now) throws IOException {
        byte[] content = RelationFile.bytes(file);
        if (!FileLook.at(file).equals(look)) {
            return; // written to while we read; the next look sees to it
        }
        Optional<FileLook> decided = settled ? Optional.of(look) : Optional.empty();
        RelationSnapshot before = judged.inForce().snapshot();
        if (established && Arrays.equals(content, contentInForce)) {
            takeOver(before, content, decided, now);
            return;
        }
        RelationFileReading reading = reader.read(content, fileName());
        if (reading instanceof Broken broken) {
            judged = new Judged(decided, inForce(before, Optional.of(broken.reason())), Instant.MAX);
            return;
        }
        RelationSnapshot read = ((Readable) reading).snapshot();
        int rows = read.relations().size();
        int rowsBefore = before.relations().size();
        if (established && rowsBefore >= ENOUGH_TO_COMPARE && rows * 2 < rowsBefore) {
            if (!isAccepted(look)) {
                Reason reason = RelationFileReasons.muchShorter(file, rows, rowsBefore, accept);
                judged = new Judged(decided, inForce(before, Optional.of(reason)), Instant.MIN);
                return;
            }
            forgetAcceptance();
        }
        takeOver(read, content, decided, now);
    }

    private void takeOver(RelationSnapshot snapshot, byte[] content, Optional<FileLook> decided, Instant now) {
        contentInForce = content;
        Optional<Reason> notKept = Optional.empty();
        if (decided.isPresent()) {
            established = true;
            notKept = keep(content);
        }
        Instant again = notKept.isPresent() ? now.plus(KEEP_AGAIN_AFTER) : Instant.MAX;
        judged = new Judged(decided, inForce(snapshot, notKept), again);
    }

    private Optional<Reason> keep(byte[] content) {
        if (traces == Traces.NONE || Arrays.equals(content, contentKept)) {
            return Optional.empty();
        }
        try {
            lastGood.keep(content);
            contentKept = content;
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(RelationFileReasons.lastGoodNotKept(lastGood.file(), cause(e)));
        }
    }

    /** An editor may take the file away for a moment while it saves; that is no trouble yet. */
    private void unreachable(Reason reason, Instant now) {
        history.forget();
        Instant since = unreachableSince.filter(first -> !first.isAfter(now)).orElse(now);
        unreachableSince = Optional.of(since);
        RelationsInForce before = judged.inForce();
        boolean report = !established || history.isPast(since, now);
        judged = undecided(
                before.snapshot(),
                report ? Optional.of(reason) : before.trouble().map(RelationFileTrouble::reason));
    }

    /** A confirmation counts for the file that was there when it was given, not for a later one. */
    private boolean isAccepted(FileLook look) {
        try {
            return !FileLook.at(accept).changed().isBefore(look.changed());
        } catch (IOException e) {
            return false;
        }
    }

    private void forgetAcceptance() {
        if (traces == Traces.NONE) {
            return;
        }
        try {
            Files.deleteIfExists(accept);
        } catch (IOException e) {
            // It stays behind older than any later file, and so counts for none of them.
        }
    }

    private static Judged undecided(RelationSnapshot snapshot, Optional<Reason> trouble) {
        return new Judged(Optional.empty(), inForce(snapshot, trouble), Instant.MAX);
    }

    private static RelationsInForce inForce(RelationSnapshot snapshot, Optional<Reason> trouble) {
        return new RelationsInForce(snapshot, trouble.map(RelationFileTrouble::new));
    }

    private String fileName() {
        return file.getFileName().toString();
    }

    private static String cause(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getClass().getSimpleName();
    }
}
