package io.github.komaseconnect.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Divides free places: each goes to the one that has the fewest, and none ever has more than its share, so that places
 * are left for others who come while its own slow calls go on.
 */
public final class FairShare {
    private FairShare() {}

    /**
     * Chooses when nobody has more than half of all places while others have or want some, and one alone has them all.
     *
     * @param waiting see below
     * @param inHand how many places each has now
     * @param places all places there are
     */
    public static <K, T> List<T> choose(Map<K, ? extends List<T>> waiting, Map<K, Integer> inHand, int places) {
        long some = Stream.concat(
                        waiting.keySet().stream()
                                .filter(one -> !waiting.get(one).isEmpty()),
                        inHand.keySet().stream())
                .distinct()
                .count();
        int taken = inHand.values().stream().mapToInt(Integer::intValue).sum();
        return choose(waiting, inHand, places - taken, some > 1 ? Math.max(1, places / 2) : places);
    }

    /**
     * Chooses from what each has waiting.
     *
     * @param waiting for each company (or channel) what it wants, in the order in which it wants it; of two that have
     *     equally much, the first of the map goes first
     * @param inHand how many places each has now
     * @param free places to be given away
     * @param mostEach no one has more than this
     */
    public static <K, T> List<T> choose(
            Map<K, ? extends List<T>> waiting, Map<K, Integer> inHand, int free, int mostEach) {
        Map<K, Integer> holds = new HashMap<>(inHand);
        Map<K, Integer> taken = new HashMap<>();
        List<T> chosen = new ArrayList<>();
        while (chosen.size() < free) {
            Optional<K> next = waiting.keySet().stream()
                    .filter(one -> taken.getOrDefault(one, 0) < waiting.get(one).size())
                    .filter(one -> holds.getOrDefault(one, 0) < mostEach)
                    .reduce((first, other) ->
                            holds.getOrDefault(other, 0) < holds.getOrDefault(first, 0) ? other : first);
            if (next.isEmpty()) {
                break;
            }
            chosen.add(waiting.get(next.get()).get(taken.merge(next.get(), 1, Integer::sum) - 1));
            holds.merge(next.get(), 1, Integer::sum);
        }
        return chosen;
    }
}
