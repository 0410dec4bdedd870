package io.github.komaseconnect.delivery;

import io.github.komaseconnect.relation.SendingMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who has one of the places at which invoices go out, of all that are in hand. Who only waits for the disk lends its place
 * to another, and gets one again in the order of asking; where several want one, the company that has the fewest goes first,
 * and none has more than half of them. Of a company a call of which ended badly nobody gets one again until that is
 * recorded: it may be about all of them.
 */
final class Places {
    /** What became of waiting for a place. */
    enum Turn {
        /** It has a place. */
        GO,
        /** It has one, but a call of its company ended badly since it was chosen, or it lent its own long ago. */
        ASK_FIRST,
        /** It has none: the program is being stopped, or nobody gave one back for very long. */
        NONE
    }

    private final int places;
    private final int workers;
    private final BooleanSupplier several;
    private final Duration sure;
    /** Longer than any call may take. */
    private final Duration longest;
    /** In the order in which they asked for a place again, or were handed out. */
    private final Map<Long, Held> inHand = new LinkedHashMap<>();

    private int reserved;
    private int taken;
    private int asking;
    /** Counts the calls that ended badly, when that is recorded. */
    private long troubles;
    /** Which of them was a company's last. */
    private final Map<String, Long> lastTrouble = new HashMap<>();
    /** How many there were at the last {@link #reserve}. */
    private long troublesThen;

    private boolean stopping;

    /**
     * @param places so many go out at a time
     * @param workers so many are in hand at a time
     * @param several whether there is more than one company now
     * @param sure so long what was found when an attempt was begun counts for it
     * @param longest after so long nobody waits for a place any more
     */
    Places(int places, int workers, BooleanSupplier several, Duration sure, Duration longest) {
        this.places = places;
        this.workers = workers;
        this.several = several;
        this.sure = sure;
        this.longest = longest;
    }

    /** How many more may be handed out now, by {@link #handOut}. */
    synchronized Room reserve() {
        int most = stopping ? 0 : workers - inHand.size();
        reserved = Math.max(0, Math.min(places - taken, most));
        troublesThen = troubles;
        return new Room(reserved, reserved > 0 ? 0 : Math.max(0, Math.min(ahead(), most)));
    }

    /** Only while all places wait for answers: what is made ready then waits for its turn when one comes. */
    private int ahead() {
        int calling = 0;
        int ready = 0;
        for (Held one : inHand.values()) {
            calling += one.stand == Held.Stand.CALLING ? 1 : 0;
            ready += one.stand == Held.Stand.ASKS || one.stand == Held.Stand.AHEAD ? 1 : 0;
        }
        return calling < places ? 0 : places / 2 - ready;
    }

    /** These are in hand from now: with the places that were reserved for them, or ahead. What is left of those is free. */
    synchronized void handOut(List<Shipment> chosen) {
        for (Shipment shipment : chosen) {
            Held held = new Held(shipment, troublesThen);
            held.stand = reserved > 0 ? Held.Stand.AT_WORK : Held.Stand.AHEAD;
            inHand.put(shipment.delivery().id(), held);
        }
        taken += reserved > 0 ? chosen.size() : 0;
        reserved = 0;
        giveTurns();
    }

    /** What one company may have of so many. */
    private int shareOf(int all) {
        return several.getAsBoolean() ? Math.max(1, all / 2) : all;
    }

    /** When this is handed out, no company has or wants more than so many places. */
    int mostEach(Room room) {
        int share = shareOf(places);
        return room.ahead() > 0 ? share + share / 2 : share;
    }

    /** So many more of this company may be in hand: the others are not to find all workers waiting for its calls. */
    synchronized int roomFor(String company) {
        long held = inHand.values().stream()
                .filter(one -> one.stand != Held.Stand.OVER && one.company().equals(company))
                .count();
        return (int) Math.max(0, shareOf(workers) - held);
    }

    /** Its place is free for another, until it asks for one again. */
    synchronized void lend(long id) {
        Held held = inHand.get(id);
        if (held != null && held.isBeforeItsCall()) {
            taken -= held.hasPlace() ? 1 : 0;
            held.stand = Held.Stand.LENT;
            held.lentAt = System.nanoTime();
            giveTurns();
        }
    }

    /** Waits for a place; whoever has one has it again at once. */
    Turn again(long id) {
        return ask(id).map(this::await).orElse(Turn.GO);
    }

    private Turn await(Held held) {
        try {
            if (held.turn.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return afterWaiting(held);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return gaveUp(held);
    }

    private synchronized Optional<Held> ask(long id) {
        Held held = inHand.get(id);
        if (held == null || held.stand != Held.Stand.LENT) {
            return Optional.empty();
        }
        if (stopping) {
            held.turn.release();
            return Optional.of(held);
        }
        held.stand = Held.Stand.ASKS;
        asking++;
        // whoever asks later is behind
        inHand.remove(id);
        inHand.put(id, held);
        giveTurns();
        return Optional.of(held);
    }

    private synchronized Turn afterWaiting(Held held) {
        if (!held.hasPlace()) {
            return Turn.NONE;
        }
        boolean trouble = lastTrouble.getOrDefault(held.company(), 0L) > held.troubles;
        boolean longAgo = System.nanoTime() - held.lentAt > sure.toNanos();
        return trouble || longAgo ? Turn.ASK_FIRST : Turn.GO;
    }

    private synchronized Turn gaveUp(Held held) {
        if (held.stand != Held.Stand.ASKS) {
            return afterWaiting(held);
        }
        held.stand = Held.Stand.LENT;
        asking--;
        return Turn.NONE;
    }

    /** From now on nobody gets a place: what has one goes on. */
    synchronized void stop() {
        stopping = true;
        for (Held one : inHand.values()) {
            if (one.stand == Held.Stand.ASKS) {
                one.stand = Held.Stand.LENT;
                one.turn.release();
            }
        }
        asking = 0;
    }

    /** Its effect is over and is still to be recorded: it needs no place any more. */
    synchronized void over(long id) {
        Held held = inHand.get(id);
        if (held != null && held.hasPlace()) {
            held.stand = Held.Stand.OVER;
            taken--;
            giveTurns();
        }
    }

    /** Its call ended in a way that may be about all of its company: it keeps its place until it is released. */
    synchronized void endedBadly(long id) {
        Held held = inHand.get(id);
        if (held != null && held.hasPlace()) {
            held.stand = Held.Stand.ENDED_BADLY;
        }
    }

    /** It is in hand no more. */
    synchronized void release(long id) {
        Held held = inHand.remove(id);
        if (held == null) {
            return;
        }
        if (held.stand == Held.Stand.ENDED_BADLY) {
            troubles++;
            lastTrouble.put(held.company(), troubles);
        }
        if (held.hasPlace()) {
            taken--;
        } else if (held.stand == Held.Stand.ASKS) {
            asking--;
        }
        giveTurns();
    }

    private void giveTurns() {
        int free = places - taken - reserved;
        if (asking == 0 || free <= 0) {
            return;
        }
        Map<String, List<Held>> waiting = new LinkedHashMap<>();
        Map<String, Integer> have = new HashMap<>();
        for (Held one : inHand.values()) {
            if (one.stand == Held.Stand.ASKS) {
                waiting.computeIfAbsent(one.company(), company -> new ArrayList<>())
                        .add(one);
            } else if (one.hasPlace()) {
                have.merge(one.company(), 1, Integer::sum);
            }
        }
        for (Held one : inHand.values()) {
            if (one.stand == Held.Stand.ENDED_BADLY) {
                waiting.remove(one.company());
            }
        }
        for (Held next : FairShare.choose(waiting, have, free, shareOf(places))) {
            next.stand = Held.Stand.CALLING;
            taken++;
            asking--;
            next.turn.release();
        }
    }

    /** How many places each company has or wants. */
    synchronized Map<String, Integer> byCompany() {
        return wanted(any -> true, Held::company);
    }

    /** The same of one company, by its sending methods. */
    synchronized Map<SendingMethod, Integer> byMethod(String company) {
        return wanted(
                one -> one.company().equals(company),
                one -> one.shipment.delivery().destination().method());
    }

    private <K> Map<K, Integer> wanted(Predicate<Held> whose, Function<Held, K> key) {
        Map<K, Integer> wanted = new HashMap<>();
        inHand.values().stream()
                .filter(Held::wantsPlace)
                .filter(whose)
                .forEach(one -> wanted.merge(key.apply(one), 1, Integer::sum));
        return wanted;
    }

    /** All that are in hand. */
    synchronized Collection<Shipment> shipments() {
        return inHand.values().stream().map(one -> one.shipment).toList();
    }

    /** Their ids. */
    synchronized Set<Long> ids() {
        return Set.copyOf(inHand.keySet());
    }

    /** How many wait for a place. */
    synchronized int asking() {
        return asking;
    }

    /** Whether anything of the company is in hand. */
    synchronized boolean hasAnyOf(String company) {
        return inHand.values().stream().anyMatch(one -> one.company().equals(company));
    }
}
