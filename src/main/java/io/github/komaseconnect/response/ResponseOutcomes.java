package io.github.komaseconnect.response;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses.Next;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what came of an attempt, in one transaction with all that follows from it. A doubt is repeated like a temporary
 * failure: the same status once more is the same status.
 */
public final class ResponseOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseOutcomes.class);

    private final Ledger ledger;
    private final Channels channels;
    private final RetryPolicy policy;
    private final DeliverySettings settings;
    private final Clock clock;

    /** Retries by the one policy of {@code settings}. */
    public ResponseOutcomes(Ledger ledger, Channels channels, DeliverySettings settings, Clock clock) {
        this.ledger = ledger;
        this.channels = channels;
        this.policy = RetryPolicy.of(settings);
        this.settings = settings;
        this.clock = clock;
    }

    /** The attempt ended so. */
    public void end(EndedResponse ended) {
        OpenResponse open = ended.open();
        LedgerResponse response = open.response();
        String told = ledger.inTransaction(books -> {
            LedgerInvoice invoice = books.invoices().find(response.invoiceId()).orElseThrow();
            if (ended.reply() instanceof Reply.Done<String>) {
                books.responses().end(response, open.attemptId(), ResponseAttempt.DONE, Optional.empty());
                return open.isTheAnswer() ? sent(books, invoice, response) : received(books, invoice, response);
            }
            Reason reason = reason(ended.reply());
            books.responses().end(response, open.attemptId(), outcome(ended.reply()), Optional.of(reason));
            return notDone(
                    books, invoice, response, ended.reply(), reason, open.way().channel());
        });
        LOG.info("{}: {}", response.company(), told);
    }

    private String received(Ledger.Books books, LedgerInvoice invoice, LedgerResponse response) {
        books.responses().state(response, ResponseState.WAITING, Next.at(clock.instant()));
        books.events()
                .add(
                        invoice.id(),
                        "respond",
                        "Aan de leverancier gemeld: AB (ontvangen), want dat gaat voor elk ander antwoord.",
                        "The supplier was told: AB (received), which goes before any other answer.");
        return "AB op (to) " + invoice.label();
    }

    private static String sent(Ledger.Books books, LedgerInvoice invoice, LedgerResponse response) {
        var status = response.response().status();
        String dutch = "Aan de leverancier gemeld: " + status + " (" + status.dutch() + ").";
        String english = "The supplier was told: " + status + " (" + status.english() + ").";
        books.responses().state(response, ResponseState.SENT, Next.nothing(Optional.empty()));
        books.events().add(invoice.id(), "respond", dutch, english);
        books.alarms().clear(ResponsePlan.cause(invoice));
        books.alarms().clear(blockedCause(response));
        answer(books, response, WorkOrder.Outcome.DONE, dutch, english);
        return status + " op (to) " + invoice.label();
    }

    private String notDone(
            Ledger.Books books,
            LedgerInvoice invoice,
            LedgerResponse response,
            Reply<String> reply,
            Reason reason,
            Optional<Channel> channel) {
        Instant now = clock.instant();
        if (reply instanceof Reply.Refused<String>) {
            return failed(books, invoice, response, reason);
        }
        if (reply instanceof Reply.Blocked<String>) {
            // it concerns the whole company: tried now and then, and never given up
            books.alarms().raise(blockedCause(response), response.company(), reason, Optional.of(invoice.label()));
            return later(books, invoice, response, reason, now.plus(settings.probe()), response.tries());
        }
        Duration rest = reply.restAskedFor().orElse(Duration.ZERO);
        channel.filter(resting -> !rest.isZero())
                .ifPresent(resting -> channels.rest(books, response.company(), resting, reason, rest));
        int tries = response.tries() + 1;
        Instant since = response.failingSince().orElse(now);
        return policy.isTimeToGiveUp(since, now, tries)
                ? failed(books, invoice, response, ResponseReasons.gaveUp(reason))
                : later(books, invoice, response, reason, now.plus(longer(rest, policy.delay(tries))), tries);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private String later(
            Ledger.Books books, LedgerInvoice invoice, LedgerResponse response, Reason reason, Instant at, int tries) {
        Optional<Instant> since = tries == response.tries()
                ? response.failingSince()
                : Optional.of(response.failingSince().orElse(clock.instant()));
        books.responses()
                .state(response, ResponseState.WAITING, new Next(Optional.of(at), tries, since, Optional.of(reason)));
        answer(
                books,
                response,
                WorkOrder.Outcome.DONE,
                "Genoteerd, maar nog niet verzonden: " + reason.dutchLine() + " Het wordt vanzelf opnieuw geprobeerd.",
                "Noted, but not sent yet: " + reason.englishLine() + " It is tried again by itself.");
        return response.response().status() + " op (to) " + invoice.label() + ", later opnieuw: " + reason.dutch();
    }

    private static String failed(Ledger.Books books, LedgerInvoice invoice, LedgerResponse response, Reason reason) {
        Reason told = ResponseReasons.failed(invoice, response, reason);
        books.responses().state(response, ResponseState.REFUSED, Next.nothing(Optional.of(told)));
        books.events().add(invoice.id(), "respond", told.dutch(), told.english());
        books.alarms().raise(ResponsePlan.cause(invoice), invoice.company(), told, Optional.empty());
        answer(books, response, WorkOrder.Outcome.FAILED, told.dutchLine(), told.englishLine());
        return told.dutch();
    }

    /** Whoever gave the order is told what came of the first attempt; a later answer finds it ended. */
    private static void answer(
            Ledger.Books books, LedgerResponse response, WorkOrder.Outcome outcome, String dutch, String english) {
        if (response.orderId() != 0) {
            books.orders().finish(response.orderId(), outcome, dutch, english);
        }
    }

    /** A step failed in a way that nobody expected: tried again later. */
    public void failedUnexpectedly(LedgerResponse due, Exception failure) {
        if (failure instanceof LedgerUnavailableException) {
            // nothing can be recorded; it is still due, and whoever finds the ledger unusable says so
            return;
        }
        LOG.error("{}: answer {}", due.company(), due.id(), failure);
        Reason reason = Reason.of(
                "respond.unexpected",
                "Er ging iets onverwacht mis in het programma (" + failure + "); zie het logbestand.",
                "Something unexpected went wrong in the program (" + failure + "); see the log.");
        ledger.record(books -> books.responses()
                .find(due.id())
                .filter(now -> now.state().isOpen())
                .ifPresent(now -> {
                    books.responses().attempts(now.id()).stream()
                            .filter(attempt -> attempt.endedAt().isEmpty())
                            .forEach(attempt ->
                                    books.responses().end(now, attempt.id(), "IN_DOUBT", Optional.of(reason)));
                    LedgerInvoice invoice =
                            books.invoices().find(now.invoiceId()).orElseThrow();
                    notDone(books, invoice, now, new Reply.InDoubt<>(reason), reason, Optional.empty());
                }));
    }

    private static String blockedCause(LedgerResponse response) {
        return "respond-blocked/" + response.company();
    }

    private static String outcome(Reply<String> reply) {
        if (reply instanceof Reply.Refused<String>) {
            return "REFUSED";
        }
        if (reply instanceof Reply.Blocked<String>) {
            return "BLOCKED";
        }
        return reply instanceof Reply.InDoubt<String> ? "IN_DOUBT" : "TEMPORARY";
    }

    private static Reason reason(Reply<String> reply) {
        if (reply instanceof Reply.Refused<String> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Blocked<String> blocked) {
            return blocked.reason();
        }
        if (reply instanceof Reply.InDoubt<String> doubt) {
            return doubt.reason();
        }
        return ((Reply.Temporary<String>) reply).reason();
    }
}
