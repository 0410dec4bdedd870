package io.github.komaseconnect.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What this node has, what of it is being worked on, and what of it is on its way out. Safe for use by several threads. */
final class Holdings {
    private final Map<String, Possession> held = new HashMap<>();
    private final Set<String> leaving = new HashSet<>();
    private final Set<String> entered = new HashSet<>();
    /** Went while something was still going on: to be neither renewed nor given back, only to run out. */
    private final Set<String> abandoned = new HashSet<>();

    /** Whether something new may be begun for it. */
    synchronized boolean isOpen(String company) {
        return !leaving.contains(company) && !abandoned.contains(company) && lasts(company);
    }

    private boolean lasts(String company) {
        return Optional.ofNullable(held.get(company)).filter(Possession::lasts).isPresent();
    }

    synchronized boolean has(String company) {
        return held.containsKey(company);
    }

    synchronized Set<String> all() {
        return Set.copyOf(held.keySet());
    }

    /** Notes that work for it is beginning, if it may. */
    synchronized boolean enter(String company) {
        boolean may = isOpen(company);
        if (may) {
            entered.add(company);
        }
        return may;
    }

    /** Work for it has ended, or only nothing new is begun. */
    synchronized void gone(String company, boolean finished) {
        entered.remove(company);
        if (!finished) {
            abandoned.add(company);
        }
    }

    synchronized void hold(Collection<String> companies, Possession possession) {
        companies.forEach(company -> held.put(company, possession));
    }

    /** Only these are still this node's, the database says. */
    synchronized Set<String> keepOnly(Set<String> inForce) {
        Set<String> lost = held.keySet().stream()
                .filter(company -> !inForce.contains(company) || !lasts(company))
                .collect(Collectors.toSet());
        held.keySet().removeAll(lost);
        abandoned.retainAll(inForce);
        leaving.retainAll(held.keySet());
        return lost;
    }

    /** Those to be renewed: not the ones that are to run out. */
    synchronized Set<String> renewable(Set<String> inForce) {
        return inForce.stream().filter(company -> !abandoned.contains(company)).collect(Collectors.toSet());
    }

    synchronized boolean isRenewalDue(Pace pace) {
        return held.values().stream().anyMatch(possession -> possession.age().compareTo(pace.renew()) > 0);
    }

    /** From now on exactly these are leaving. */
    synchronized void letGo(Set<String> companies) {
        leaving.clear();
        leaving.addAll(companies);
    }

    synchronized Set<String> leaving() {
        return Set.copyOf(leaving);
    }

    /** Those of {@code companies} that nothing is in hand for. */
    synchronized Set<String> idle(Set<String> companies) {
        return companies.stream()
                .filter(company -> !entered.contains(company) && !abandoned.contains(company))
                .collect(Collectors.toSet());
    }

    synchronized void drop(Collection<String> companies) {
        held.keySet().removeAll(companies);
        leaving.removeAll(companies);
    }
}
