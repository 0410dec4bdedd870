package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Node;
import java.util.List;

/**
 * Ends the alarms that nobody would end any more: of a company that is not configured any more, and of another runtime on the
 * same ledger that went.
 */
public final class GoneAlarms implements Watch {
    /** Of a company with wrong settings, which for that very reason is none. */
    private static final String ABOUT_SETTINGS = "configuration/";

    private final Companies companies;
    private final Ownership ownership;
    private final Ledger ledger;
    private final AlarmBell alarms;

    /** @param ownership of several runtimes, each ends what it answers for */
    public GoneAlarms(Companies companies, Ownership ownership, Ledger ledger, AlarmBell alarms) {
        this.companies = companies;
        this.ownership = ownership;
        this.ledger = ledger;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "gone-alarms";
    }

    @Override
    public void look(Lane lane) {
        List<Alarm> open = alarms.open("");
        open.stream()
                .map(Alarm::company)
                .distinct()
                .filter(company -> !company.isEmpty()
                        && ownership.answersFor(company)
                        && companies.attended(company).isEmpty())
                .forEach(this::forget);
        if (ownership.answersFor(Ownership.EVERYBODY)) {
            List<Node> nodes = ledger.reading(books -> books.leases().nodes());
            // without any, this one is not seen yet, or nobody shares the ledger
            open.stream()
                    .filter(alarm -> !nodes.isEmpty() && NodeCauses.isOfNone(nodes, alarm.cause()))
                    .forEach(alarm -> alarms.clear(alarm.cause()));
        }
    }

    /** A company has gone; its alarms end, unless it only rests or is another runtime's from now on. */
    public void forget(String company) {
        if (companies.findConfigured(company).isEmpty()) {
            alarms.open("").stream()
                    .filter(alarm -> alarm.company().equals(company))
                    .filter(alarm -> !alarm.cause().startsWith(ABOUT_SETTINGS))
                    .forEach(alarm -> alarms.clear(alarm.cause()));
        }
    }
}
