package io.github.komaseconnect.ledger;

import java.util.List;
import java.util.Optional;

/** What is at rest and why. */
public interface Pauses {
    /** Sets or replaces a pause. */
    void set(Pause pause);

    Optional<Pause> find(String company, Channel channel);

    /** Ends a pause; whether there was one. */
    boolean end(String company, Channel channel);

    List<Pause> all();
}
