package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The hooks of the simulated PSB, for tests that want to see or upset them. Safe for use by several threads. */
public final class SimulatedHooks {
    private final Platform platform;

    SimulatedHooks(Platform platform) {
        this.platform = platform;
    }

    /**
     * Puts a hook of a party, as {@code PUT /{partyId}/hook} does.
     *
     * @param action {@code mailto:…}, or an address with the secret as its fragment
     * @return its id
     */
    public String register(String companyId, String action, HookTopic... topics) {
        Hook hook = new Hook(
                Hook.Place.party(platform.directory().company(companyId)),
                UUID.randomUUID().toString(),
                "of a test",
                action,
                List.of(topics).stream().map(HookTopic::wireName).toList(),
                Optional.empty(),
                true);
        try {
            platform.hooks().put(hook);
        } catch (PsbRefusal e) {
            throw new IllegalArgumentException(e.getMessage());
        }
        return hook.id();
    }

    /** The actions of the hooks of a party. */
    public List<String> actions(String companyId) {
        return platform.hooks().list(Hook.Place.party(platform.directory().company(companyId))).stream()
                .map(Hook::action)
                .toList();
    }

    /** All that happened so far, oldest first, whether a hook wanted to know or not. */
    public List<PsbEvent> events() {
        return platform.psb().events();
    }

    /** What happened so far on one topic. */
    public List<PsbEvent> events(HookTopic topic) {
        return events().stream().filter(event -> event.topic() == topic).toList();
    }

    /** Every attempt to tell a hook something, in the order in which they ended. */
    public List<HookAttempt> attempts() {
        return platform.hooks().pump().attempts();
    }

    /** How much is still to be told, what is under way included. */
    public int waiting() {
        return platform.hooks().pump().waiting();
    }

    /** Tells nobody anything until {@link #resume()} or {@link #resumeReversed()}. */
    public void pause() {
        platform.hooks().pump().pause();
    }

    /** Goes on, in the order in which things happened. */
    public void resume() {
        platform.hooks().pump().resume();
    }

    /** Goes on, with what happened last first. */
    public void resumeReversed() {
        platform.hooks().pump().resumeReversed();
    }

    /** Tells every hook that wants to know of an event once more. */
    public void repeat(PsbEvent event) {
        post(event, HookStamp.now());
    }

    /** Tells every hook that wants to know of an event, perhaps one that never happened, once and in this way. */
    public void post(PsbEvent event, HookStamp stamp) {
        SimulatedCompany company = platform.directory()
                .find(event.partyId())
                .orElseThrow(() -> new IllegalArgumentException("there is no party " + event.partyId()));
        platform.hooks().post(company, event, stamp);
    }
}
