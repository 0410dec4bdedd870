package io.github.komaseconnect.purchase;

import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.DutchTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of a purchase invoice's files, safe whatever supplier, number and ExternalId are, and of no other document's:
 * {@code 20261122_<supplier>_<invoice number>_<ExternalId>}, by the day in the Netherlands on which it came to eConnect.
 */
final class ImportName {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(DutchTime.ZONE);
    /** Komas's computer may allow no more than 260 characters for a whole path. */
    private static final int LONGEST_PART = 40;

    private ImportName() {}

    /** The name in the import folder, without extension. */
    static String of(Receipt receipt) {
        String supplier = receipt.party().isBlank() ? receipt.supplier() : receipt.party();
        return Stream.of(part(supplier), part(receipt.number()), id(receipt))
                .collect(Collectors.joining("_", DAY.format(receipt.createdOn()) + "_", ""));
    }

    /**
     * The ExternalId as a file name. Two ids that would give the same name (also where capitals do not count) are told
     * apart by the ledger's own id, after a character that no safe name holds.
     */
    static String id(Receipt receipt) {
        String id = receipt.externalId();
        String safe = SafeName.of(id);
        boolean itself = safe.equals(id) && id.equals(id.toUpperCase(Locale.ROOT));
        return itself ? id : safe + "~" + receipt.invoiceId();
    }

    private static String part(String text) {
        return SafeName.of(SafeName.word(text), LONGEST_PART);
    }
}
