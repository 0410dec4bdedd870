package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Ends the rest of a channel for which nothing waits any more (cancelled, or sent by another method): no invoice would ever
 * show that the trouble is over, and its alarm would stay for ever. eConnect's is ended by the next refresh that succeeds. It
 * also wakes a channel that rested for as long as the other side had asked.
 */
public final class IdleChannels {
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Companies companies;
    private final Ledger ledger;
    private final Channels channels;

    /** Ends rests of these companies by {@code channels}. */
    public IdleChannels(Companies companies, Ledger ledger, Channels channels) {
        this.companies = companies;
        this.ledger = ledger;
        this.channels = channels;
    }

    /** Looks once. */
    public void release() {
        ledger.record(books -> {
            channels.wakeRested(books);
            endPrinterAlarms(books);
            books.pauses().all().stream()
                    .filter(pause -> pause.channel() == Channel.EMAIL || pause.channel() == Channel.PRINT)
                    .filter(pause -> companies.find(pause.company()).isPresent())
                    .filter(pause -> isIdle(books, pause))
                    .toList()
                    .forEach(pause -> end(books, pause));
        });
    }

    /** What a printer was said to keep from going on may have been ended by a person. */
    private void endPrinterAlarms(Ledger.Books books) {
        books.alarms().open().stream()
                .filter(alarm -> alarm.cause().equals(PrinterDesk.cause(alarm.company())))
                .filter(alarm -> companies.find(alarm.company()).isPresent())
                .filter(alarm -> books.printJobs().stuck(alarm.company()) == 0)
                .toList()
                .forEach(alarm -> books.alarms().clear(alarm.cause()));
    }

    private void end(Ledger.Books books, Pause pause) {
        if (pause.channel() == Channel.PRINT) {
            // whether the folder is there again, the watch over the folders sees
            books.pauses().end(pause.company(), pause.channel());
            channels.noPrinterNeeded(books, pause.company());
        } else {
            channels.works(books, pause.company(), pause.channel());
        }
    }

    private static boolean isIdle(Ledger.Books books, Pause pause) {
        List<SendingMethod> methods = Arrays.stream(SendingMethod.values())
                .filter(method -> Channel.of(method) == pause.channel())
                .toList();
        boolean waiting = !books.deliveries()
                .due(pause.company(), EVER, methods, Set.of(), 1)
                .isEmpty();
        boolean gathered = pause.channel() == Channel.PRINT
                && !books.printJobs().gathered(pause.company()).isEmpty();
        return !waiting
                && !gathered
                && books.deliveries().attempting().stream()
                        .noneMatch(delivery -> delivery.company().equals(pause.company()));
    }
}
