package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.platform.Envelope.Content;
import io.github.komaseconnect.reason.DutchTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The messages of one company, except the sending of a document: see {@link SendMessage}. */
final class Requests {
    private static final String PAGE_LIMIT = "30";
    private static final Duration BEYOND_ANY_WRONG_CLOCK = Duration.ofDays(366);
    private static final DateTimeFormatter XS_DATE_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(DutchTime.ZONE);

    private final Envelope envelope;
    private final String companyId;
    private final Clock clock;

    Requests(Envelope envelope, String companyId, Clock clock) {
        this.envelope = envelope;
        this.companyId = companyId;
        this.clock = clock;
    }

    SoapMessage logIn(Credentials credentials) {
        return SoapMessage.of(envelope.around(Operation.LOGIN, Optional.empty(), login -> login.text(
                        "ConsumerKey", credentials.connectionKey().value())
                .text("ConsumerSecret", credentials.connectionSecret().value())));
    }

    SoapMessage accountParties(Secret token, Optional<String> page) {
        return message(Operation.GET_ACCOUNT_PARTIES, token, parties -> parties.group("Paging", paging(page)));
    }

    /** The companies in eConnect's address book with this identifier, such as {@code NL:KVK:12345678}. */
    SoapMessage parties(Secret token, String referenceId) {
        return message(Operation.GET_PARTIES, token, parties -> parties.group(
                        "Search", search -> search.text("ReferenceId", referenceId))
                .group("Paging", paging(Optional.empty())));
    }

    /** For {@link Operation#GET_INBOX_DOCUMENTS} and {@link Operation#GET_OUTBOX_DOCUMENTS}. */
    SoapMessage list(Operation operation, Secret token, Optional<Since> since, Optional<String> page) {
        return message(operation, token, list -> {
            list.text("EConnectPartyId", companyId).group("Paging", paging(page));
            if (since.isPresent()) {
                Instant from = since.get().from();
                list.group(
                        "Search",
                        search -> search.group(since.get().field(), span -> span.text("To", until(from))
                                .text("From", XS_DATE_TIME.format(from))));
            }
        });
    }

    /** Which documents of a list: those whose time in {@code field} is {@code from} or later. */
    record Since(String field, Instant from) {
        static Since created(Instant from) {
            return new Since("CreatedOn", from);
        }

        static Since modified(Instant from) {
            return new Since("ModifiedOn", from);
        }
    }

    /** For the operations that ask for one document by its ExternalId. */
    SoapMessage one(Operation operation, Secret token, String externalId) {
        return message(operation, token, one -> one.text("ExternalId", externalId));
    }

    SoapMessage status(Secret token, String externalId, int statusCode) {
        return message(Operation.SET_INBOX_DOCUMENT_STATUS, token, status -> status.text("ExternalId", externalId)
                .text("StatusCode", String.format(Locale.ROOT, "%02d", statusCode)));
    }

    private SoapMessage message(Operation operation, Secret token, Content content) {
        return SoapMessage.of(envelope.around(operation, Optional.of(token), content));
    }

    private static Content paging(Optional<String> page) {
        return paging -> paging.text("Limit", PAGE_LIMIT).text("StartPage", page);
    }

    /** eConnect wants an end too; this one is so late that no document is missed when the clock here is behind. */
    private String until(Instant from) {
        Instant now = clock.instant();
        return XS_DATE_TIME.format((now.isAfter(from) ? now : from).plus(BEYOND_ANY_WRONG_CLOCK));
    }
}
