package io.github.komaseconnect.econnect;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * eConnect as one company sees it, by one of its gateways. Every call waits for a bounded time only, repeats nothing by itself except a log-in
 * after an expired token, and never throws for what the other side does: outcomes are {@link Reply replies}.
 * A gateway without {@link io.github.komaseconnect.company.Gateway#hasLists lists} refuses to list, and to fetch what was sent.
 * Files are written into folders that are there already, each as a whole or not at all.
 */
public interface EConnect {
    /** Logs in anew with the keys as they are configured now; shows whether they are accepted. */
    Reply<String> logIn();

    /** The Company IDs, or party ids, of the account behind the keys. */
    Reply<List<AccountParty>> accountParties();

    /**
     * The name under which a company with one of these identifiers (such as {@code 0106:12345678}) is in eConnect's address
     * book; proves nothing of Peppol. A gateway without one answers that nobody is.
     */
    default Reply<Optional<String>> nameInAddressBook(List<String> receivers) {
        return new Reply.Done<>(Optional.empty());
    }

    /** One page of the company's inbox, documents created from {@code from} on (all when empty). */
    Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page);

    /** One page of the company's outbox, documents created from {@code from} on. */
    Reply<ListPage> outbox(Instant from, Optional<String> page);

    /**
     * One page of the company's outbox, documents that changed from {@code from} on: sent, gone on, or answered by the buyer.
     * A gateway that has no such list answers {@code Refused}.
     */
    Reply<ListPage> outboxChanges(Instant from, Optional<String> page);

    /**
     * Fetches a received document. The answer as it came goes to {@code answer}, the UBL document out of it, with a
     * prolog and otherwise untouched, to {@code document}.
     */
    Reply<Path> inboxDocument(String externalId, Path answer, Path document);

    /** The same for a sent document; tells what eConnect really took. */
    Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document);

    /**
     * Fetches (or has eConnect make) the PDF of a received document into {@code file}, where the gateway has PDFs. Its bytes are
     * durable then; its name is once the folder was flushed.
     */
    Reply<PdfAnswer> pdf(String externalId, Path file);

    /** Sets the status of a received document, by code; refused by a gateway that knows no such codes. */
    Reply<String> setStatus(String externalId, int statusCode);

    /**
     * Tells the supplier of a received document what its buyer says. A gateway that carries a status only leaves the texts
     * out, and refuses a status that it has no word for. To say the same once more changes nothing.
     */
    Reply<String> respond(String externalId, InvoiceResponse response);

    /** Sends. Message and answer are durable only once the caller has flushed them: their bytes, and their folder. */
    Reply<Accepted> send(OutgoingDocument document);

    /**
     * One company of an account.
     *
     * @param companyId its Company ID, or its party id as the gateway writes it
     * @param missing what the account may not do for it, of what the program needs
     */
    record AccountParty(String companyId, String name, List<Permission> missing) {
        public AccountParty {
            missing = List.copyOf(missing);
        }

        /** That may do everything, as far as the gateway tells. */
        public AccountParty(String companyId, String name) {
            this(companyId, name, List.of());
        }
    }

    /** What an account may do for a company. */
    enum Permission {
        SEND,
        RECEIVE,
        /** Remove what was received. */
        REMOVE,
        MANAGE_HOOKS
    }

    /** A document of the outbox with its UBL in a file and the receiver it was sent to (may be empty). */
    record SentDocument(InboxEntry entry, Path document, String receiver) {}
}
