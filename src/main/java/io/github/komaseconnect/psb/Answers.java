package io.github.komaseconnect.psb;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.platform.WorkFile;
import io.github.komaseconnect.rest.UnusableAnswerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Makes calls whose answers are a few lines of JSON, or nothing, and replies out of them. */
final class Answers {
    private final PsbCalls calls;
    private final PsbReasons reasons;
    private final Path tmp;

    Answers(PsbCalls calls, PsbReasons reasons, Path tmp) {
        this.calls = calls;
        this.reasons = reasons;
        this.tmp = tmp;
    }

    /**
     * Reads what a call that was carried out gives.
     *
     * @param <T> what that is
     */
    @FunctionalInterface
    interface Reading<T> {
        T read(Path answer) throws IOException, UnusableAnswerException;
    }

    /** One call; what does not exist is refused. */
    <T> Reply<T> ask(Call call, Reading<T> reading) {
        return ask(call, reading, unknown -> new Reply.Refused<>(unknown.reason()));
    }

    /** One call, of which a 404 says something. */
    <T> Reply<T> ask(Call call, Reading<T> reading, Function<Outcome.Unknown, Reply<T>> ifUnknown) {
        try (WorkFile work = WorkFile.in(tmp)) {
            Outcome outcome = calls.call(call, work.path());
            if (outcome instanceof Outcome.Unknown unknown) {
                return ifUnknown.apply(unknown);
            }
            if (outcome instanceof Outcome.NotDone not) {
                return Outcome.same(not.reply());
            }
            try {
                return new Reply.Done<>(reading.read(work.path()));
            } catch (UnusableAnswerException e) {
                int status = outcome instanceof Outcome.Carried carried ? carried.status() : 409;
                Outcome uncertain =
                        PsbCalls.uncertain(call, reasons.unusable(status, e.getMessage()), Optional.empty());
                return Outcome.same(((Outcome.NotDone) uncertain).reply());
            }
        } catch (IOException e) {
            return new Reply.Temporary<>(reasons.ownFile(e));
        }
    }
}
