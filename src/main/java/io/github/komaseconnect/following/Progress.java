package io.github.komaseconnect.following;

import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Followed.Trouble;
import io.github.komaseconnect.ledger.Transit;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a followed delivery before and after a sighting. A sighting that says nothing new, or is older than what
 * is known, changes nothing: repeats and disorder are harmless.
 *
 * @param before as it was known
 * @param after as it is known now
 */
record Progress(Followed before, Followed after) {
    static Progress of(Followed before, Sighting seen, Instant now) {
        Optional<BuyerAnswer> answer = seen.answer().filter(given -> replaces(before, given, seen.at()));
        // who judges it has it, however it came there
        boolean judged = answer.filter(given -> !given.isOnlyNotice()).isPresent();
        Optional<Transit> said = judged ? Optional.of(Transit.DELIVERED) : seen.transit();
        Optional<Transit> transit =
                said.or(() -> answer.map(given -> Transit.DELIVERED)).filter(one -> replaces(before, one, seen.at()));
        if (transit.isEmpty() && answer.isEmpty()) {
            return new Progress(before, before);
        }
        boolean remarks = !seen.remarks().dutch().isEmpty();
        Followed after = new Followed(
                before.deliveryId(),
                before.invoiceId(),
                before.company(),
                before.reference(),
                before.sentAt(),
                transit.orElse(before.transit()),
                transit.isPresent() ? seen.at() : before.transitAt(),
                seen.way().isEmpty() ? before.way() : seen.way(),
                answer.or(before::answer),
                answer.isPresent() ? Optional.of(seen.at()) : before.answerAt(),
                remarks || answer.isPresent() ? seen.remarks().dutch() : before.remarksDutch(),
                remarks || answer.isPresent() ? seen.remarks().english() : before.remarksEnglish(),
                before.trouble(),
                before.troubleAt(),
                before.goingOn(),
                before.version(),
                before.filePath());
        return new Progress(before, settled(after, now));
    }

    private static Followed settled(Followed after, Instant now) {
        boolean over = after.transit() == Transit.FAILED
                || after.answer().filter(BuyerAnswer.PAID::equals).isPresent();
        Followed told = after.with(trouble(after), now);
        return over ? ended(told) : told;
    }

    private static Followed ended(Followed followed) {
        return new Followed(
                followed.deliveryId(),
                followed.invoiceId(),
                followed.company(),
                followed.reference(),
                followed.sentAt(),
                followed.transit(),
                followed.transitAt(),
                followed.way(),
                followed.answer(),
                followed.answerAt(),
                followed.remarksDutch(),
                followed.remarksEnglish(),
                followed.trouble(),
                followed.troubleAt(),
                false,
                followed.version(),
                followed.filePath());
    }

    private static Optional<Trouble> trouble(Followed followed) {
        return switch (followed.transit()) {
            // an invoice that was not delivered is held, which is told by itself
            case FAILED -> Optional.empty();
            case ASTRAY -> Optional.of(Trouble.ASTRAY);
            case HANDED_OVER, RETRIED -> followed.trouble();
            case DELIVERED ->
                followed.answer().flatMap(answer -> switch (answer) {
                    case REJECTED -> Optional.of(Trouble.REJECTED);
                    case UNDER_QUERY, CONDITIONALLY_ACCEPTED -> Optional.of(Trouble.QUESTION);
                    default -> Optional.empty();
                });
        };
    }

    /** Of two outcomes the later one counts; what comes before an outcome never replaces one. */
    private static boolean replaces(Followed known, Transit said, Instant at) {
        if (said == known.transit()) {
            return false;
        }
        if (!known.transit().isOutcome()) {
            return said.compareTo(known.transit()) > 0;
        }
        return said.isOutcome()
                && (at.isAfter(known.transitAt())
                        || (at.equals(known.transitAt()) && said.compareTo(known.transit()) > 0));
    }

    private static boolean replaces(Followed known, BuyerAnswer given, Instant at) {
        if (known.answer().isEmpty()) {
            return true;
        }
        BuyerAnswer before = known.answer().get();
        boolean older = known.answerAt().filter(at::isBefore).isPresent();
        if (given == before || older || (given.isOnlyNotice() && !before.isOnlyNotice())) {
            return false;
        }
        boolean sameTime = known.answerAt().filter(at::equals).isPresent();
        return !sameTime || given.compareTo(before) > 0;
    }

    /** Whether anything is known now that was not. */
    boolean isNews() {
        return !before.equals(after);
    }

    /** Where it ended up, when that is new. */
    Optional<Transit> newTransit() {
        return Optional.of(after.transit()).filter(transit -> transit != before.transit());
    }

    /** The buyer's answer, when that is new. */
    Optional<BuyerAnswer> newAnswer() {
        return after.answer().filter(answer -> !before.answer().equals(Optional.of(answer)));
    }
}
