package io.github.komaseconnect.delivery;

import java.util.concurrent.Semaphore;

/** One that is in hand, and how it stands with its place; changed only by {@link Places}, under its lock. */
final class Held {
    /** Who has a place, who wants one. */
    enum Stand {
        /** Handed out while every place was at a call: it needs none before its own call. */
        AHEAD,
        AT_WORK,
        CALLING,
        /** It has a place until what came of it is recorded. */
        ENDED_BADLY,
        LENT,
        ASKS,
        OVER
    }

    final Shipment shipment;
    /** What was known of trouble when it was chosen. */
    final long troubles;
    /** Given when it gets a place again, or is not to wait for one any more. */
    final Semaphore turn = new Semaphore(0);

    Stand stand = Stand.AT_WORK;
    long lentAt;

    Held(Shipment shipment, long troubles) {
        this.shipment = shipment;
        this.troubles = troubles;
    }

    String company() {
        return shipment.company().key();
    }

    /** It has a place, or goes on without one that it will want. */
    boolean wantsPlace() {
        return hasPlace() || stand == Stand.AHEAD || stand == Stand.ASKS;
    }

    boolean isBeforeItsCall() {
        return stand == Stand.AT_WORK || stand == Stand.AHEAD;
    }

    boolean hasPlace() {
        return stand == Stand.AT_WORK || stand == Stand.CALLING || stand == Stand.ENDED_BADLY;
    }
}
