package io.github.komaseconnect.ledger;

import java.util.List;
import java.util.Optional;

/** What is at rest and why. */
public interface Pauses {
    /** Sets or replaces a pause. */
    void set(Pause pause);

    Optional<Pause> find(String company, Channel channel);

    /**
     * Ends a pause; whether there was one. The time of the pause does not count as time in which its deliveries kept
     * failing ({@link Delivery#failingSince}): nobody gives up what could not be tried.
     */
    boolean end(String company, Channel channel);

    List<Pause> all();
}
