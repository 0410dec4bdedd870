package io.github.komaseconnect.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides free places among companies: in turn, and no company gets more than half of all places while others wait, so
 * that one company's slow customers delay nobody else.
 */
public final class FairShare {
    private FairShare() {}

    /**
     * Chooses from what each company has waiting.
     *
     * @param waiting per company, in the order in which it wants them
     * @param inHand how many places each company has now
     * @param places all places there are
     */
    public static <T> List<T> choose(Map<String, List<T>> waiting, Map<String, Integer> inHand, int places) {
        int free = places - inHand.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> holds = new HashMap<>(inHand);
        Map<String, Integer> taken = new HashMap<>();
        List<T> chosen = new ArrayList<>();
        int half = Math.max(1, places / 2);
        boolean progress = true;
        while (progress && chosen.size() < free) {
            progress = false;
            for (Map.Entry<String, List<T>> entry : waiting.entrySet()) {
                String company = entry.getKey();
                int next = taken.getOrDefault(company, 0);
                boolean others = waiting.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(company)
                                && taken.getOrDefault(other.getKey(), 0)
                                        < other.getValue().size());
                boolean mayHave = !others || holds.getOrDefault(company, 0) < half;
                if (chosen.size() < free && next < entry.getValue().size() && mayHave) {
                    chosen.add(entry.getValue().get(next));
                    taken.put(company, next + 1);
                    holds.merge(company, 1, Integer::sum);
                    progress = true;
                }
            }
        }
        return chosen;
    }
}
