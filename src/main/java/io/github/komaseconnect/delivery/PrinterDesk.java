package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what was handed to printers to its end, and clears up what may have been handed over. A job that came out is
 * <em>delivered</em>; one that the printer gave up is held with the printer's reason; one that does not go on raises an alarm
 * and stays followed, as long as it takes. How far a job is stands in the ledger, so a restarted program goes on with it.
 */
public final class PrinterDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterDesk.class);

    private static final int AT_ONCE = 50;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final AttemptBook attempts;
    private final Placement placement;
    private final PrinterLook printers;
    private final PrintConsequences consequences;
    private final Channels channels;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, ReentrantLock> asking = new ConcurrentHashMap<>();

    /** Asks {@code printers}. */
    public PrinterDesk(
            Companies companies,
            Ledger ledger,
            Archive archive,
            AttemptBook attempts,
            Channels channels,
            Placement placement,
            PrinterLook printers,
            DeliverySettings settings,
            Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.attempts = attempts;
        this.channels = channels;
        this.placement = placement;
        this.printers = printers;
        this.consequences = new PrintConsequences(attempts.consequences(), settings, clock);
        this.clock = clock;
    }

    /** Cause of the alarm about a printer that does not go on, or does not answer for what it has. */
    public static String cause(String company) {
        return "printer/" + company;
    }

    /** Companies of which a printer is to be asked for something now. */
    public List<String> due() {
        Instant now = clock.instant();
        return ledger.reading(books -> books.printJobs().companiesFollowed(now)).stream()
                .filter(key -> companies.find(key).isPresent() && !busy.contains(key))
                .toList();
    }

    /** Whether a printer is being asked for the company. */
    public boolean isBusy(String companyKey) {
        return busy.contains(companyKey);
    }

    /** Asks for what a company has at printers. */
    public void follow(String companyKey) {
        if (!busy.add(companyKey)) {
            return;
        }
        try {
            companies.find(companyKey).ifPresent(this::follow);
        } finally {
            busy.remove(companyKey);
        }
    }

    private void follow(Company company) {
        List<PrintJob> jobs =
                ledger.reading(books -> books.printJobs().toFollow(company.key(), clock.instant(), AT_ONCE));
        Set<String> silent = new HashSet<>();
        for (PrintJob job : jobs) {
            if (silent.contains(job.printer())) {
                continue;
            }
            JobSighting sighting = printers.look(job);
            if (sighting instanceof JobSighting.CannotAsk) {
                silent.add(job.printer());
            }
            ledger.record(books -> books.printJobs()
                    .find(job.id())
                    .filter(now -> now.stage() == Stage.PRINTING)
                    .ifPresent(now -> seen(books, company, now, sighting)));
            job.items().forEach(item -> carryOut(item.deliveryId()));
        }
    }

    private void carryOut(long deliveryId) {
        ledger.reading(books -> books.deliveries().find(deliveryId))
                .ifPresent(delivery -> placement.carryOut(delivery.invoiceId()));
    }

    private void seen(Ledger.Books books, Company company, PrintJob job, JobSighting sighting) {
        PrintJob now = record(books, job, sighting);
        if (now.stage() != Stage.PRINTING) {
            shipments(books, company, now).forEach(shipment -> consequences.follow(books, shipment, now));
        }
        alarm(books, company, now);
    }

    /** Records what was seen of a job, and gives it as it is now. */
    private PrintJob record(Ledger.Books books, PrintJob job, JobSighting sighting) {
        Optional<Instant> next = Optional.of(clock.instant().plus(pause(job.looks() + 1)));
        if (sighting instanceof JobSighting.UnderWay seen) {
            named(books, job, seen.naming());
            return update(books, job, seen.jobId(), Stage.PRINTING, seen.state(), Optional.empty(), next);
        }
        if (sighting instanceof JobSighting.Stuck stuck) {
            named(books, job, stuck.naming());
            return update(books, job, stuck.jobId(), Stage.PRINTING, stuck.state(), Optional.of(stuck.reason()), next);
        }
        if (sighting instanceof JobSighting.CannotAsk cannot) {
            return update(books, job, job.jobId(), job.stage(), job.state(), Optional.of(cannot.reason()), next);
        }
        if (sighting instanceof JobSighting.Completed done) {
            named(books, job, done.naming());
            return ended(books, job, done.jobId(), Stage.DONE, done.state(), Optional.empty());
        }
        if (sighting instanceof JobSighting.GivenUp gone) {
            return ended(books, job, gone.jobId(), Stage.FAILED, gone.state(), Optional.of(gone.reason()));
        }
        if (sighting instanceof JobSighting.Empty empty) {
            return ended(books, job, empty.jobId(), Stage.NOT_PRINTED, empty.state(), Optional.empty());
        }
        Reason reason = ((JobSighting.NotKnown) sighting).reason();
        return ended(books, job, job.jobId(), Stage.UNKNOWN, job.state(), Optional.of(reason));
    }

    private static void named(Ledger.Books books, PrintJob job, PrintJob.Naming naming) {
        if (naming == PrintJob.Naming.SEEN && job.naming() == PrintJob.Naming.NOT_SEEN) {
            books.printJobs().named(job.id());
        }
    }

    private static PrintJob ended(
            Ledger.Books books, PrintJob job, long id, Stage stage, String state, Optional<Reason> reason) {
        return update(books, job, id, stage, state, reason, Optional.empty());
    }

    private static PrintJob update(
            Ledger.Books books,
            PrintJob job,
            long jobId,
            Stage stage,
            String state,
            Optional<Reason> reason,
            Optional<Instant> next) {
        books.printJobs().update(job.id(), stage, jobId, state, reason, next);
        return books.printJobs().find(job.id()).orElseThrow();
    }

    /** Longer each time, so that a printer is asked often only while something has just begun. */
    private static Duration pause(int looks) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(looks - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** One alarm for a company's printer, as long as any of its jobs does not go on. */
    private void alarm(Ledger.Books books, Company company, PrintJob job) {
        String cause = cause(company.key());
        boolean followed = job.stage() == Stage.PRINTING || job.stage() == Stage.SENDING;
        if (followed && job.reason().isPresent()) {
            Reason reason = job.reason().get();
            books.alarms().raise(cause, company.key(), reason, Optional.of(job.name()));
            LOG.warn("{}: {}: {}", company.key(), job.name(), reason.dutch());
        } else if (books.printJobs().stuck(company.key()) == 0) {
            books.alarms().clear(cause);
        }
    }

    private List<Shipment> shipments(Ledger.Books books, Company company, PrintJob job) {
        return job.items().stream()
                .flatMap(item -> books.deliveries().find(item.deliveryId()).stream()
                        .filter(delivery -> delivery.attempts() == item.attempt()))
                .filter(PrintConsequences::isOpen)
                .map(delivery -> shipment(books, company, delivery))
                .toList();
    }

    private Shipment shipment(Ledger.Books books, Company company, Delivery delivery) {
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        return Shipment.of(books, archive, company, invoice, delivery);
    }

    /** Finds out what became of a delivery that may have been handed over, and records what follows. */
    public void clearUp(Shipment shipment) {
        Optional<PrintJob> job = ledger.reading(books -> PrintConsequences.job(books, shipment.delivery()))
                .map(found -> asked(found, shipment.company()));
        ledger.record(books -> {
            boolean doubtful = books.deliveries()
                    .find(shipment.delivery().id())
                    .filter(PrintConsequences::isOpen)
                    .isPresent();
            if (doubtful && job.isPresent()) {
                clearUp(books, shipment, job.get());
            } else if (doubtful) {
                attempts.consequences()
                        .hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(PrintReasons.notKnown()));
            }
        });
        placement.carryOut(shipment.invoice().id());
    }

    /** One after the other: what goes together is asked for once, and what turns out to be empty is cancelled once. */
    private PrintJob asked(PrintJob found, Company company) {
        ReentrantLock turn = asking.computeIfAbsent(company.key(), any -> new ReentrantLock());
        turn.lock();
        try {
            PrintJob job =
                    ledger.reading(books -> books.printJobs().find(found.id())).orElse(found);
            if (job.stage() == Stage.CREATED) {
                printers.abandon(job);
            }
            if (job.stage() != Stage.SENDING) {
                return job;
            }
            JobSighting sighting = printers.look(job);
            return ledger.inTransaction(books -> {
                PrintJob now = record(books, job, sighting);
                alarm(books, company, now);
                if (!(sighting instanceof JobSighting.CannotAsk)) {
                    channels.works(books, company.key(), Channel.PRINT);
                }
                return now;
            });
        } finally {
            turn.unlock();
        }
    }

    private void clearUp(Ledger.Books books, Shipment shipment, PrintJob job) {
        if (job.stage() == Stage.SENDING) {
            consequences.askAgain(books, shipment, job.reason().orElseGet(PrintReasons::notKnown));
        } else {
            consequences.follow(books, shipment, job);
        }
    }
}
