package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.custody.LedgerEnvironment;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.sql.ExistingLedger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.ledger.sql.NewerLedgerException;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens the ledger of an installation; {@code run} makes it, other commands only use one that is there. */
public final class LedgerAccess {
    private static final String LEDGER_URL = "ledger.url";
    /** Quartz has room for some 70 characters in what it makes of the name of a node. */
    private static final int LONGEST_HOST = 40;

    private static final int RANDOM_PART = 8;

    private final Clock clock;

    /** Rows are stamped by {@code clock}. */
    public LedgerAccess(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens the ledger, and makes it when there is none.
     *
     * @throws CommandFailure when it cannot be opened, or is of a newer program
     */
    public Ledger openOrCreate(Installation installation) {
        String url = installation.configuration().settings().ledgerUrl();
        try {
            return LedgerDatabase.open(url, installation.home().data(), clock, Version.text());
        } catch (NewerLedgerException e) {
            throw newer();
        } catch (LedgerUnavailableException e) {
            throw unavailable(e);
        }
    }

    /**
     * {@link #openOrCreate} for {@code run}: a runtime that may be one of several on the same PostgreSQL.
     *
     * @param host this machine
     * @throws CommandFailure when it cannot be opened, or is of a newer program
     */
    public Ledger openToWork(Installation installation, String host) {
        GlobalSettings settings = installation.configuration().settings();
        String machine = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
        Membership membership = new Membership(
                machine + "-" + UUID.randomUUID().toString().substring(0, RANDOM_PART),
                host,
                installation.home().directory().toString(),
                settings.clusterLease(),
                settings.longestStep());
        try {
            return LedgerDatabase.open(
                    settings.ledgerUrl(), installation.home().data(), clock, Version.text(), membership);
        } catch (NewerLedgerException e) {
            throw newer();
        } catch (LedgerUnavailableException e) {
            throw unavailable(e);
        }
    }

    /**
     * Opens the ledger to read it, beside a running runtime or without one; empty when nothing ever ran in this home.
     *
     * @throws CommandFailure when it cannot be opened, is not of this version of the program, or the configuration does not
     *     say which it is
     */
    public Optional<Ledger> openExisting(Installation installation) {
        List<Problem> inTheWay = installation.configuration().globalErrors().stream()
                .filter(problem -> problem.key().isEmpty() || problem.key().equals(LEDGER_URL))
                .toList();
        if (!inTheWay.isEmpty()) {
            throw CommandFailure.usage(
                    "application.properties: " + inTheWay.get(0).dutchLine(),
                    "application.properties: " + inTheWay.get(0).englishLine());
        }
        String url = installation.configuration().settings().ledgerUrl();
        ExistingLedger.Look look = ExistingLedger.open(url, installation.home().data(), clock);
        if (look instanceof ExistingLedger.Usable usable) {
            return Optional.of(usable.ledger());
        }
        if (look instanceof ExistingLedger.Newer) {
            throw newer();
        }
        if (look instanceof ExistingLedger.Older) {
            throw CommandFailure.failed(
                    "De administratie (ledger) is van een oudere versie van komas-econnect. Stop run met die versie als die nog"
                            + " draait, en start run met deze: die werkt de administratie bij.",
                    "The ledger is of an older version of komas-econnect. Stop the run of that version if it is still going"
                            + " on, and start run of this one: that brings the ledger up to date.");
        }
        if (look instanceof ExistingLedger.Unreachable unreachable) {
            throw unavailable("The ledger's database cannot be opened: " + unreachable.words(), null);
        }
        return Optional.empty();
    }

    /**
     * {@link #openExisting} for a command that leaves orders in it.
     *
     * @throws CommandFailure also when it belongs to another environment than the settings say: run would not work with it
     */
    public Optional<Ledger> openForOrders(Installation installation) {
        Optional<Ledger> readable = openExisting(installation);
        readable.ifPresent(Ledger::close);
        Optional<Ledger> ledger = readable.map(closed -> openOrCreate(installation));
        ledger.ifPresent(
                open -> refuseOtherEnvironment(open, LedgerEnvironment.refusal(open, environment(installation))));
        return ledger;
    }

    /**
     * {@link #openExisting} for a command that keeps in it what it finds out at eConnect.
     *
     * @throws CommandFailure also when it belongs to another environment than the settings say
     */
    public Optional<Ledger> openForFacts(Installation installation) {
        Optional<Ledger> ledger = openExisting(installation);
        ledger.ifPresent(
                open -> refuseOtherEnvironment(open, LedgerEnvironment.settle(open, environment(installation))));
        return ledger;
    }

    private static Environment environment(Installation installation) {
        return installation.configuration().environment().which();
    }

    private static void refuseOtherEnvironment(Ledger ledger, Optional<Reason> refusal) {
        refusal.ifPresent(reason -> {
            ledger.close();
            throw CommandFailure.usage(
                    "Er is niets gedaan. " + reason.dutchLine(), "Nothing was done. " + reason.englishLine());
        });
    }

    private static CommandFailure newer() {
        return CommandFailure.failed(
                "De administratie (ledger) is gemaakt door een nieuwere versie van komas-econnect. Installeer die versie"
                        + " of een nieuwere; er is niets gewijzigd.",
                "The ledger was made by a newer version of komas-econnect. Install that version or a newer one;"
                        + " nothing was changed.");
    }

    /** What to say when the ledger cannot be used. */
    static CommandFailure unavailable(LedgerUnavailableException e) {
        return unavailable(e.getMessage(), e);
    }

    private static CommandFailure unavailable(String what, LedgerUnavailableException cause) {
        return CommandFailure.failed(
                "De administratie (ledger) is niet te gebruiken: " + what
                        + " Controleer de map data/ of ledger.url, en het account.",
                what + " Check the data/ folder or ledger.url, and the account.",
                cause);
    }
}
