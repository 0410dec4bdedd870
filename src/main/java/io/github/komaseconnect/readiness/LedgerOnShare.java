package io.github.komaseconnect.readiness;

import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.folder.NetworkFolder;
import io.github.komaseconnect.ledger.sql.LedgerPlace;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** SQLite must not be on a network share: locks and write-ahead log do not work there as they must. */
public final class LedgerOnShare {
    private LedgerOnShare() {}

    /** Why the ledger cannot be where the configuration says; empty when it can. */
    public static Optional<Reason> refusal(Home home, String ledgerUrl) {
        return refusal(LedgerPlace.file(ledgerUrl, home.data()), NetworkDrives::ofThisUser);
    }

    /** What knows the mapped drives is asked only when the file is on a drive. */
    static Optional<Reason> refusal(Optional<Path> file, Supplier<NetworkDrives> drives) {
        return file.map(Path::toAbsolutePath)
                .filter(path -> isOnNetwork(path.getParent())
                        || (NetworkDrives.hasDrive(path)
                                && drives.get().byShare(path).isPresent()))
                .map(LedgerOnShare::reason);
    }

    private static boolean isOnNetwork(Path folder) {
        try {
            return NetworkFolder.isOne(folder);
        } catch (IOException unknown) {
            // what is wrong with the folder shows when it is used
            return false;
        }
    }

    static Reason reason(Path file) {
        return new Reason(
                "check.ledger-share",
                "De administratie (SQLite, " + file
                        + ") staat op een netwerkschijf; daar kan zij beschadigd raken en kunnen twee programma's haar tegelijk"
                        + " gebruiken.",
                "The ledger (SQLite, " + file
                        + ") is on a network drive, where it can be damaged and two programs can use it at once.",
                "Zet de map van deze installatie op een lokale schijf (alleen de mappen voor Komas mogen op het netwerk), of"
                        + " gebruik PostgreSQL met ledger.url.",
                "Put the home of this installation on a local disk (only the folders for Komas may be on the network), or use"
                        + " PostgreSQL by ledger.url.");
    }
}
