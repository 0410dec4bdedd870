package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** What all commands that give orders have in common: they need a ledger, and leave what they want in it. */
final class OrderGiving {
    private final HomeOption home;
    private final LedgerAccess ledgers;
    private final Orders orders;

    OrderGiving(HomeOption home, LedgerAccess ledgers, Orders orders) {
        this.home = home;
        this.ledgers = ledgers;
        this.orders = orders;
    }

    /**
     * Gives the orders that {@code wishes} makes of the installation and its ledger; none when it makes none.
     *
     * @return the exit code
     */
    int give(BiFunction<Installation, Ledger, List<Wish>> wishes) {
        return give(wishes, Duration.ZERO);
    }

    /** As the other; waits at least so long for what was ordered, because it takes long. */
    int give(BiFunction<Installation, Ledger, List<Wish>> wishes, Duration atLeast) {
        Installation installation = home.installation();
        try (Ledger ledger = ledgers.openForOrders(installation).orElseThrow(OrderGiving::neverRan)) {
            List<Wish> wanted = wishes.apply(installation, ledger);
            return wanted.isEmpty() ? 0 : orders.give(installation, ledger, wanted, atLeast);
        }
    }

    static CommandFailure neverRan() {
        return CommandFailure.failed(
                "Hier heeft nog nooit iets gedraaid; begin met: komas-econnect run",
                "Nothing ever ran here; begin with: komas-econnect run");
    }
}
