package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program is killed before and after every single transaction of picking a file up. Whatever the moment: after the
 * next start everything is as if nothing had happened, and nothing is sent that would not have been sent.
 */
class EveryCrashTest {
    @TempDir
    Path root;

    /** What there is before, and the file that is put into the export folder then. */
    record Story(String name, List<Step> before, Step then) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Something that is done in the room. */
    interface Step {
        void in(PostRoom room) throws IOException;
    }

    private static Step file(String name, String content) {
        return room -> room.export(name, content);
    }

    private static Step sent(String name, String content) {
        return room -> room.send(name, content);
    }

    private static Step delivered() {
        return PostRoom::deliverAll;
    }

    private static Step heldAgainAfterRepair(String repaired) {
        return room -> {
            Path held = room.folder("held").resolve("F_1.xml");
            Files.writeString(held, repaired);
            Files.move(held, room.folder("export").resolve("F_1.xml"));
        };
    }

    static Stream<Story> stories() {
        String one = Documents.invoice("1");
        String other = Documents.changed("1");
        String unknown = Documents.invoice("1", Documents.UNKNOWN, "");
        String stranger = Documents.invoiceOf("87654321", "1");
        Step pdf = file("F.PDF", "%PDF-1.7");
        return Stream.of(
                new Story("a new invoice", List.of(pdf), file("F.XML", one)),
                new Story("of another supplier", List.of(), file("F.XML", stranger)),
                new Story("of an unknown relation", List.of(), file("F.XML", unknown)),
                new Story("sent before", List.of(sent("F.XML", one), delivered()), file("F.XML", one)),
                new Story("number used", List.of(sent("F.XML", one), delivered()), file("F.XML", other)),
                new Story("it replaces a held one", List.of(sent("F.XML", unknown)), file("F.XML", other)),
                new Story("a held one once more", List.of(sent("F.XML", unknown)), file("F.XML", unknown)),
                new Story("a held one repaired", List.of(sent("F.XML", unknown)), heldAgainAfterRepair(one)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void everyMomentEndsTheSame(Story story) throws IOException {
        List<String> undisturbed = play(story, Integer.MAX_VALUE, false);
        List<Integer> moments = new ArrayList<>();
        for (int moment = 1; ; moment++) {
            List<String> before = play(story, moment, false);
            if (before.isEmpty()) {
                break;
            }
            moments.add(moment);
            assertThat(before).as("killed before transaction " + moment).isEqualTo(undisturbed);
            assertThat(play(story, moment, true))
                    .as("killed after transaction " + moment)
                    .isEqualTo(undisturbed);
        }
        assertThat(moments).hasSizeGreaterThan(1);
    }

    /** What there is in the end; empty when the story was over before that transaction. */
    private List<String> play(Story story, int moment, boolean afterCommit) throws IOException {
        try (PostRoom room = new PostRoom(root.resolve(UUID.randomUUID().toString()))) {
            List<CrashingLedger> ledgers = new ArrayList<>();
            room.wrap = ledger -> {
                ledgers.add(new CrashingLedger(ledger));
                return ledgers.get(0);
            };
            room.pdfWait = Duration.ofSeconds(1);
            room.company("acme", PdfPolicy.OPTIONAL).start();
            for (Step step : story.before()) {
                step.in(room);
            }
            story.then().in(room);
            room.ripen();
            ledgers.get(0).dieAt(moment, afterCommit);
            boolean killed = false;
            try {
                room.look();
            } catch (CrashingLedger.Killed death) {
                killed = true;
            }
            if (!killed && moment < Integer.MAX_VALUE) {
                return List.of();
            }
            room.wrap = ledger -> ledger;
            room.restart();
            room.settle();
            room.clock.advance(Duration.ofMinutes(2));
            room.accept(room.interrupted.stale());
            room.placement.tidy();
            room.outboxWatch.look();
            room.lookUp(room.backlog.interrupted());
            return everything(room);
        }
    }

    private static List<String> everything(PostRoom room) throws IOException {
        List<String> all = new ArrayList<>();
        for (String folder : List.of("export", "outbox", "sent", "held")) {
            room.files(folder).forEach(file -> all.add(folder + "/" + file));
        }
        for (LedgerInvoice invoice : room.invoices("acme")) {
            all.add(invoice.number() + " " + invoice.state() + " " + invoice.stem() + " "
                    + invoice.reason().map(reason -> reason.code()).orElse("-") + " "
                    + invoice.where().placed());
        }
        room.alarmCauses().stream().sorted().forEach(all::add);
        all.add(room.deliverAll().size() + " to be sent");
        return all;
    }
}
