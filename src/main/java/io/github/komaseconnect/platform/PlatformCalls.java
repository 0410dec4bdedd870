package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.platform.Outcome.Faulted;
import io.github.komaseconnect.platform.Outcome.NotDone;
import io.github.komaseconnect.platform.Outcome.Responded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calls operations for one company: with a valid session, once more when eConnect says that the session expired (a Fault,
 * so the first call certainly did nothing), and never repeated otherwise.
 */
final class PlatformCalls {
    private final Supplier<Credentials> configuredKeys;
    private final SoapTransport transport;
    private final Requests requests;
    private final AnswerReader answers;
    private final Path tmp;
    private final Trouble trouble;
    private final FaultMeaning meaning;
    private final SessionTokens tokens;

    PlatformCalls(
            Company company,
            Supplier<Credentials> configuredKeys,
            SoapTransport transport,
            Requests requests,
            AnswerReader answers,
            Clock clock,
            Path tmp) {
        this.configuredKeys = configuredKeys;
        this.transport = transport;
        this.requests = requests;
        this.answers = answers;
        this.tmp = tmp;
        this.trouble = new Trouble(company);
        this.meaning = new FaultMeaning(company);
        this.tokens = new SessionTokens(this::logIn, clock);
    }

    /** Makes the message of a call once the token is known; nothing has been sent when it fails. */
    interface Message {
        SoapMessage with(Secret token) throws IOException;
    }

    /** Logs in with the keys as they are configured now; empty when they were accepted. */
    Optional<Setback> logInAnew() {
        Credentials credentials;
        try {
            credentials = configuredKeys.get();
        } catch (RuntimeException e) {
            return Optional.of(Setback.blocked(trouble.keysUnreadable()));
        }
        tokens.dropAny();
        return tokens.token(credentials) instanceof SessionTokens.NotLoggedIn not
                ? Optional.of(not.setback())
                : Optional.empty();
    }

    /** One call; the answer, if there is one, is in {@code answer} as it came. */
    Outcome call(Operation operation, Message message, Path answer) {
        Credentials credentials;
        try {
            credentials = configuredKeys.get();
        } catch (RuntimeException e) {
            return new NotDone(Setback.blocked(trouble.keysUnreadable()));
        }
        Outcome first = callOnce(operation, message, answer, credentials);
        return first instanceof Faulted faulted && faulted.fault().is(Fault.TOKEN_EXPIRED)
                ? callOnce(operation, message, answer, credentials)
                : first;
    }

    /** What a Fault means when the operation has no use of its own for it. */
    Setback meaning(Operation operation, Fault fault) {
        return meaning.of(operation, fault);
    }

    private Outcome callOnce(Operation operation, Message message, Path answer, Credentials credentials) {
        SessionTokens.Outcome session = tokens.token(credentials);
        if (session instanceof SessionTokens.NotLoggedIn not) {
            return new NotDone(not.setback());
        }
        Secret token = ((SessionTokens.LoggedIn) session).token();
        SoapMessage soap;
        try {
            soap = message.with(token);
        } catch (IOException e) {
            return new NotDone(Setback.temporary(trouble.ownFile(e)));
        }
        Outcome outcome = post(
                new SoapRequest(operation, soap, credentials.subscriptionKey(), answer),
                Masking.of(credentials).and(token));
        if (outcome instanceof Faulted faulted
                && (faulted.fault().is(Fault.TOKEN_EXPIRED)
                        || faulted.fault().module().equals("IAU"))) {
            tokens.drop(token);
        }
        return outcome;
    }

    private SessionTokens.Outcome logIn(Credentials credentials) {
        if (!credentials.connectionKey().present()
                || !credentials.connectionSecret().present()) {
            return new SessionTokens.NotLoggedIn(Setback.blocked(trouble.keysMissing()));
        }
        try (WorkFile answer = WorkFile.in(tmp)) {
            Outcome outcome = post(
                    new SoapRequest(
                            Operation.LOGIN, requests.logIn(credentials), credentials.subscriptionKey(), answer.path()),
                    Masking.of(credentials));
            if (outcome instanceof Responded responded) {
                return responded
                        .response()
                        .text("SecurityToken")
                        .<SessionTokens.Outcome>map(token -> new SessionTokens.LoggedIn(new Secret(token)))
                        .orElseGet(() -> new SessionTokens.NotLoggedIn(
                                Setback.temporary(trouble.unusable("it has no SecurityToken"))));
            }
            return new SessionTokens.NotLoggedIn(
                    outcome instanceof Faulted faulted
                            ? meaning.of(Operation.LOGIN, faulted.fault())
                            : ((NotDone) outcome).setback());
        } catch (IOException e) {
            return new SessionTokens.NotLoggedIn(Setback.temporary(trouble.ownFile(e)));
        }
    }

    private Outcome post(SoapRequest request, Masking masking) {
        TransportResult result = transport.call(request);
        if (result instanceof TransportResult.NotWritten notWritten) {
            return new NotDone(Setback.temporary(trouble.unreachable(notWritten.cause())));
        }
        if (result instanceof TransportResult.Broken broken) {
            return new NotDone(Setback.uncertain(request.operation(), trouble.noAnswer(broken.cause())));
        }
        TransportResult.Answered answered = (TransportResult.Answered) result;
        try {
            Element body = answers.read(request.answer());
            Optional<Fault> fault = Fault.of(body);
            if (fault.isPresent()) {
                return new Faulted(masking.mask(fault.get()));
            }
            if (request.operation().answeredBy(body.name())) {
                return new Responded(body);
            }
            return new NotDone(silent(request.operation(), answered, "it answers something else"));
        } catch (UnusableAnswerException e) {
            return new NotDone(silent(request.operation(), answered, e.getMessage()));
        } catch (IOException e) {
            return new NotDone(Setback.uncertain(request.operation(), trouble.ownFile(e)));
        }
    }

    /** An answer without a SOAP message that can be used: only the status is left to go by. */
    private Setback silent(Operation operation, TransportResult.Answered answered, String why) {
        int status = answered.status();
        return switch (status) {
            case 401, 403 -> Setback.blocked(trouble.gateClosed(status));
            case 413 -> Setback.refused(trouble.tooLarge());
            default ->
                status == 429 || status >= 500
                        ? Setback.uncertain(operation, trouble.overloaded(status, answered.retryAfter()))
                                .waiting(answered.retryAfter())
                        : Setback.uncertain(operation, trouble.unusable(status, why));
        };
    }
}
