package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Optional;

/** What is told about purchase invoices: one has arrived and is to be fetched, or could not be received. */
final class ReceivedHooks {
    private static final String RECEIVED = "InvoiceReceived";
    private static final String NOT_RECEIVED = "InvoiceReceivedError";

    private final Arrivals arrivals;

    ReceivedHooks(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    boolean isAbout(HookMessage message) {
        return message.topic().equals(RECEIVED) || message.topic().equals(NOT_RECEIVED);
    }

    /** Records what follows; gives what is wrong with the message itself. */
    Optional<Reason> take(Ledger.Books books, Company company, HookMessage message, Instant receivedAt) {
        if (message.topic().equals(NOT_RECEIVED)) {
            String touch = message.documentId().isBlank() ? "hook " + message.hookId() : message.documentId();
            books.alarms()
                    .raise(
                            HookCause.NOT_RECEIVED.of(company.key()),
                            company.key(),
                            HookReasons.notReceived(message.documentId(), message.words()),
                            Optional.of(touch));
            return Optional.empty();
        }
        if (message.documentId().isBlank()) {
            return Optional.of(HookReasons.withoutDocument());
        }
        Instant createdOn = message.createdOn().orElse(receivedAt);
        arrivals.record(
                books,
                company,
                Gateway.PSB,
                new InboxEntry(
                        message.documentId(),
                        message.details().getOrDefault("subject", message.documentId()),
                        createdOn.isAfter(receivedAt) ? receivedAt : createdOn,
                        receivedAt,
                        message.details().getOrDefault("senderName", ""),
                        "",
                        0,
                        ""));
        return Optional.empty();
    }
}
