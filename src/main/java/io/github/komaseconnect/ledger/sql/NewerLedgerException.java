package io.github.komaseconnect.ledger.sql;

/** The ledger was made or migrated by a newer version of the program, so this version must not touch it. */
public class NewerLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param schemaVersion the schema version that this program does not know */
    public NewerLedgerException(String schemaVersion) {
        super(
                "The ledger has schema version " + schemaVersion
                        + ", which this version of komas-econnect does not know. Install the version that made it, or a newer one.");
    }
}
