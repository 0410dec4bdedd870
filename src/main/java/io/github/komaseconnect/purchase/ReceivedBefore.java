package io.github.komaseconnect.purchase;

import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.DueTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises a purchase invoice that came before: as it is, by whichever gateway and under whichever id, or under the same
 * number with other content.
 */
final class ReceivedBefore {
    /** Went into the import folder, or surely will. */
    private static final Set<InvoiceState> COUNTS = EnumSet.of(
            InvoiceState.FETCHED,
            InvoiceState.READY,
            InvoiceState.STAGED,
            InvoiceState.IMPORTED,
            InvoiceState.RECEIVED);
    /** Nobody orders the end of such an alarm, so it does not stay for ever. */
    private static final Duration TOLD_FOR = Duration.ofDays(7);

    private final Ledger ledger;
    private final Receiving receiving;
    private final SameInvoice sameInvoice;

    ReceivedBefore(Ledger ledger, Receiving receiving, SameInvoice sameInvoice) {
        this.ledger = ledger;
        this.receiving = receiving;
        this.sameInvoice = sameInvoice;
    }

    /**
     * Records what the document is; in one transaction, so that of two with the same content one goes on, whatever fails. Those
     * of its number with other bytes are compared with it outside, and it is recorded when there are no more of them.
     */
    Receipt recognise(Receipt receipt, InvoiceHeader header, String sha256, String folder) throws IOException {
        String supplier = supplierKey(header.supplier());
        Set<Long> compared = new HashSet<>();
        Set<Long> alike = new HashSet<>();
        while (true) {
            Found found = ledger.inTransaction(books -> {
                List<LedgerInvoice> known =
                        books.invoices().alike(receipt.company(), sha256, supplier, header.number()).stream()
                                .filter(other -> other.id() != receipt.invoiceId())
                                .toList();
                List<LedgerInvoice> others = sameNumber(known, header, sha256);
                if (others.stream().anyMatch(other -> !compared.contains(other.id()))) {
                    return new Found(others, Optional.empty());
                }
                books.invoices().fetched(receipt.invoiceId(), Optional.of(header), supplier, sha256, folder);
                Receipt fetched = receipt.fetched(header.supplier().name(), supplier, header.number(), folder);
                Optional<LedgerInvoice> same = sameContent(books, known, sha256, alike);
                if (same.isPresent()) {
                    duplicate(books, receipt, same.get());
                    return new Found(others, Optional.of(fetched.at(InvoiceState.DUPLICATE)));
                }
                tellOfSameNumber(books, receipt, others);
                receiving.succeeded(books, receipt);
                return new Found(others, Optional.of(fetched));
            });
            if (found.recorded().isPresent()) {
                return found.recorded().get();
            }
            alike.addAll(sameInvoice.among(found.others(), folder));
            found.others().forEach(other -> compared.add(other.id()));
        }
    }

    /**
     * A look at the ledger.
     *
     * @param others with the same number and other bytes
     * @param recorded the receipt, unless there are some to be compared first
     */
    private record Found(List<LedgerInvoice> others, Optional<Receipt> recorded) {}

    private static List<LedgerInvoice> sameNumber(List<LedgerInvoice> known, InvoiceHeader header, String sha256) {
        return known.stream()
                .filter(other -> other.type().equals(Optional.of(header.type())))
                .filter(other -> !other.sha256().equals(sha256))
                .toList();
    }

    private void duplicate(Ledger.Books books, Receipt receipt, LedgerInvoice first) {
        receiving.finish(
                books,
                receipt,
                InvoiceState.DUPLICATE,
                Optional.of(PurchaseReasons.sameContent(first)),
                "Zelfde inhoud als " + first.externalId() + "; niet nog eens in de importmap gezet.",
                "Same content as " + first.externalId() + "; not put into the import folder again.");
    }

    /** Another document of the company with exactly this content, which is in the import folder or on its way there. */
    private static Optional<LedgerInvoice> sameContent(
            Ledger.Books books, List<LedgerInvoice> known, String sha256, Set<Long> alike) {
        return Stream.concat(
                        known.stream().filter(other -> other.sha256().equals(sha256)),
                        alike.stream().flatMap(id -> books.invoices().find(id).stream()))
                .filter(other -> COUNTS.contains(other.state()))
                .findFirst();
    }

    /** Tells people when the supplier used this number before, for another invoice. */
    private static void tellOfSameNumber(Ledger.Books books, Receipt receipt, List<LedgerInvoice> others) {
        others.stream()
                .filter(other -> COUNTS.contains(other.state()))
                .findFirst()
                .ifPresent(first -> {
                    LedgerInvoice mine =
                            books.invoices().find(receipt.invoiceId()).orElseThrow();
                    var reason = PurchaseReasons.sameNumber(mine, first);
                    books.events().add(mine.id(), "warning", reason.dutch(), reason.english());
                    books.alarms()
                            .raise(
                                    causes(mine.company()) + mine.id(),
                                    mine.company(),
                                    reason,
                                    Optional.of(mine.externalId() + ", kenmerk " + mine.id()));
                });
    }

    /** Ends, without a mail, what people were told of long ago. */
    static void forget(Ledger.Books books, String company, Instant now) {
        for (Alarm alarm : books.alarms().open()) {
            if (alarm.cause().startsWith(causes(company)) && DueTime.isAtLeast(TOLD_FOR, alarm.raisedAt(), now)) {
                books.alarms().clear(alarm.cause());
                books.alarms().clearMailed(alarm.id());
            }
        }
    }

    private static String causes(String company) {
        return "same-number/" + company + "/";
    }

    /** What recognises a supplier: the number that it has for certain, else its name. */
    private static String supplierKey(InvoiceParty supplier) {
        return Stream.of(
                        supplier.legalRegistration().map(id -> id.value()),
                        supplier.vatNumber(),
                        supplier.endpoint().map(id -> id.value()),
                        supplier.name())
                .flatMap(Optional::stream)
                .map(text -> text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
