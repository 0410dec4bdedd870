package io.github.komaseconnect.adoption;

import io.github.komaseconnect.adoption.Finding.Kind;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.InvoiceFiles;
import io.github.komaseconnect.sales.PerhapsSent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What waits to be sent according to the ledger, and was neither found at eConnect nor in the sent folder. */
final class WaitingInvoices {
    private static final Pattern ATTEMPT = Pattern.compile("delivery-(\\d+)-attempt-(\\d+)-.*");
    private static final Pattern PRINTED = Pattern.compile("delivery-(\\d+)-printed\\.pdf");

    private final Company company;
    private final Ledger ledger;
    private final Archive archive;
    private final AdoptedRows rows;
    private final List<ShelfFile> shelves;

    WaitingInvoices(Company company, Ledger ledger, Archive archive, AdoptedRows rows, List<ShelfFile> shelves) {
        this.company = company;
        this.ledger = ledger;
        this.archive = archive;
        this.rows = rows;
        this.shelves = shelves;
    }

    List<Finding> compare(List<LedgerInvoice> waiting) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (LedgerInvoice invoice : waiting) {
            compare(invoice).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> compare(LedgerInvoice invoice) throws IOException {
        List<Delivery> deliveries = ledger.reading(books -> books.deliveries().of(invoice.id()));
        Optional<Delivery> next = deliveries.stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .findFirst();
        if (deliveries.stream()
                .anyMatch(delivery -> delivery.state() == DeliveryState.IN_DOUBT
                        || delivery.state() == DeliveryState.ATTEMPTING
                        || delivery.state() == DeliveryState.PRINTING)) {
            // cleared up as always
            return Optional.empty();
        }
        Optional<ShelfFile> held = shelf(invoice, Place.HELD);
        boolean inOutbox = shelf(invoice, Place.OUTBOX).isPresent();
        if (!inOutbox && invoice.where().placed()) {
            return Optional.of(perhaps(
                    invoice,
                    held,
                    held.isPresent()
                            ? "Het bestand ligt in de map held: de vorige administratie hield deze factuur vast."
                            : "Het bestand is niet meer in de map outbox.",
                    held.isPresent()
                            ? "The file lies in the held folder: the ledger before this one held this invoice."
                            : "The file is not in the outbox folder any more."));
        }
        if (next.filter(delivery -> delivery.destination().method() == SendingMethod.PEPPOL)
                .isPresent()) {
            if (!company.gateway().hasLists()) {
                return Optional.of(perhaps(
                        invoice,
                        Optional.empty(),
                        "Bij de PSB van eConnect is niet na te gaan of de vorige administratie deze factuur al had verstuurd.",
                        "eConnect's PSB cannot be asked whether the ledger before this one had sent this invoice."));
            }
            return Optional.of(new Finding(Kind.LOOKED_UP_AGAIN, label(invoice), () -> rows.lookUpAgain(next.get())));
        }
        return wasTriedSince(invoice, next)
                ? Optional.of(perhaps(
                        invoice,
                        Optional.empty(),
                        "In het archief of de spoolmap staat een poging om deze factuur te versturen waar deze administratie niet "
                                + "van weet.",
                        "The archive or the spool folder shows an attempt to send this invoice that this ledger does not know "
                                + "of."))
                : Optional.empty();
    }

    private Finding perhaps(LedgerInvoice invoice, Optional<ShelfFile> file, String dutch, String english) {
        return new Finding(
                Kind.PERHAPS_SENT, label(invoice), () -> rows.hold(invoice, file, PerhapsSent.reason(dutch, english)));
    }

    private Optional<ShelfFile> shelf(LedgerInvoice invoice, Place place) {
        return shelves.stream()
                .filter(file -> file.place() == place && file.sha256().equals(invoice.sha256()))
                .findFirst();
    }

    private boolean wasTriedSince(LedgerInvoice invoice, Optional<Delivery> next) throws IOException {
        long id = next.map(Delivery::id).orElse(0L);
        int attempts = next.map(Delivery::attempts).orElse(0);
        boolean archived = archive.names(invoice.archive()).stream().anyMatch(name -> isLater(name, id, attempts));
        return archived || Files.exists(company.folders().printSpool().resolve(invoice.stem() + InvoiceFiles.PDF));
    }

    /** Of a delivery or an attempt that the ledger does not have. */
    private static boolean isLater(String name, long delivery, int attempts) {
        Matcher attempt = ATTEMPT.matcher(name);
        if (attempt.matches()) {
            long of = Long.parseLong(attempt.group(1));
            return of > delivery || (of == delivery && Integer.parseInt(attempt.group(2)) > attempts);
        }
        Matcher printed = PRINTED.matcher(name);
        return printed.matches() && (Long.parseLong(printed.group(1)) > delivery || attempts == 0);
    }

    private static String label(LedgerInvoice invoice) {
        return invoice.label() + (invoice.party().isEmpty() ? "" : " (" + invoice.party() + ")") + ", kenmerk "
                + invoice.id();
    }
}
