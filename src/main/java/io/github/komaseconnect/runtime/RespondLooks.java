package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.response.RespondFolder;
import java.time.Clock;

/** One look-out for the respond folders of all companies in hand; one that hangs keeps no other waiting. */
public final class RespondLooks implements AutoCloseable {
    private final Companies companies;
    private final RespondFolder folder;
    private final Crew crew;
    private volatile boolean stopped;

    /** Looks at the folders of these companies. */
    public RespondLooks(Companies companies, RespondFolder folder, Unexpected unexpected, Clock clock) {
        this.companies = companies;
        this.folder = folder;
        this.crew = new Crew("respond-looks", clock, e -> unexpected.tell("look-for-responses", e));
    }

    /** Has every folder looked at, and does not wait for it. */
    public void look() {
        crew.relieve();
        if (!stopped) {
            companies.all().forEach(company -> crew.attend(company.key(), () -> look(company.key())));
        }
    }

    private void look(String key) {
        if (!stopped) {
            // looked up now, after this company counts as busy: one that goes is not begun with
            companies.find(key).ifPresent(folder::look);
        }
    }

    /** Whether the folder of a company is being looked at. */
    public boolean isBusy(String company) {
        return crew.isBusy(company);
    }

    /** Looks no more. */
    @Override
    public void close() {
        stopped = true;
        crew.close();
    }
}
