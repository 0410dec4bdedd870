package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.purchase.Listing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person who ordered a refresh is told: how many documents are new, what came, and what did not and why. */
final class RefreshAnswer {
    private static final int NAMED = 20;

    private final Listing listing;
    private final List<LedgerInvoice> documents;

    /** @param documents the new ones and those that were under way before */
    RefreshAnswer(Listing listing, List<LedgerInvoice> documents) {
        this.listing = listing;
        this.documents = documents;
    }

    Answer answer() {
        List<String> dutch = new ArrayList<>(List.of(foundDutch()));
        List<String> english = new ArrayList<>(List.of(foundEnglish()));
        tell(
                dutch,
                english,
                EnumSet.of(InvoiceState.IMPORTED, InvoiceState.RECEIVED),
                "in de importmap",
                "in the import folder");
        tell(dutch, english, EnumSet.of(InvoiceState.DUPLICATE), "dubbel", "duplicate");
        tell(
                dutch,
                english,
                EnumSet.of(InvoiceState.SKIPPED),
                "overgeslagen (geen factuur)",
                "skipped (not an invoice)");
        tell(dutch, english, EnumSet.of(InvoiceState.HELD), "vastgehouden (zie status)", "held (see status)");
        tell(
                dutch,
                english,
                EnumSet.of(InvoiceState.LISTED, InvoiceState.FETCHED, InvoiceState.READY, InvoiceState.STAGED),
                "nog niet in de importmap (zie status)",
                "not in the import folder yet (see status)");
        return Answer.done(String.join("; ", dutch) + ".", String.join("; ", english) + ".");
    }

    private String foundDutch() {
        int found = listing.found();
        return switch (listing.kind()) {
            case LIST -> found + (found == 1 ? " nieuw document" : " nieuwe documenten");
            case HOOKS_ONLY ->
                "Geen lijst op te halen: de PSB van eConnect meldt zelf wat er binnenkomt (hooks), en dat wordt dan meteen"
                        + " opgehaald";
        };
    }

    private String foundEnglish() {
        int found = listing.found();
        return switch (listing.kind()) {
            case LIST -> found + (found == 1 ? " new document" : " new documents");
            case HOOKS_ONLY ->
                "No list to read: eConnect's PSB tells by itself what arrives (hooks), and that is fetched at once";
        };
    }

    private void tell(List<String> dutch, List<String> english, Set<InvoiceState> states, String nl, String en) {
        List<LedgerInvoice> these = documents.stream()
                .filter(invoice -> states.contains(invoice.state()))
                .toList();
        if (!these.isEmpty()) {
            dutch.add(these.size() + " " + nl + ": " + names(these));
            english.add(these.size() + " " + en + ": " + names(these));
        }
    }

    private static String names(List<LedgerInvoice> these) {
        String names = these.stream()
                .limit(NAMED)
                .map(invoice -> (invoice.party() + " " + invoice.label()).strip())
                .collect(Collectors.joining(", "));
        return these.size() > NAMED ? names + ", …" : names;
    }
}
