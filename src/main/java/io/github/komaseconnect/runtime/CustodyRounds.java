package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.custody.Custody;
import io.github.komaseconnect.custody.CustodyGate;
import java.time.Clock;

/** Looks now and then whether the folders of the companies in hand are still this ledger's. */
public final class CustodyRounds implements AutoCloseable {
    private final Companies companies;
    private final Custody custody;
    private final CustodyGate gate;
    private final Crew crew;

    /** Tells {@code gate} what is found. */
    public CustodyRounds(Companies companies, Custody custody, CustodyGate gate, Unexpected unexpected, Clock clock) {
        this.companies = companies;
        this.custody = custody;
        this.gate = gate;
        this.crew = new Crew("custody", clock, failure -> unexpected.tell("whose-folders", failure));
    }

    /** One round; a folder that hangs delays no other. */
    public void goRound() {
        custody.notice();
        crew.relieve();
        for (Company company : companies.all()) {
            crew.attend(company.key(), () -> gate.look(company));
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
