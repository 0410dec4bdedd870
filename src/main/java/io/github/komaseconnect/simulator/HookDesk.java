package io.github.komaseconnect.simulator;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** All hooks, and what each is still to be told. */
final class HookDesk implements Closeable {
    /** eConnect loses events of a hook that is removed and made anew in haste, so the simulator does not take it. */
    private static final Duration HASTE = Duration.ofMinutes(1);

    private final Platform platform;
    private final HookPump pump;
    private final Map<Key, Hook> hooks = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Removed> removed = new ConcurrentLinkedQueue<>();

    private record Key(Hook.Place place, String id) {}

    private record Removed(Hook hook, Instant at) {}

    HookDesk(Platform platform, HookRetry retry, Optional<HookMail> mail) {
        this.platform = platform;
        this.pump = new HookPump(platform, this, retry, new HookPoster(platform, mail));
    }

    HookPump pump() {
        return pump;
    }

    List<Hook> list(Hook.Place place) {
        return hooks.values().stream()
                .filter(hook -> hook.place().equals(place))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    void put(Hook hook) throws PsbRefusal {
        Key key = new Key(hook.place(), hook.id());
        Instant now = platform.now();
        boolean inHaste = !hooks.containsKey(key)
                && removed.stream()
                        .anyMatch(old -> old.hook().place().equals(hook.place())
                                && old.hook().topics().stream().anyMatch(hook.topics()::contains)
                                && old.at().plus(HASTE).isAfter(now));
        if (inHaste) {
            throw PsbRefusal.invalid(
                    "A hook for these topics was removed just now. Wait a minute, or update instead of removing.");
        }
        hooks.put(key, hook);
    }

    boolean delete(Hook.Place place, String id) {
        Hook hook = hooks.remove(new Key(place, id));
        if (hook != null) {
            removed.add(new Removed(hook, platform.now()));
        }
        return hook != null;
    }

    /** The hook as it is now; empty when it was removed. */
    Optional<Hook> current(Hook hook) {
        return Optional.ofNullable(hooks.get(new Key(hook.place(), hook.id())));
    }

    /** Has every hook that wants to know told of an event of a company, from {@code due} on. */
    void publish(SimulatedCompany company, PsbEvent event, Instant due) {
        concerning(company).filter(hook -> hook.wants(event.topic())).forEach(hook -> pump.add(hook, event, due));
    }

    /** Posts an event to every hook that wants to know, once and in this unusual way. */
    void post(SimulatedCompany company, PsbEvent event, HookStamp stamp) {
        concerning(company)
                .filter(hook -> hook.wants(event.topic()))
                .forEach(hook -> pump.add(hook, event, platform.now(), stamp));
    }

    private Stream<Hook> concerning(SimulatedCompany company) {
        List<String> clients = platform.clients().of(company);
        return hooks.values().stream()
                .filter(hook -> hook.place().companyId().equals(company.companyId())
                        || clients.contains(hook.place().clientId()));
    }

    @Override
    public void close() {
        pump.close();
    }
}
