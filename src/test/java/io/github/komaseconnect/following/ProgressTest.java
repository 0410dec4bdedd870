package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Followed.Trouble;
import io.github.komaseconnect.ledger.Transit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a delivery, in any order and any number of times. */
class ProgressTest {
    private static final Instant SENT_AT = Instant.parse("2026-11-22T08:00:00Z");

    private static final Followed FRESH = new Followed(
            1,
            2,
            "acme",
            "XCNLOUT1",
            SENT_AT,
            Transit.HANDED_OVER,
            SENT_AT,
            "",
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            true,
            0,
            "");

    private static Instant after(int minutes) {
        return SENT_AT.plusSeconds(60L * minutes);
    }

    private static Sighting said(Transit transit, int minutes) {
        return Sighting.of(after(minutes), transit);
    }

    private static Sighting said(BuyerAnswer answer, int minutes) {
        return Sighting.of(after(minutes), answer, Sighting.Remarks.of("woorden bij " + answer));
    }

    private static Followed all(Sighting... sightings) {
        Followed known = FRESH;
        for (Sighting one : sightings) {
            known = Progress.of(known, one, after(1000)).after();
            assertThat(Progress.of(known, one, after(1000)).isNews()).isFalse();
        }
        return known;
    }

    /** In each order of three the end is the same. */
    private static void assertInAnyOrder(Followed expected, Sighting... three) {
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 3; second++) {
                if (first != second) {
                    Followed end = all(three[first], three[second], three[3 - first - second]);
                    assertThat(end.transit()).isEqualTo(expected.transit());
                    assertThat(end.answer()).isEqualTo(expected.answer());
                    assertThat(end.remarksDutch()).isEqualTo(expected.remarksDutch());
                    assertThat(end.trouble()).isEqualTo(expected.trouble());
                    assertThat(end.goingOn()).isEqualTo(expected.goingOn());
                }
            }
        }
    }

    @Test
    void theEndIsTheSameInWhateverOrderItIsTold() {
        Sighting[] delivered = {said(Transit.RETRIED, 1), said(Transit.DELIVERED, 2), said(BuyerAnswer.ACCEPTED, 3)};
        assertInAnyOrder(all(delivered), delivered);
        assertThat(all(delivered).dutch()).isEqualTo("geaccepteerd");

        Sighting[] paid = {said(Transit.DELIVERED, 2), said(BuyerAnswer.ACCEPTED, 3), said(BuyerAnswer.PAID, 4)};
        assertInAnyOrder(all(paid), paid);
        assertThat(all(paid).goingOn()).isFalse();

        Sighting[] failed = {said(Transit.RETRIED, 1), said(Transit.RETRIED, 2), said(Transit.FAILED, 3)};
        assertInAnyOrder(all(failed), failed);
        assertThat(all(failed).transit()).isEqualTo(Transit.FAILED);
        assertThat(all(failed).goingOn()).isFalse();

        Sighting[] reversed = {
            said(BuyerAnswer.RECEIVED, 1), said(BuyerAnswer.REJECTED, 2), said(BuyerAnswer.ACCEPTED, 3)
        };
        assertInAnyOrder(all(reversed), reversed);
        assertThat(all(reversed).trouble()).isEmpty();
    }

    @Test
    void ofTwoOutcomesTheLaterOneCounts() {
        assertThat(all(said(Transit.FAILED, 1), said(Transit.DELIVERED, 2)).transit())
                .isEqualTo(Transit.DELIVERED);
        assertThat(all(said(Transit.DELIVERED, 1), said(Transit.FAILED, 2)).transit())
                .isEqualTo(Transit.FAILED);
        assertThat(all(said(Transit.FAILED, 2), said(Transit.DELIVERED, 1)).transit())
                .isEqualTo(Transit.FAILED);
        assertThat(all(said(Transit.FAILED, 1), said(Transit.RETRIED, 2)).transit())
                .isEqualTo(Transit.FAILED);
    }

    @Test
    void whoAnswersHasItWhateverTheWay() {
        Followed answered = all(said(Transit.ASTRAY, 1), said(BuyerAnswer.REJECTED, 2));

        assertThat(answered.transit()).isEqualTo(Transit.DELIVERED);
        assertThat(answered.trouble()).contains(Trouble.REJECTED);
        assertThat(answered.remarksDutch()).isEqualTo("woorden bij REJECTED");
    }

    @Test
    void aNoticeNeverTakesThePlaceOfAJudgement() {
        assertThat(all(said(BuyerAnswer.ACCEPTED, 1), said(BuyerAnswer.RECEIVED, 2))
                        .answer())
                .contains(BuyerAnswer.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "10, ToPeppol, 5, DELIVERED,",
        "05, ToInbox, 5, DELIVERED,",
        "20, ToPeppol, 5, DELIVERED, RECEIVED",
        "30, ToPeppol, 5, DELIVERED, RECEIVED",
        "35, ToPeppol, 5, DELIVERED, IN_PROCESS",
        "40, ToPeppol, 5, DELIVERED, ACCEPTED",
        "50, ToInbox, 5, DELIVERED, REJECTED",
        "60, ToPeppol, 5, DELIVERED, PAYABLE",
        "70, ToPeppol, 5, DELIVERED, PAID",
        "10, ToEmail, 5, ASTRAY,",
        "10, OutboxOnly, 61, ASTRAY,",
        "10, None, 61, ASTRAY,",
        // it was sent just now: eConnect is still at it
        "10, None, 59, HANDED_OVER,",
        "10, '', 600, HANDED_OVER,",
        "99, ToPidgeon, 600, HANDED_OVER,"
    })
    void readsTheOutboxOfThePlatformByCode(int code, String method, int minutes, Transit transit, BuyerAnswer answer) {
        InboxEntry entry =
                new InboxEntry("XCNLOUT1", "Factuur 1", SENT_AT, after(1), "", "0106:12345678", code, method);

        Optional<Sighting> seen = OutboxSighting.of(entry, after(minutes));

        Followed known =
                seen.map(one -> Progress.of(FRESH, one, after(minutes)).after()).orElse(FRESH);
        assertThat(known.transit()).isEqualTo(transit);
        assertThat(known.answer()).isEqualTo(Optional.ofNullable(answer));
        assertThat(List.of(Trouble.REJECTED, Trouble.ASTRAY).stream()
                        .filter(trouble -> known.trouble().equals(Optional.of(trouble))))
                .hasSize(answer == BuyerAnswer.REJECTED || transit == Transit.ASTRAY ? 1 : 0);
    }
}
