package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Followed.Trouble;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.watch.Watch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of deliveries that eConnect took and of which nobody said for too long that they arrived, and ends the alarms about
 * sent invoices of which nothing is left.
 */
public final class Unconfirmed implements Watch {
    private static final int MOST = 500;
    private static final String CAUSE = "following/";

    private final Companies companies;
    private final Ledger ledger;
    private final FollowingSettings settings;
    private final Clock clock;

    /** Watches these companies. */
    public Unconfirmed(Companies companies, Ledger ledger, FollowingSettings settings, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unconfirmed";
    }

    @Override
    public void look(Lane lane) {
        List<String> told = ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .filter(cause -> cause.startsWith(CAUSE))
                .map(cause -> cause.substring(CAUSE.length()))
                .toList();
        Set<String> open = Set.copyOf(ledger.reading(books -> books.following().companiesOpen()));
        for (Company company : companies.all()) {
            boolean isTold = told.stream().anyMatch(cause -> cause.startsWith(company.key() + "/"));
            if (isTold || open.contains(company.key())) {
                look(company, isTold);
            }
        }
    }

    private void look(Company company, boolean told) {
        Instant now = clock.instant();
        List<Followed> late = ledger.reading(books -> books.following().open(company.key(), MOST)).stream()
                .filter(followed -> followed.trouble().isEmpty())
                .filter(followed -> DueTime.isAtLeast(settings.unconfirmed(), followed.sentAt(), now))
                .toList();
        if (!late.isEmpty() || told) {
            ledger.record(books -> {
                late.forEach(followed -> raise(books, followed.deliveryId(), now));
                Troubles.settle(books, company.key(), now);
            });
        }
    }

    private void raise(Ledger.Books books, long deliveryId, Instant now) {
        books.following()
                .find(deliveryId)
                .filter(followed -> !followed.transit().isOutcome() && wasSentByUs(books, deliveryId))
                .ifPresent(followed -> books.invoices()
                        .find(followed.invoiceId())
                        .filter(invoice -> invoice.state() == InvoiceState.SENT)
                        .ifPresent(invoice -> {
                            books.following().trouble(followed.with(Optional.of(Trouble.UNCONFIRMED), now));
                            Troubles.raise(
                                    books,
                                    invoice,
                                    Trouble.UNCONFIRMED,
                                    FollowingReasons.unconfirmed(followed, settings.unconfirmed()));
                        }));
    }

    /** What an earlier ledger sent may have changed for the last time before anybody looked. */
    private static boolean wasSentByUs(Ledger.Books books, long deliveryId) {
        return books.deliveries()
                .find(deliveryId)
                .map(Delivery::attempts)
                .filter(attempts -> attempts > 0)
                .isPresent();
    }
}
