package io.github.komaseconnect.response;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.SettledFiles;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseState;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code respond/} of a company: a complete {@code <invoice>.response.json} is taken by one rename into
 * {@code respond/outbox}, read, and recorded as an answer to be sent; from there it goes to {@code respond/done}, or to
 * {@code respond/held} with the reason beside it. Which of them it belongs in, the ledger knows: after a crash at any
 * moment the next look goes on.
 */
public final class RespondFolder {
    /** How a file of ours ends. */
    public static final String EXTENSION = ".response.json";

    private static final Logger LOG = LoggerFactory.getLogger(RespondFolder.class);
    private static final int MOST_AT_ONCE = 500;

    private final Ledger ledger;
    private final ResponseIntake intake;
    private final SettledFiles settled;
    private final AlarmBell alarms;

    /** Has files read and recorded by {@code intake}. */
    public RespondFolder(Ledger ledger, ResponseIntake intake, SettledFiles settled, AlarmBell alarms) {
        this.ledger = ledger;
        this.intake = intake;
        this.settled = settled;
        this.alarms = alarms;
    }

    /**
     * One look. A company without the folder gives its answers by command only; one at rest keeps its files where they
     * are.
     */
    public void look(Company company) {
        Places places = new Places(company.folders().respond());
        if (!Files.isDirectory(places.folder()) || isPaused(company)) {
            return;
        }
        try {
            for (Path file : complete(places.folder())) {
                claim(company, places, file);
            }
            for (Path file : files(places.outbox())) {
                goOn(company, places, file);
            }
            clearWhenSeenTo(company, places);
            settled.tidy();
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{}: {}: {}", company.key(), places.folder(), e.toString());
        }
    }

    private boolean isPaused(Company company) {
        return ledger.<Boolean>reading(
                books -> books.pauses().find(company.key(), Channel.ALL).isPresent());
    }

    private List<Path> complete(Path folder) throws IOException {
        List<Path> complete = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()
                        && attributes.size() > 0
                        && settled.unchangedFor(
                                        file,
                                        attributes.size(),
                                        attributes.lastModifiedTime().toMillis())
                                .isPresent()) {
                    complete.add(file);
                }
            } catch (IOException e) {
                // gone or locked at this moment: the next look will tell
            }
        }
        return complete;
    }

    /** Files of ours in a folder; none when it is not there. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, RespondFolder::isOurs)) {
            for (Path file : all) {
                files.add(file);
                if (files.size() == MOST_AT_ONCE) {
                    break;
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && !name.startsWith("~")
                && name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    private void claim(Company company, Places places, Path file) throws IOException {
        Files.createDirectories(places.outbox());
        String name = file.getFileName().toString();
        for (int number = 1; ; number++) {
            String candidate = Places.numbered(name, number);
            boolean used = ledger.<Boolean>reading(
                    books -> books.responses().ofFile(company.key(), candidate).isPresent());
            if (used || Files.exists(places.outbox().resolve(candidate), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            AtomicFile.Outcome outcome = AtomicFile.move(file, places.outbox().resolve(candidate));
            if (!(outcome instanceof AtomicFile.NameTaken)) {
                settled.taken(file);
                places.forgetReason(name);
                return;
            }
        }
    }

    private void goOn(Company company, Places places, Path file) throws IOException {
        String name = file.getFileName().toString();
        Optional<LedgerResponse> known =
                ledger.reading(books -> books.responses().ofFile(company.key(), name));
        if (known.isEmpty()) {
            ResponseIntake.Outcome outcome = intake.take(company, file);
            if (outcome instanceof ResponseIntake.Refused refused) {
                places.hold(file, refused.reason());
                alarms.raise(cause(company), company.key(), refused.reason(), name);
            } else if (outcome instanceof ResponseIntake.SaidBefore) {
                places.done(file);
            }
            return;
        }
        LedgerResponse response = known.get();
        if (response.state() == ResponseState.SENT) {
            places.done(file);
        } else if (!response.state().isOpen()) {
            places.hold(file, response.reason().orElseGet(ResponseReasons::withdrawn));
        }
    }

    /** The alarm about files that were not usable is over when none of them lies there any more. */
    private void clearWhenSeenTo(Company company, Places places) {
        alarms.open(cause(company)).stream()
                .filter(alarm -> alarm.cause().equals(cause(company)))
                .filter(alarm -> alarm.touches().stream()
                        .noneMatch(touch -> Files.exists(places.held().resolve(touch.label()))))
                .forEach(alarm -> alarms.clear(alarm.cause()));
    }

    private static String cause(Company company) {
        return "respond-file/" + company.key();
    }
}
