package io.github.komaseconnect.custody;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/**
 * Whether a ledger may be used in an environment: one made with a simulator says <em>sent</em> of what never reached
 * anybody, and one of production must not learn what a rehearsal did.
 */
public final class LedgerEnvironment {
    private LedgerEnvironment() {}

    /** Why this ledger cannot be used there; empty when it can. Changes nothing. */
    public static Optional<Reason> refusal(Ledger ledger, Environment environment) {
        return ledger.reading(books -> books.folderMarks().environment())
                .filter(made -> made != environment)
                .map(made -> reason(made, environment));
    }

    /**
     * As {@link #refusal}; a ledger that belongs to no environment yet, because it is new or of an earlier version,
     * belongs to this one from now on.
     */
    public static Optional<Reason> settle(Ledger ledger, Environment environment) {
        return ledger.inTransaction(books -> {
            Optional<Environment> made = books.folderMarks().environment();
            if (made.isEmpty()) {
                books.folderMarks().belongsTo(environment);
            }
            return made.filter(other -> other != environment).map(other -> reason(other, environment));
        });
    }

    private static Reason reason(Environment made, Environment environment) {
        return new Reason(
                "custody.environment",
                "Deze administratie hoort bij " + made.dutch() + ", terwijl de instellingen " + environment.dutch()
                        + " zeggen; wat in de ene omgeving verzonden is, is dat in de andere niet.",
                "This ledger belongs to " + made.word() + ", while the settings say " + environment.word()
                        + "; what was sent in the one was not sent in the other.",
                "Neem voor " + environment.dutch()
                        + " een eigen home (komas-econnect init MAP) met eigen mappen, of zet de instellingen van eConnect"
                        + " terug.",
                "Use a home of its own (komas-econnect init DIR) with folders of its own for " + environment.word()
                        + ", or put the settings of eConnect back.");
    }
}
