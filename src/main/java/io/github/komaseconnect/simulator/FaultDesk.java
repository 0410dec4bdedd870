package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.Fault.Effect;
import io.github.komaseconnect.simulator.Fault.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Lets injected faults strike. */
final class FaultDesk {
    private static final String PROXY_PAGE = "<!DOCTYPE html>\n<html><head><title>Network sign-in</title></head>"
            + "<body><h1>Please sign in</h1><p>Your connection passes a proxy.</body></html>\n";

    private final Faults faults = new Faults();
    private final Platform platform;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Gate> gates = ConcurrentHashMap.newKeySet();

    FaultDesk(Platform platform) {
        this.platform = platform;
    }

    Faults faults() {
        return faults;
    }

    /** Lets every call that waits go on. */
    void close() {
        closing.countDown();
        gates.forEach(Gate::open);
    }

    /**
     * What a fault makes of the call. One wait at most is served here first; without another fault the result is empty
     * and the call goes on.
     *
     * @param answer what the client would get
     * @param refusals how the API that was called words a refusal
     */
    Optional<Reaction> strike(
            CallDetails call, Moment moment, HttpAnswer answer, Function<Effect.Refusal, HttpAnswer> refusals)
            throws InterruptedException {
        Optional<Fault> wait = faults.strike(call, moment, FaultDesk::isWait);
        if (wait.isPresent()) {
            await(wait.get().effect());
        }
        Optional<Fault> fault = faults.strike(call, moment, effect -> !isWait(effect));
        fault.ifPresent(struck -> platform.journal()
                .add(new Call(platform.now(), call, Call.Outcome.INJECTED, struck.effect() + " " + moment)));
        return fault.map(struck -> reaction(struck.effect(), answer, refusals));
    }

    private static boolean isWait(Effect effect) {
        return effect instanceof Effect.Delay || effect instanceof Effect.Hold;
    }

    private void await(Effect effect) throws InterruptedException {
        if (effect instanceof Effect.Delay delay) {
            closing.await(delay.time().toMillis(), TimeUnit.MILLISECONDS);
        } else if (effect instanceof Effect.Hold hold) {
            gates.add(hold.gate());
            if (closing.getCount() > 0) {
                hold.gate().pass();
            }
        }
    }

    private static Reaction reaction(Effect effect, HttpAnswer answer, Function<Effect.Refusal, HttpAnswer> refusals) {
        if (effect instanceof Effect.Reset) {
            return new Reaction.Reset();
        }
        if (effect instanceof Effect.Silence) {
            return new Reaction.Silence();
        }
        if (effect instanceof Effect.HalfAnswer) {
            return new Reaction.Half(answer);
        }
        if (effect instanceof Effect.Status status) {
            List<String> headers = new ArrayList<>(List.of("Content-Type: text/plain; charset=utf-8"));
            status.retryAfter().ifPresent(time -> headers.add("Retry-After: " + time.toSeconds()));
            return new Reaction.Answer(new HttpAnswer(
                    status.status(), headers, List.of(MemoryContent.of("The service is unavailable.\n"))));
        }
        if (effect instanceof Effect.Refusal refusal) {
            return new Reaction.Answer(refusals.apply(refusal));
        }
        return new Reaction.Answer(new HttpAnswer(
                200, List.of("Content-Type: text/html; charset=utf-8"), List.of(MemoryContent.of(PROXY_PAGE))));
    }
}
