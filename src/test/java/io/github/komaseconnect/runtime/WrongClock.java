package io.github.komaseconnect.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs as it should, but shows another time; how far it is off can be changed meanwhile. */
final class WrongClock extends Clock {
    private volatile Duration off;

    WrongClock(Duration off) {
        this.off = off;
    }

    void set(Duration newOff) {
        off = newOff;
    }

    /** Later at once. */
    void advance(Duration time) {
        off = off.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
