package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.reason.OneLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/**
 * Reads what lists and details say about documents; what is absent, empty or nil is empty. Texts are on one line and of
 * bounded length.
 */
final class Entries {
    /** eConnect's own have some 20 characters; a database cannot look up one of thousands. */
    private static final int LONGEST_ID = 200;

    private static final int LONGEST_TEXT = 300;
    private static final int LAST_YEAR = 9999;

    /**
     * A page of GetInboxDocuments or GetOutboxDocuments. A line without ExternalId cannot be fetched and is left out.
     *
     * @throws UnusableAnswerException when an ExternalId is none that eConnect could have given
     */
    ListPage page(Element response) throws UnusableAnswerException {
        List<InboxEntry> entries = response.child("Results").stream()
                .flatMap(results -> results.all("Document"))
                .filter(document -> document.text("ExternalId").isPresent())
                .map(this::entry)
                .toList();
        if (entries.stream().anyMatch(entry -> entry.externalId().length() > LONGEST_ID)) {
            throw new UnusableAnswerException("it has an ExternalId of more than " + LONGEST_ID + " characters");
        }
        return new ListPage(entries, nextPage(response));
    }

    /** The Company IDs of GetAccountParties; its documented sample has PartyAccountDetails inside PartyAccountDetails. */
    List<EConnect.AccountParty> parties(Element response) {
        return response.withDescendants()
                .filter(element -> element.name().equals("PartyAccountDetails"))
                .flatMap(party -> party.text("EConnectPartyId").stream()
                        .map(id ->
                                new EConnect.AccountParty(id, party.text("Name").orElse(""))))
                .toList();
    }

    /** The name of the first company of GetParties; one without a name goes by its identifier. */
    Optional<String> partyName(Element response) {
        return response.child("Results").stream()
                .flatMap(results -> results.all("Party"))
                .flatMap(party -> party.text("Name").or(() -> party.text("ReferenceId")).stream())
                .map(name -> OneLine.of(name, LONGEST_TEXT))
                .findFirst();
    }

    /** What to ask for the following page with; empty on the last one. */
    Optional<String> nextPage(Element response) {
        return response.text("PagingResponse", "NextPage");
    }

    /** A document's own fields; times that are absent or unreadable are the epoch, so that no watermark follows them. */
    InboxEntry entry(Element document) {
        Instant created = time(document, "CreatedOn").orElse(Instant.EPOCH);
        return new InboxEntry(
                document.text("ExternalId").orElse(""),
                line(document.text("Subject")),
                created,
                time(document, "ModifiedOn").orElse(created),
                line(document.text("Sender", "Name")),
                receiver(document),
                status(document),
                line(document.text("Transaction", "DeliveryMethod")));
    }

    private static String line(Optional<String> text) {
        return text.map(found -> OneLine.of(found, LONGEST_TEXT)).orElse("");
    }

    private static String receiver(Element document) {
        return document.text("Transaction", "ReceiverReferenceId")
                .or(() -> document.text("Receiver", "EConnectPartyId"))
                .or(() -> document.text("Reciever", "EConnectPartyId"))
                .orElse("");
    }

    private static int status(Element document) {
        return document.text("Status", "Code")
                .filter(code -> code.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Optional<Instant> time(Element document, String field) {
        return document.text(field).flatMap(text -> {
            try {
                TemporalAccessor time =
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                OffsetDateTime zoned =
                        time instanceof OffsetDateTime with ? with : ((LocalDateTime) time).atOffset(ZoneOffset.UTC);
                // a year of six digits is one that neither the ledger nor a file name can hold
                return Optional.of(zoned)
                        .filter(moment -> moment.getYear() > 0 && moment.getYear() < LAST_YEAR)
                        .map(OffsetDateTime::toInstant);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
