package io.github.komaseconnect.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The companies that this runtime works for, as they are now: companies come in hand and go while it runs. Every answer
 * is one consistent picture; safe for use by several threads.
 *
 * <p>A company is <em>in hand</em> when work for it may begin. While it comes or goes it is only <em>attended</em>: what
 * was begun is finished, nothing new begins. One that is neither is left alone: its rows and files rest.
 */
public final class Companies {
    private volatile Picture now;

    /** Replaced as a whole, never changed. */
    private record Picture(List<Company> configured, Map<String, Company> attended, Map<String, Company> inHand) {
        Picture {
            configured = List.copyOf(configured);
        }

        List<Company> allInHand() {
            return List.copyOf(inHand.values());
        }
    }

    /** All of these are configured and in hand; none need be, for a runtime that takes them in hand one by one. */
    public Companies(List<Company> inHand) {
        Map<String, Company> all = new LinkedHashMap<>();
        inHand.forEach(company -> all.put(company.key(), company));
        now = new Picture(inHand, all, all);
    }

    /** Those in hand. */
    public List<Company> all() {
        return now.allInHand();
    }

    /** The company with this key, when it is in hand: work may begin for it. */
    public Optional<Company> find(String key) {
        return Optional.ofNullable(now.inHand().get(key));
    }

    /** The company with this key, when it is in hand, coming or going: what was begun for it may be finished. */
    public Optional<Company> attended(String key) {
        return Optional.ofNullable(now.attended().get(key));
    }

    /** As {@link #attended}, for who works on something of this company and so knows that it is there. */
    public Company get(String key) {
        return attended(key).orElseThrow(() -> new IllegalArgumentException("no such company: " + key));
    }

    /** All that are configured and could run, in the order of the configuration, whether in hand or not. */
    public List<Company> configured() {
        return now.configured();
    }

    /** The company with this key, when it is configured and could run, whether in hand or not. */
    public Optional<Company> findConfigured(String key) {
        return now.configured().stream()
                .filter(company -> company.key().equals(key))
                .findFirst();
    }

    /** From now on these are the ones configured; whether they are in hand is another matter. */
    public synchronized void configure(List<Company> companies) {
        now = new Picture(companies, now.attended(), now.inHand());
    }

    /** From now on this company, with these settings, is coming or going: attended and not in hand. */
    public synchronized void attend(Company company) {
        now = new Picture(now.configured(), with(now.attended(), company), without(now.inHand(), company.key()));
    }

    /** From now on this company is in hand, with these settings. */
    public synchronized void takeInHand(Company company) {
        now = new Picture(now.configured(), with(now.attended(), company), with(now.inHand(), company));
    }

    /** From now on nobody works for this company. */
    public synchronized void release(String key) {
        now = new Picture(now.configured(), without(now.attended(), key), without(now.inHand(), key));
    }

    private static Map<String, Company> with(Map<String, Company> companies, Company company) {
        Map<String, Company> more = new LinkedHashMap<>(companies);
        more.put(company.key(), company);
        return more;
    }

    private static Map<String, Company> without(Map<String, Company> companies, String key) {
        Map<String, Company> fewer = new LinkedHashMap<>(companies);
        fewer.remove(key);
        return fewer;
    }

    /** The keys of those in hand, for the log. */
    @Override
    public String toString() {
        return new ArrayList<>(now.inHand().keySet()).toString();
    }
}
