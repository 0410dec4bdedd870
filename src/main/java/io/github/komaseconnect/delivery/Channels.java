package io.github.komaseconnect.delivery;

import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a company's channel to rest when a cause concerns all of its invoices (keys, balance, mail log-in, folder gone),
 * with one alarm, and wakes it when one gets through.
 */
public final class Channels {
    /** How the codes of reasons begin that are about a printer. */
    private static final String OF_PRINTERS = "printer.";

    private final DeliverySettings settings;
    private final Clock clock;

    /** {@code settings.probe()} is how often one invoice may try whether the trouble is over. */
    public Channels(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The channel of this delivery is blocked. */
    void block(Ledger.Books books, Delivery delivery, LedgerInvoice invoice, Reason reason) {
        Channel channel = Channel.of(delivery.destination().method());
        block(books, delivery.company(), channel, reason, Optional.of(invoice.label()));
    }

    /** The channel is blocked; {@code touch} is what noticed. */
    public void block(Ledger.Books books, String company, Channel channel, Reason reason, Optional<String> touch) {
        Instant now = clock.instant();
        Instant since = books.pauses().find(company, channel).map(Pause::since).orElse(now);
        books.pauses()
                .set(new Pause(
                        company,
                        channel,
                        reason.code(),
                        reason.dutch(),
                        reason.english(),
                        LedgerEvent.RUNTIME,
                        since,
                        Optional.of(now.plus(settings.probe()))));
        books.alarms().raise(cause(company, channel, reason), company, reason, touch);
    }

    /**
     * The other side asked to be left alone for this time. No alarm: it is over by itself. A channel that is blocked stays
     * so, and is not probed before the time is over.
     */
    public void rest(Ledger.Books books, String company, Channel channel, Reason reason, Duration time) {
        Instant now = clock.instant();
        Instant until = now.plus(time);
        Optional<Pause> before = books.pauses().find(company, channel);
        if (before.filter(pause -> !isForATime(pause)).isPresent()) {
            Pause blocked = before.get();
            if (blocked.probeAt().filter(probe -> probe.isBefore(until)).isPresent()) {
                books.pauses().set(probing(blocked, until));
            }
            return;
        }
        books.pauses()
                .set(new Pause(
                        company,
                        channel,
                        reason.code(),
                        reason.dutch(),
                        reason.english(),
                        LedgerEvent.RUNTIME,
                        before.map(Pause::since).orElse(now),
                        Optional.of(until)));
    }

    /** Whether a channel rests only because the other side asked for it, and wakes by itself when the time is over. */
    public static boolean isForATime(Pause pause) {
        return pause.reasonCode().equals("econnect.overloaded");
    }

    private boolean mustStillRest(Pause pause) {
        return isForATime(pause)
                && pause.probeAt()
                        .filter(until -> until.isAfter(clock.instant()))
                        .isPresent();
    }

    /** Why eConnect is to be left alone now, if it asked for that. */
    public Optional<Reason> restAskedFor(Ledger.Books books, String company) {
        return books.pauses()
                .find(company, Channel.ECONNECT)
                .filter(this::mustStillRest)
                .map(pause -> Reason.of(pause.reasonCode(), pause.dutch(), pause.english()));
    }

    /** Wakes the channels whose time is over. */
    void wakeRested(Ledger.Books books) {
        books.pauses().all().stream()
                .filter(pause -> isForATime(pause) && !mustStillRest(pause))
                .forEach(pause -> works(books, pause.company(), pause.channel()));
    }

    /**
     * Receiving has no alarm of its own: it is eConnect that refuses, and one trouble is told once. A spool folder that has
     * gone is one trouble too, whether a print or the watch over the folders notices it first.
     */
    private static String cause(String company, Channel channel, Reason reason) {
        return channel == Channel.PRINT && reason.code().startsWith(OF_PRINTERS)
                ? atPrinter(company)
                : cause(company, channel);
    }

    /** Nothing waits for a company's printer: nobody need be told that it is away. */
    void noPrinterNeeded(Ledger.Books books, String company) {
        books.alarms().clear(atPrinter(company));
    }

    /** A printer is no folder: the watch over folders says nothing of it. */
    private static String atPrinter(String company) {
        return "blocked/" + company + "/print";
    }

    private static String cause(String company, Channel channel) {
        if (channel == Channel.PRINT) {
            return FolderWatch.cause(company, FolderWatch.PRINT_SPOOL);
        }
        Channel told = channel == Channel.RECEIVING ? Channel.ECONNECT : channel;
        return "blocked/" + company + "/" + told.name().toLowerCase(Locale.ROOT);
    }

    /** One invoice is about to try whether the channel works again; the next one may after the usual wait. */
    public void probing(Ledger.Books books, Pause pause) {
        books.pauses().set(probing(pause, clock.instant().plus(settings.probe())));
    }

    /** The same pause, probed next at {@code next}. */
    static Pause probing(Pause pause, Instant next) {
        return new Pause(
                pause.company(),
                pause.channel(),
                pause.reasonCode(),
                pause.dutch(),
                pause.english(),
                pause.who(),
                pause.since(),
                Optional.of(next));
    }

    /**
     * Something got through: the channel is awake, and what waited is due at once. Not while it rests because the other
     * side asked for that: others were on their way already.
     */
    public void works(Ledger.Books books, String company, Channel channel) {
        Optional<Pause> pause = books.pauses().find(company, channel);
        if (pause.isEmpty() || mustStillRest(pause.get())) {
            return;
        }
        books.pauses().end(company, channel);
        if (channel != Channel.RECEIVING) {
            books.deliveries().dueNow(company, channel, clock.instant());
        }
        if (!stillBlocked(books, company, channel)) {
            books.alarms().clear(cause(company, channel));
            if (channel == Channel.PRINT) {
                books.alarms().clear(atPrinter(company));
            }
        }
    }

    private static boolean stillBlocked(Ledger.Books books, String company, Channel ended) {
        return switch (ended) {
            case ECONNECT -> books.pauses().find(company, Channel.RECEIVING).isPresent();
            case RECEIVING -> books.pauses().find(company, Channel.ECONNECT).isPresent();
            default -> false;
        };
    }

    /**
     * eConnect answered a question of this company, so keys and balance are right; only the permission to send may still
     * be missing, which a delivery has to show.
     */
    void answered(Ledger.Books books, String company) {
        books.pauses()
                .find(company, Channel.ECONNECT)
                .filter(pause -> !pause.reasonCode().equals("econnect.no-permission"))
                .ifPresent(pause -> works(books, company, Channel.ECONNECT));
    }
}
