package io.github.komaseconnect.psb;

import io.github.komaseconnect.company.PsbCredentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.platform.TransportResult;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.rest.Json;
import io.github.komaseconnect.rest.Problem;
import io.github.komaseconnect.rest.TokenTrouble;
import io.github.komaseconnect.rest.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes calls for one company: with a valid token, once more with a new one when the PSB answers 401 (the first call then
 * certainly did nothing), and never repeated otherwise.
 */
final class PsbCalls {
    private final Supplier<PsbCredentials> configured;
    private final PsbTransport transport;
    private final Tokens<PsbCredentials> tokens;
    private final Json json;
    private final PsbReasons reasons;

    PsbCalls(
            Supplier<PsbCredentials> configured,
            PsbTransport transport,
            Tokens<PsbCredentials> tokens,
            Json json,
            PsbReasons reasons) {
        this.configured = configured;
        this.transport = transport;
        this.tokens = tokens;
        this.json = json;
        this.reasons = reasons;
    }

    /** Asks for a token anew; empty when it was granted. */
    Optional<Reply<?>> logInAnew() {
        PsbCredentials credentials = configured.get();
        if (!credentials.complete()) {
            return Optional.of(new Reply.Blocked<>(reasons.credentialsMissing()));
        }
        tokens.forget(credentials);
        return tokens.token(credentials) instanceof Tokens.NotGranted not
                ? Optional.of(noToken(not.trouble()))
                : Optional.empty();
    }

    /** One call; the answer, if there is one, is in {@code answer} as it came. */
    Outcome call(Call call, Path answer) {
        PsbCredentials credentials = configured.get();
        if (!credentials.complete()) {
            return new Outcome.NotDone(new Reply.Blocked<>(reasons.credentialsMissing()));
        }
        Tokens.Outcome first = tokens.token(credentials);
        if (first instanceof Tokens.NotGranted not) {
            return new Outcome.NotDone(noToken(not.trouble()));
        }
        Secret token = ((Tokens.Granted) first).token();
        TransportResult result = send(call, credentials, token, answer);
        if (result instanceof TransportResult.Answered refused && refused.status() == 401) {
            tokens.drop(credentials, token);
            Tokens.Outcome second = tokens.token(credentials);
            if (second instanceof Tokens.NotGranted not) {
                return new Outcome.NotDone(noToken(not.trouble()));
            }
            token = ((Tokens.Granted) second).token();
            result = send(call, credentials, token, answer);
        }
        return outcome(
                call,
                result,
                answer,
                List.of(credentials.clientSecret(), credentials.password(), credentials.subscriptionKey(), token));
    }

    private TransportResult send(Call call, PsbCredentials credentials, Secret token, Path answer) {
        Map<String, SecretHeader> secrets = new HashMap<>();
        secrets.put("Authorization", new SecretHeader("Bearer ", token));
        if (credentials.subscriptionKey().present()) {
            secrets.put("Subscription-Key", new SecretHeader("", credentials.subscriptionKey()));
        }
        return transport.call(
                new PsbRequest(call.method(), call.address(), secrets, call.headers(), call.body(), answer));
    }

    private Outcome outcome(Call call, TransportResult result, Path answer, List<Secret> secrets) {
        if (result instanceof TransportResult.NotWritten notWritten) {
            return new Outcome.NotDone(new Reply.Temporary<>(reasons.unreachable(notWritten.cause())));
        }
        if (result instanceof TransportResult.Broken broken) {
            return uncertain(call, reasons.noAnswer(broken.cause()), Optional.empty());
        }
        TransportResult.Answered answered = (TransportResult.Answered) result;
        int status = answered.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Carried(status);
        }
        Optional<Problem> problem = Problem.read(json, answer, secrets);
        return switch (status) {
            case 400, 415, 422 -> new Outcome.NotDone(new Reply.Refused<>(reasons.refused(problem)));
            case 413 -> new Outcome.NotDone(new Reply.Refused<>(reasons.tooLarge()));
            case 401 -> new Outcome.NotDone(new Reply.Blocked<>(reasons.tokenRefused(problem)));
            case 403 -> new Outcome.NotDone(new Reply.Blocked<>(reasons.noPermission(problem)));
            case 404 -> notThere(call, problem);
            case 409 -> new Outcome.Duplicate();
            default ->
                status == 429 || status >= 500
                        ? uncertain(
                                call, reasons.overloaded(status, problem, answered.retryAfter()), answered.retryAfter())
                        : uncertain(call, reasons.unusable(status, "it is no answer of the PSB"), Optional.empty());
        };
    }

    /** A page of something else in its place, where a document was to go, says that the address of the PSB is wrong. */
    private Outcome notThere(Call call, Optional<Problem> problem) {
        return switch (call.subject()) {
            case THING -> unknown(call, problem);
            case RECEIVER ->
                problem.isPresent()
                        ? new Outcome.Unknown(reasons.unknown(problem))
                        : new Outcome.NotDone(new Reply.Blocked<>(reasons.unknownParty(problem)));
            case COMPANY -> new Outcome.NotDone(new Reply.Blocked<>(reasons.unknownParty(problem)));
        };
    }

    /** Only the PSB's own words say that there is no such thing: a wrong address and a page of a proxy are 404 as well. */
    private Outcome unknown(Call call, Optional<Problem> problem) {
        return problem.isPresent()
                ? new Outcome.Unknown(reasons.unknown(problem))
                : uncertain(call, reasons.unusable(404, "it is no answer of the PSB"), Optional.empty());
    }

    /** What was harmful to do twice is in doubt: no gateway proves that what is behind it had accepted nothing. */
    static Outcome uncertain(Call call, Reason reason, Optional<Duration> retryAfter) {
        return new Outcome.NotDone(
                call.repetition() == Call.Repetition.HARMFUL
                        ? new Reply.InDoubt<>(reason, retryAfter)
                        : new Reply.Temporary<>(reason, retryAfter));
    }

    private Reply<?> noToken(TokenTrouble trouble) {
        if (trouble instanceof TokenTrouble.Refused refused) {
            return new Reply.Blocked<>(reasons.credentialsRefused(refused.status(), refused.problem()));
        }
        if (trouble instanceof TokenTrouble.Overloaded busy) {
            return new Reply.Temporary<>(
                    reasons.overloaded(busy.status(), busy.problem(), busy.retryAfter()), busy.retryAfter());
        }
        if (trouble instanceof TokenTrouble.Unusable unusable) {
            return new Reply.Temporary<>(reasons.unusable(unusable.status(), unusable.why()));
        }
        return new Reply.Temporary<>(
                trouble instanceof TokenTrouble.Unreachable away
                        ? reasons.unreachable(away.cause())
                        : reasons.ownFile(((TokenTrouble.OwnFile) trouble).cause()));
    }
}
