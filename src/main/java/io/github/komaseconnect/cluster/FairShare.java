package io.github.komaseconnect.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How many companies each node has: as many as every other, rounded up. Beyond its share a node takes only what nobody
 * else has taken for some time, so that no company is left alone.
 *
 * @param nodes how many are alive, this one included
 * @param companies how many there are to be shared
 */
record FairShare(int nodes, int companies) {

    int size() {
        return (companies + Math.max(1, nodes) - 1) / Math.max(1, nodes);
    }

    /**
     * What to take.
     *
     * @param mine how many this node has
     * @param free what nobody has
     * @param leftAlone those of {@code free} that have been so for some time
     */
    List<String> toTake(int mine, Collection<String> free, Set<String> leftAlone) {
        int room = Math.max(0, size() - mine);
        Set<String> sorted = new TreeSet<>(free);
        Stream<String> share = sorted.stream().limit(room);
        Stream<String> others = sorted.stream().skip(room).filter(leftAlone::contains);
        return Stream.concat(share, others).toList();
    }

    /** How many of {@code mine} are to be given back. */
    int tooMany(int mine) {
        return Math.max(0, mine - size());
    }

    /** How long a company is free before others than those with room for it take it. */
    static Duration patience(Pace pace) {
        return pace.look().multipliedBy(4);
    }
}
