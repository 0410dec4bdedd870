package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is at rest at this moment. */
record Resting(List<Pause> pauses) {
    Resting {
        pauses = List.copyOf(pauses);
    }

    /** Whether a person put the whole company to rest. */
    boolean altogether(String company) {
        return of(company, Channel.ALL).isPresent();
    }

    /** The pause of the channel that the delivery goes by. */
    Optional<Pause> of(Delivery delivery) {
        return of(delivery.company(), Channel.of(delivery.destination().method()));
    }

    /** The pause of its channel, or of the whole company. */
    Optional<Pause> ofChannelOrAll(Delivery delivery) {
        return of(delivery).or(() -> of(delivery.company(), Channel.ALL));
    }

    /** How many deliveries may go by a channel now: {@code usual}, one when it is time for a probe, or none. */
    int most(String company, Channel channel, int usual, Instant now) {
        Optional<Pause> pause = of(company, channel);
        if (pause.isEmpty()) {
            return usual;
        }
        if (Channels.isForATime(pause.get())) {
            return 0;
        }
        return pause.get().probeAt().filter(at -> !at.isAfter(now)).isPresent() ? 1 : 0;
    }

    private Optional<Pause> of(String company, Channel channel) {
        return pauses.stream()
                .filter(pause -> pause.company().equals(company) && pause.channel() == channel)
                .findFirst();
    }
}
