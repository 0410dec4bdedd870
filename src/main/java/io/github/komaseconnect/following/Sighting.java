package io.github.komaseconnect.following;

import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.reason.OneLine;
import java.time.Instant;
import java.util.Optional;

/**
 * What eConnect says of a sent document, in a list or in an event. It may be said more than once, late and out of order.
 *
 * @param at when it came to be so, by eConnect's clock
 * @param transit how far it has come, if that is said
 * @param way how it went as eConnect calls it; empty when that is not said
 * @param answer of the buyer, if there is one
 * @param remarks reasons and notes that come with it
 */
public record Sighting(
        Instant at, Optional<Transit> transit, String way, Optional<BuyerAnswer> answer, Remarks remarks) {

    /** It has come so far. */
    public static Sighting of(Instant at, Transit transit) {
        return new Sighting(at, Optional.of(transit), "", Optional.empty(), Remarks.NONE);
    }

    /** It has come so far, for this reason in eConnect's own words. */
    public static Sighting of(Instant at, Transit transit, String message) {
        return new Sighting(at, Optional.of(transit), "", Optional.empty(), Remarks.of(message));
    }

    /** The buyer answered. */
    public static Sighting of(Instant at, BuyerAnswer answer, Remarks remarks) {
        return new Sighting(at, Optional.empty(), "", Optional.of(answer), remarks);
    }

    /** Reasons and notes, in both languages as far as they are known ones. */
    public record Remarks(String dutch, String english) {
        /** Nothing. */
        public static final Remarks NONE = new Remarks("", "");

        private static final int LONGEST = 1000;

        public Remarks {
            dutch = OneLine.of(dutch, LONGEST).strip();
            english = OneLine.of(english, LONGEST).strip();
        }

        /** Words of somebody else, as they are. */
        public static Remarks of(String words) {
            return new Remarks(words, words);
        }
    }
}
