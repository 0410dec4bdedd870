package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.mail.AlarmMails.Letter;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mails about alarms go out, when and to whom. */
class AlarmMailsTest {
    private static final Reason REASON = new Reason(
            "relation.unknown",
            "De relatie is niet bekend.",
            "The relation is not known.",
            "Vul de relatie aan.",
            "Add the relation.");
    private static final String CAUSE = "held/acme/relation.unknown";

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private AlarmMails mails;
    private boolean configured = true;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme", "beta");
        mails = mails(List.of("beheer@example.com"));
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private Environment environment = Environment.PRODUCTION;

    private AlarmMails mails(List<String> everybody) {
        return new AlarmMails(
                dispatch.companies,
                Ownership.ofAll(),
                dispatch.ledger,
                "komas@example.com",
                everybody,
                () -> configured,
                Duration.ofSeconds(20),
                environment,
                dispatch.clock);
    }

    private void raise(String touch) {
        dispatch.ledger.record(books -> books.alarms().raise(CAUSE, "acme", REASON, Optional.of(touch)));
    }

    private void clear() {
        dispatch.ledger.record(books -> books.alarms().clear(CAUSE));
    }

    /** Looks every five seconds for so long, and sends what is due; what went to the administrator. */
    private List<Letter> sentWithin(Duration time) {
        List<Letter> sent = new ArrayList<>();
        for (long seconds = 0; seconds <= time.toSeconds(); seconds += 5) {
            for (Letter letter : mails.due()) {
                mails.sent(letter);
                if (letter.to().equals("beheer@example.com")) {
                    sent.add(letter);
                }
            }
            dispatch.clock.advance(Duration.ofSeconds(5));
        }
        return sent;
    }

    private String text(Letter letter) throws Exception {
        return String.valueOf(mails.message(letter).getContent());
    }

    @Test
    void whatIsNotProductionIsMarkedInSubjectAndText() throws Exception {
        raise("2026-1");
        Letter letter = sentWithin(Duration.ofMinutes(10)).get(0);
        assertThat(mails.message(letter).getSubject()).startsWith("[komas-econnect] Let op: ");
        assertThat(text(letter)).doesNotContain("productie", "production");

        environment = Environment.ACCEPTANCE;
        AlarmMails rehearsal = mails(List.of("beheer@example.com"));

        assertThat(rehearsal.message(letter).getSubject()).startsWith("[ACCEPTATIE] [komas-econnect] Let op: ");
        assertThat(String.valueOf(rehearsal.message(letter).getContent()))
                .contains("Omgeving: acceptatie, geen productie.", "Environment: acceptance, not production.");
    }

    @Test
    void threeHundredHeldInvoicesAreOneMailThatListsThemAll() throws Exception {
        for (int n = 0; n < 300; n++) {
            raise("2026-" + n + " (Bakkerij)");
        }

        List<Letter> sent = sentWithin(Duration.ofMinutes(30));

        assertThat(sent).hasSize(1);
        assertThat(text(sent.get(0)))
                .contains("De relatie is niet bekend. Vul de relatie aan.", "The relation is not known.")
                .contains("- 2026-0 (Bakkerij)", "- 2026-299 (Bakkerij)");
    }

    @Test
    void eachHasItsOwnReasonWhereTheyDiffer() throws Exception {
        raise("2026-1");
        dispatch.ledger.record(books -> books.alarms()
                .raise(
                        CAUSE,
                        "acme",
                        new Reason("relation.unknown", "Klant 7 staat er niet in.", "Customer 7 is not in it.", "", ""),
                        Optional.of("2026-2")));

        Letter letter = sentWithin(Duration.ofMinutes(1)).get(0);

        assertThat(mails.message(letter).getSubject()).contains("2×", "De relatie is niet bekend.");
        assertThat(text(letter))
                .contains("- 2026-1: De relatie is niet bekend. Vul de relatie aan.")
                .contains("- 2026-2: Klant 7 staat er niet in.")
                .contains("- 2026-1: The relation is not known. Add the relation.")
                .contains("- 2026-2: Customer 7 is not in it.");
    }

    @Test
    void aClockThatWasAheadKeepsNobodyWaiting() {
        Duration wrong = Duration.ofDays(730);
        dispatch.clock.advance(wrong);
        raise("2026-1");
        mails.failed(
                new Letter(
                        dispatch.ledger
                                .inTransaction(books -> books.alarms().open())
                                .get(0),
                        "beheer@example.com"),
                new IllegalStateException("no server"));
        dispatch.clock.advance(wrong.negated());

        assertThat(sentWithin(Duration.ofMinutes(10))).hasSize(1);

        raise("2026-2");
        dispatch.clock.advance(wrong.negated());
        assertThat(sentWithin(Duration.ofMinutes(90)))
                .as("also the next mail about it")
                .hasSize(1);
    }

    @Test
    void aVeryLongListIsCutShortAndSaysSo() throws Exception {
        for (int n = 0; n < 700; n++) {
            raise("2026-" + n);
        }

        assertThat(text(sentWithin(Duration.ofMinutes(1)).get(0)))
                .contains("- 2026-499", "en nog 200", "and 200 more")
                .doesNotContain("- 2026-500");
    }

    @Test
    void theMailWaitsAMomentForWhatElseItTouches() {
        raise("2026-1");
        assertThat(mails.due()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(19));
        assertThat(mails.due()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(1));

        assertThat(mails.due()).isNotEmpty();
    }

    @Test
    void threeHundredThatComeOneAfterAnotherAreOneMailToo() {
        List<Letter> sent = new ArrayList<>();
        for (int n = 0; n < 300; n += 10) {
            for (int one = n; one < n + 10; one++) {
                raise("2026-" + one);
            }
            sent.addAll(sentWithin(Duration.ZERO));
        }
        sent.addAll(sentWithin(Duration.ofHours(2)));

        assertThat(sent)
                .singleElement()
                .satisfies(letter -> assertThat(letter.alarm().touches()).hasSize(300));
    }

    @Test
    void whatNeverStopsComingIsToldAfterFiveMinutes() {
        int times = 0;
        while (mails.due().isEmpty()) {
            raise("2026-" + times);
            dispatch.clock.advance(Duration.ofSeconds(10));
            times++;
            assertThat(times).isLessThan(100);
        }

        assertThat(times).isBetween(29, 31);
    }

    @Test
    void companyAndAdministratorAreToldOfACompanysAlarm() {
        raise("2026-1");
        dispatch.ledger.record(books -> books.alarms().raise("unexpected/x", "", REASON, Optional.empty()));
        dispatch.clock.advance(Duration.ofSeconds(20));

        assertThat(mails.due())
                .extracting(letter -> letter.alarm().cause() + " " + letter.to())
                .containsExactly(
                        CAUSE + " beheer@example.com",
                        CAUSE + " boekhouding@acme.example",
                        "unexpected/x beheer@example.com");
    }

    @Test
    void additionsAreToldOnceAnHourAtMost() {
        raise("2026-1");
        assertThat(sentWithin(Duration.ofMinutes(1))).hasSize(1);
        List<Letter> later = new ArrayList<>();
        for (int n = 2; n < 62; n++) {
            raise("2026-" + n);
            later.addAll(sentWithin(Duration.ofSeconds(175)));
        }

        assertThat(later).as("in three hours").hasSizeBetween(2, 3);
        assertThat(later.get(later.size() - 1).alarm().touches()).hasSizeGreaterThan(40);
    }

    @Test
    void additionsAreNotToldSoonerAfterARestart() {
        raise("2026-1");
        assertThat(sentWithin(Duration.ofMinutes(1))).hasSize(1);
        raise("2026-2");
        mails = mails(List.of("beheer@example.com"));

        assertThat(sentWithin(Duration.ofMinutes(55))).isEmpty();
        assertThat(sentWithin(Duration.ofMinutes(10))).hasSize(1);
    }

    @Test
    void itsEndIsToldOnceAndAtOnce() throws Exception {
        raise("2026-1");
        sentWithin(Duration.ofMinutes(1));
        clear();

        List<Letter> sent = sentWithin(Duration.ofSeconds(5));

        assertThat(sent).hasSize(1);
        assertThat(mails.message(sent.get(0)).getSubject()).contains("Opgelost");
        assertThat(text(sent.get(0))).contains("Dit is voorbij", "This is over", "2026-1");
        assertThat(sentWithin(Duration.ofHours(2))).isEmpty();
    }

    @Test
    void whatIsOverBeforeItWasToldIsNeverTold() {
        raise("2026-1");
        dispatch.clock.advance(Duration.ofSeconds(10));
        clear();

        assertThat(sentWithin(Duration.ofHours(2))).isEmpty();
    }

    @Test
    void aTroubleThatComesAndGoesIsNoFlood() {
        int sent = 0;
        for (int minute = 0; minute < 240; minute++) {
            if (minute % 2 == 0) {
                raise("x");
            } else {
                clear();
            }
            sent += sentWithin(Duration.ofSeconds(55)).size();
        }

        assertThat(sent).isBetween(6, 4 * 6 + 2);
    }

    @Test
    void aMailThatFailsIsTriedLaterAndNothingIsLost() {
        raise("2026-1");
        dispatch.clock.advance(Duration.ofSeconds(20));
        mails.due().forEach(letter -> mails.failed(letter, new IllegalStateException("no mail server")));

        assertThat(mails.due()).isEmpty();
        dispatch.clock.advance(Duration.ofMinutes(5));
        assertThat(sentWithin(Duration.ofMinutes(1))).hasSize(1);
    }

    @Test
    void anAddressThatIsRefusedKeepsItFromNobodyElse() {
        raise("2026-1");
        dispatch.clock.advance(Duration.ofSeconds(20));
        List<Letter> both = mails.due();
        mails.failed(both.get(0), new IllegalStateException("550 no such user"));
        mails.sent(both.get(1));

        assertThat(sentWithin(Duration.ofMinutes(30)))
                .as("no repetition for the others")
                .isEmpty();
    }

    @Test
    void withoutRecipientsNothingIsSentAndNothingGoesWrong() {
        dispatch.ledger.record(books -> books.alarms().raise("unexpected/x", "", REASON, Optional.empty()));
        mails = mails(List.of());

        assertThat(sentWithin(Duration.ofHours(2))).isEmpty();
        dispatch.ledger.record(books -> books.alarms().clear("unexpected/x"));
        assertThat(sentWithin(Duration.ofMinutes(1))).isEmpty();
        assertThat(dispatch.ledger
                        .inTransaction(books -> books.alarms().toMail())
                        .size())
                .isZero();
    }

    @Test
    void whatIsStillSoWhenAMailServerIsConfiguredIsToldThen() {
        configured = false;
        raise("2026-1");
        assertThat(sentWithin(Duration.ofHours(2))).isEmpty();
        configured = true;

        assertThat(sentWithin(Duration.ofMinutes(1))).hasSize(1);
    }

    @Test
    void theMailLeavesByTheGeneralSettingsAndNotByThoseOfTheCompany() throws Exception {
        raise("2026-1");
        Letter letter = sentWithin(Duration.ofMinutes(1)).get(0);

        SealedMessage message = mails.message(letter);

        assertThat(message.companyKey()).isEmpty();
        assertThat(message.getFrom()[0]).hasToString("komas@example.com");
    }

    @Test
    void touchesThatCameWhileTheMailWasOnItsWayAreTold() {
        raise("2026-1");
        dispatch.clock.advance(Duration.ofSeconds(20));
        List<Letter> onItsWay = mails.due();
        raise("2026-2");
        onItsWay.forEach(mails::sent);

        List<Letter> later = sentWithin(Duration.ofMinutes(65));

        assertThat(later).singleElement().satisfies(letter -> assertThat(
                        letter.alarm().touches())
                .extracting(Alarm.Touch::label)
                .containsExactly("2026-1", "2026-2"));
    }
}
