package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The Search element of a list call. Ids and codes match exactly, subjects and names when they contain the text in
 * whatever case, and both ends of a time span belong to it.
 */
final class DocumentSearch {
    private final Optional<Node> search;

    DocumentSearch(Optional<Node> search) {
        this.search = search;
    }

    Predicate<StoredDocument> matcher() {
        return equal(StoredDocument::externalId, "ExternalId")
                .and(equal(document -> "", "DocumentId"))
                .and(containing(StoredDocument::subject, "Subject"))
                .and(within(StoredDocument::createdOn, "CreatedOn"))
                .and(within(document -> document.standing().now().modifiedOn(), "ModifiedOn"))
                .and(party(StoredDocument::sender, "Sender"))
                .and(party(StoredDocument::receiver, "Receiver"))
                .and(party(StoredDocument::receiver, "Reciever"))
                .and(equal(document -> document.standing().now().status().code(), "Status", "Code"))
                .and(equal(document -> document.standing().now().status().dutchName(), "Status", "Name"))
                .and(equal(document -> document.template().id(), "Template", "Id"))
                .and(equal(document -> document.template().name(), "Template", "Name"))
                .and(equal(document -> document.template().id(), "Template", "MasterId"))
                .and(equal(document -> document.template().name(), "Template", "MasterName"));
    }

    private Predicate<StoredDocument> party(Function<StoredDocument, StoredDocument.Party> of, String element) {
        return equal(document -> of.apply(document).companyId(), element, "EConnectPartyId")
                .and(containing(document -> of.apply(document).name(), element, "Name"));
    }

    private Predicate<StoredDocument> equal(Function<StoredDocument, String> field, String... path) {
        return wanted(path)
                .<Predicate<StoredDocument>>map(
                        text -> document -> field.apply(document).equals(text))
                .orElse(document -> true);
    }

    private Predicate<StoredDocument> containing(Function<StoredDocument, String> field, String... path) {
        return wanted(path)
                .map(DocumentSearch::lower)
                .<Predicate<StoredDocument>>map(
                        text -> document -> lower(field.apply(document)).contains(text))
                .orElse(document -> true);
    }

    private Predicate<StoredDocument> within(Function<StoredDocument, Instant> field, String element) {
        Optional<Instant> to = wanted(element, "To").map(DocumentSearch::instant);
        Optional<Instant> from = wanted(element, "From").map(DocumentSearch::instant);
        return document -> to.filter(limit -> field.apply(document).isAfter(limit))
                        .isEmpty()
                && from.filter(limit -> field.apply(document).isBefore(limit)).isEmpty();
    }

    private Optional<String> wanted(String... path) {
        return search.flatMap(node -> node.textAt(path));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
