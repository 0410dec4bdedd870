package io.github.komaseconnect.psb;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.rest.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the PSB knows the company itself: its 404 has one code for an unknown sender and an unknown receiver, so only of
 * a known sender it says something of the receiver. A yes is remembered for a while.
 */
final class OwnParty {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Addresses addresses;
    private final Answers answers;
    private final Json json;
    private final PsbReasons reasons;
    private final Clock clock;
    private final IdentifierReader reader = new IdentifierReader();
    private final AtomicReference<Instant> knownAt = new AtomicReference<>(Instant.EPOCH);

    OwnParty(Addresses addresses, Answers answers, Json json, PsbReasons reasons, Clock clock) {
        this.addresses = addresses;
        this.answers = answers;
        this.json = json;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Why it is not certain that the PSB knows the company; empty when it does. */
    Optional<Reply<?>> trouble() {
        Instant now = clock.instant();
        Instant known = knownAt.get();
        if (!known.isAfter(now) && known.plus(REMEMBERED).isAfter(now)) {
            return Optional.empty();
        }
        return troubleNow();
    }

    /** As {@link #trouble}, asked whatever was known before. */
    Optional<Reply<?>> troubleNow() {
        Reply<Boolean> listed =
                answers.ask(Call.get(addresses.ofAccount("/me/party"), Call.Subject.COMPANY), answer -> {
                    boolean found = false;
                    for (JsonNode party : json.array(answer)) {
                        found |= reader.isParty(Json.text(party, "id"), addresses.partyId());
                    }
                    return found;
                });
        if (!(listed instanceof Reply.Done<Boolean> done)) {
            return Optional.of(listed);
        }
        if (!done.value()) {
            return Optional.of(new Reply.Blocked<>(reasons.unknownParty(Optional.empty())));
        }
        knownAt.set(clock.instant());
        return Optional.empty();
    }
}
