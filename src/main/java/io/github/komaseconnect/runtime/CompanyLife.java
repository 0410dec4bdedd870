package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.company.CompanyGate.Departure;
import io.github.komaseconnect.company.CompanyGate.Wait;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Claim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes companies in hand and lets them go, while the runtime runs. At each round every configured company that is not in
 * hand comes in hand if all gates let it, and every company in hand goes when it was removed or changed, or a gate does
 * not let it stay. One that was changed goes with its old settings and comes back with the new ones.
 *
 * <p>Coming: recovery for this company alone, then work may begin. Going: nothing new begins, what was begun is finished
 * with the settings that it began with; after {@link #FINISH_WITHIN} the company goes all the same, and what is still
 * going on is left alone until it ends.
 */
public final class CompanyLife implements AutoCloseable {
    /** Longer than eConnect may take to answer, unless somebody set that very high. */
    static final Duration FINISH_WITHIN = Duration.ofMinutes(3);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(CompanyLife.class);

    private final Companies companies;
    private final List<CompanyGate> gates;
    private final Work desk;
    private final Unexpected unexpected;
    private final Clock clock;
    private final Crew crew;
    private final Map<String, Stay> stays = new LinkedHashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();
    private final Waits waits = new Waits();

    /** Those that some gate let in, and that are not gone: in hand or not yet. */
    private final Map<String, Company> admitted = new HashMap<>();

    private boolean closed;

    /** Where a company is in its life. */
    private enum Phase {
        /** The gates are asked, or its recovery is going on. */
        COMING,
        IN_HAND,
        /** Removed or changed. */
        GOING,
        /** A gate says so. */
        MUST_GO
    }

    /** What is done for one company when it comes in hand and when it has gone, and whether anything is being done. */
    interface Work {
        /**
         * Before anything new begins for a company, which is attended already: what an earlier time left open is put
         * right. Gives the files that were taken and not registered.
         */
        List<Claim> recover(Company company);

        /** The company is in hand. */
        void begin(Company company, List<Claim> unfinished);

        /**
         * Whether files of a company lie half-way in folders that it would not have with its next settings. It may take
         * long.
         */
        boolean isHalfWay(Company company, Company next);

        /** Whether something that was begun for a company is not finished. */
        boolean isBusy(String key);

        /** The company has gone. */
        void end(String key);
    }

    private record Stay(Company company, Phase phase, Instant since) {}

    /** Drives {@code companies}; the gates are asked in this order. */
    CompanyLife(Companies companies, List<CompanyGate> gates, Work desk, Unexpected unexpected, Clock clock) {
        this.companies = companies;
        this.gates = List.copyOf(gates);
        this.desk = desk;
        this.unexpected = unexpected;
        this.clock = clock;
        this.crew = new Crew("companies", clock, e -> unexpected.tell("company-life", e));
    }

    /** One round; what takes long goes on behind it. */
    public synchronized void goRound() {
        crew.relieve();
        Map<String, Company> wanted = new LinkedHashMap<>();
        companies.configured().forEach(company -> wanted.put(company.key(), company));
        List.copyOf(stays.values())
                .forEach(stay ->
                        look(stay, Optional.ofNullable(wanted.get(stay.company().key()))));
        notBefore.keySet().retainAll(wanted.keySet());
        waits.retain(wanted.keySet());
        Map.copyOf(admitted).forEach((key, company) -> {
            if (!wanted.containsKey(key) && !stays.containsKey(key)) {
                tellGates(company, Departure.FINISHED);
            }
        });
        wanted.values().forEach(this::come);
    }

    private void look(Stay stay, Optional<Company> wanted) {
        Company company = stay.company();
        if (stay.phase() == Phase.IN_HAND) {
            Optional<Reason> mustGo = gates.stream()
                    .map(gate -> gate.mayStay(company))
                    .flatMap(CompanyLife::reasons)
                    .findFirst();
            boolean unchanged = wanted.filter(company::equals).isPresent();
            if (mustGo.isPresent()) {
                waits.tell(company.key(), mustGo.get());
                go(stay, Phase.MUST_GO);
            } else if (!unchanged) {
                crew.attend(company.key(), () -> change(stay, wanted));
            }
        } else if (stay.phase() != Phase.COMING) {
            boolean busy = desk.isBusy(company.key());
            if (!busy || stay.since().plus(FINISH_WITHIN).isBefore(clock.instant())) {
                crew.attend(company.key(), () -> leave(stay, wanted, busy ? Departure.UNFINISHED : Departure.FINISHED));
            }
        }
    }

    /** Files that lie half-way in a folder would not be found from the settings that have another: they are waited for. */
    private boolean isHalfWay(Company company, Optional<Company> wanted) {
        boolean halfWay = wanted.filter(next -> desk.isHalfWay(company, next)).isPresent();
        if (halfWay) {
            waits.tellHalfWay(company.key());
        }
        return halfWay;
    }

    private void change(Stay stay, Optional<Company> wanted) {
        if (!isHalfWay(stay.company(), wanted)) {
            LOG.info("{}: {}", stay.company().key(), change(wanted));
            go(stay, Phase.GOING);
        }
    }

    private synchronized void go(Stay stay, Phase phase) {
        if (stays.get(stay.company().key()) == stay) {
            companies.attend(stay.company());
            stays.put(stay.company().key(), new Stay(stay.company(), phase, clock.instant()));
        }
    }

    private void leave(Stay stay, Optional<Company> wanted, Departure departure) {
        if (stay.phase() == Phase.GOING && isHalfWay(stay.company(), wanted)) {
            inHand(stay.company());
        } else {
            gone(stay, departure);
        }
    }

    private static String change(Optional<Company> wanted) {
        return wanted.isPresent()
                ? "instellingen gewijzigd / settings changed"
                : "verwijderd uit de instellingen / removed from the settings";
    }

    private synchronized void gone(Stay stay, Departure departure) {
        Company company = stay.company();
        if (stays.remove(company.key(), stay)) {
            companies.release(company.key());
            desk.end(company.key());
            tellGates(company, departure);
            LOG.info("{}: is niet meer in bedrijf / no longer in hand ({})", company.key(), departure);
        }
    }

    private void tellGates(Company company, Departure departure) {
        admitted.remove(company.key());
        // the last one that let it in first: who owns the company next must find its folders given back
        for (int i = gates.size() - 1; i >= 0; i--) {
            gates.get(i).gone(company, departure);
        }
    }

    private void come(Company company) {
        String key = company.key();
        boolean soon = notBefore.getOrDefault(key, Instant.MIN).isAfter(clock.instant());
        if (!stays.containsKey(key) && !crew.isBusy(key) && !soon && !closed) {
            stays.put(key, new Stay(company, Phase.COMING, clock.instant()));
            crew.attend(key, () -> takeInHand(company));
        }
    }

    /** Runs beside the rounds, for it may take long. */
    private void takeInHand(Company company) {
        String key = company.key();
        try {
            for (CompanyGate gate : gates) {
                if (gate.mayComeInHand(company) instanceof Wait wait) {
                    waits.tell(key, wait.reason());
                    putOff(key, Duration.ZERO);
                    return;
                }
                admit(company);
            }
            if (!attend(company)) {
                return;
            }
            List<Claim> unfinished = desk.recover(company);
            if (inHand(company)) {
                LOG.info("{}: in bedrijf / in hand", key);
                desk.begin(company, unfinished);
            }
        } catch (RuntimeException e) {
            unexpected.tell("company-life", e);
            companies.release(key);
            putOff(key, AFTER_FAILURE);
        }
    }

    private synchronized void admit(Company company) {
        admitted.put(company.key(), company);
    }

    /** Unless it would get in the way of one that is still here with former settings. */
    private synchronized boolean attend(Company company) {
        Optional<Company> inTheWay = stays.values().stream()
                .filter(stay -> !stay.company().key().equals(company.key()))
                .map(Stay::company)
                .filter(other -> companies.attended(other.key()).isPresent())
                .filter(company::isInTheWayOf)
                .findFirst();
        if (inTheWay.isPresent()) {
            waits.tellInTheWay(company.key(), inTheWay.get());
            putOff(company.key(), Duration.ZERO);
        } else if (closed) {
            putOff(company.key(), Duration.ZERO);
        } else {
            companies.attend(company);
            return true;
        }
        return false;
    }

    private synchronized boolean inHand(Company company) {
        if (closed) {
            companies.release(company.key());
            return false;
        }
        waits.over(company.key());
        companies.takeInHand(company);
        stays.put(company.key(), new Stay(company, Phase.IN_HAND, clock.instant()));
        return true;
    }

    private synchronized void putOff(String key, Duration time) {
        stays.remove(key);
        notBefore.put(key, clock.instant().plus(time));
    }

    private static Stream<Reason> reasons(CompanyGate.Verdict verdict) {
        return verdict instanceof Wait wait ? Stream.of(wait.reason()) : Stream.empty();
    }

    /** Takes no more companies in hand; those in hand stay. */
    public synchronized void settle() {
        closed = true;
    }

    /** After all routes have stopped: tells the gates that every company is let go. */
    @Override
    public synchronized void close() {
        closed = true;
        crew.close();
        for (Stay stay : List.copyOf(stays.values())) {
            boolean busy = desk.isBusy(stay.company().key()) || stay.phase() == Phase.COMING;
            gone(stay, busy ? Departure.UNFINISHED : Departure.FINISHED);
        }
        List.copyOf(admitted.values()).forEach(company -> tellGates(company, Departure.FINISHED));
    }
}
