package io.github.komaseconnect.readiness;

import io.github.komaseconnect.ledger.sql.ExistingLedger;
import io.github.komaseconnect.ledger.sql.ExistingLedger.Look;
import io.github.komaseconnect.reason.Reason;

/** What the ledger's state means for a user. */
public final class LedgerCheck {
    private LedgerCheck() {}

    /** Ok when there is one that can be used, and when there is none yet. */
    public static Finding of(Look look) {
        if (look instanceof ExistingLedger.None none) {
            return Finding.ok(
                    "check.ledger",
                    "Er is nog geen administratie; de eerste start maakt die (" + none.where() + ").",
                    "There is no ledger yet; the first start makes it.");
        }
        if (look instanceof ExistingLedger.Usable usable) {
            return Finding.ok(
                    "check.ledger",
                    "De administratie is bereikbaar (schemaversie " + usable.schemaVersion() + ").",
                    "The ledger can be reached (schema version " + usable.schemaVersion() + ").");
        }
        if (look instanceof ExistingLedger.Older older) {
            return Finding.warning(new Reason(
                    "check.ledger",
                    "De administratie is van een oudere versie (schemaversie " + older.schemaVersion()
                            + "); de volgende start brengt haar op " + older.current() + ".",
                    "The ledger is of an older version (schema version " + older.schemaVersion()
                            + "); the next start brings it to " + older.current() + ".",
                    "Maak eerst een reservekopie van data/; daarna kan een oudere versie van het programma er niet meer mee"
                            + " overweg.",
                    "Make a copy of data/ first; afterwards an older version of the program cannot use it any more."));
        }
        if (look instanceof ExistingLedger.Newer newer) {
            return Finding.error(new Reason(
                    "check.ledger",
                    "De administratie is van een nieuwere versie van komas-econnect (schemaversie "
                            + newer.schemaVersion() + ").",
                    "The ledger was made by a newer version of komas-econnect (schema version " + newer.schemaVersion()
                            + ").",
                    "Installeer die versie, of een nieuwere.",
                    "Install that version, or a newer one."));
        }
        String words = ((ExistingLedger.Unreachable) look).words();
        return Finding.error(new Reason(
                "check.ledger",
                "De administratie kan niet geopend worden: " + words + ".",
                "The ledger cannot be opened: " + words + ".",
                "Controleer ledger.url, of de rechten op data/; draait de database?",
                "Check ledger.url, or the rights on data/; does the database run?"));
    }
}
