package io.github.komaseconnect.simulator;

import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells each hook, one after the other, what it is to be told; what is not taken is told again later. */
final class HookPump implements Closeable {
    /** The clock may be a test's, so nobody can wait for it: it is looked at this often. */
    private static final long TICK_MILLIS = 20;

    private final Platform platform;
    private final HookDesk desk;
    private final HookRetry retry;
    private final HookPoster poster;
    private final List<HookAttempt> attempts = new CopyOnWriteArrayList<>();
    private final List<Posting> waiting = new ArrayList<>();
    private final Set<Hook.Place> busy = new HashSet<>();
    private Optional<ScheduledExecutorService> ticks = Optional.empty();
    private State state = State.RUNNING;

    private enum State {
        RUNNING,
        PAUSED,
        CLOSED
    }

    /** @param first when it was first sent; empty before that */
    private record Posting(
            Hook hook, PsbEvent event, int number, Instant due, Optional<Instant> first, Optional<HookStamp> unusual) {}

    HookPump(Platform platform, HookDesk desk, HookRetry retry, HookPoster poster) {
        this.platform = platform;
        this.desk = desk;
        this.retry = retry;
        this.poster = poster;
    }

    /** Each is here when all that follows from it is under way. */
    List<HookAttempt> attempts() {
        return List.copyOf(attempts);
    }

    void add(Hook hook, PsbEvent event, Instant due) {
        add(new Posting(hook, event, 1, due, Optional.empty(), Optional.empty()));
    }

    void add(Hook hook, PsbEvent event, Instant due, HookStamp stamp) {
        add(new Posting(hook, event, 1, due, Optional.empty(), Optional.of(stamp)));
    }

    synchronized int waiting() {
        return waiting.size() + busy.size();
    }

    synchronized void pause() {
        state = state == State.CLOSED ? state : State.PAUSED;
    }

    synchronized void resume() {
        state = state == State.CLOSED ? state : State.RUNNING;
    }

    synchronized void resumeReversed() {
        Collections.reverse(waiting);
        resume();
    }

    private synchronized void add(Posting posting) {
        if (state == State.CLOSED) {
            return;
        }
        waiting.add(posting);
        if (ticks.isEmpty()) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "econnect-simulator-hooks");
                thread.setDaemon(true);
                return thread;
            });
            started.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
            ticks = Optional.of(started);
        }
    }

    private void tick() {
        for (Optional<Posting> next = take(); next.isPresent(); next = take()) {
            post(next.get());
        }
    }

    private synchronized Optional<Posting> take() {
        Instant now = platform.now();
        Optional<Posting> next = state != State.RUNNING
                ? Optional.empty()
                : waiting.stream()
                        .filter(posting -> !posting.due().isAfter(now))
                        .filter(posting -> !busy.contains(posting.hook().place()))
                        .findFirst();
        next.ifPresent(posting -> {
            waiting.remove(posting);
            busy.add(posting.hook().place());
        });
        return next;
    }

    private void post(Posting posting) {
        Optional<Hook> hook = desk.current(posting.hook()).filter(Hook::active);
        if (hook.isEmpty()) {
            free(posting);
            return;
        }
        Instant now = platform.now();
        Instant first = posting.first().orElse(now);
        HookStamp stamp = posting.unusual()
                .orElseGet(() -> HookStamp.now().sentOn(retry.stamp() == HookRetry.Stamp.FIRST_ATTEMPT ? first : now));
        poster.post(hook.get(), posting.event(), stamp).thenAccept(answer -> {
            HookAttempt attempt = new HookAttempt(
                    platform.now(),
                    hook.get().id(),
                    posting.event(),
                    posting.number(),
                    answer.result(),
                    answer.detail());
            goOn(posting, first, attempt);
            free(posting);
            attempts.add(attempt);
        });
    }

    private void goOn(Posting posting, Instant first, HookAttempt attempt) {
        if (posting.unusual().isPresent()) {
            return;
        }
        HookTopic outcome = HookTopic.HOOK_SENT;
        if (attempt.result() == HookAttempt.Result.NOT_TAKEN) {
            boolean again = attempt.number() < retry.attempts();
            outcome = again ? HookTopic.HOOK_SENT_RETRY : HookTopic.HOOK_SENT_ERROR;
            if (again) {
                add(new Posting(
                        posting.hook(),
                        posting.event(),
                        attempt.number() + 1,
                        platform.now().plus(retry.after(attempt.number())),
                        Optional.of(first),
                        Optional.empty()));
            }
        }
        if (!posting.event().topic().isAboutHooks()) {
            tellOf(posting.event(), outcome, attempt);
        }
    }

    private void tellOf(PsbEvent event, HookTopic outcome, HookAttempt attempt) {
        SimulatedCompany company = platform.directory().find(event.partyId()).orElseThrow();
        desk.publish(
                company,
                new PsbEvent(
                        outcome,
                        event.partyId(),
                        event.documentId(),
                        attempt.detail(),
                        Map.of(
                                "hookId", attempt.hookId(),
                                "topic", event.topic().wireName(),
                                "attempt", String.valueOf(attempt.number())),
                        platform.now()),
                platform.now());
    }

    private synchronized void free(Posting posting) {
        busy.remove(posting.hook().place());
    }

    @Override
    public synchronized void close() {
        state = State.CLOSED;
        ticks.ifPresent(ScheduledExecutorService::shutdownNow);
        poster.close();
    }
}
