package io.github.komaseconnect.reachability;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.Recipient;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** Asks eConnect, by the gateway that the company uses now. */
public final class EConnectInquiry implements ReachInquiry {
    private final Connections connections;

    /** Asks over {@code connections}. */
    public EConnectInquiry(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean canAsk(Company company) {
        return company.gateway().tellsWhoIsReached();
    }

    @Override
    public Reach ask(Company company, List<String> receivers, DocumentType type) {
        return answer(connections.of(company).recipient(receivers, Optional.of(type)))
                .orElseGet(() -> whateverTheType(company, receivers, type));
    }

    /** Not for this document: the same question without one tells whether it is there at all. */
    private Reach whateverTheType(Company company, List<String> receivers, DocumentType type) {
        Reply<Recipient> reply = connections.of(company).recipient(receivers, Optional.empty());
        String all = String.join(", ", receivers);
        if (reply instanceof Reply.Done<Recipient> done && done.value() instanceof Recipient.Reached) {
            return new Reach.NotForType(Reason.of(
                    "reach.not-for-type",
                    all + " staat in Peppol, maar niet voor een " + type.dutch() + ".",
                    all + " is on Peppol, but not for this document (" + type.english() + ")."));
        }
        return answer(reply)
                .orElseGet(() -> new Reach.NotRegistered(Reason.of(
                        "econnect.not-reachable",
                        all + " staat volgens eConnect niet in Peppol.",
                        all + " is not registered on Peppol according to eConnect.")));
    }

    /** Empty when the answer is that nobody is there. */
    private static Optional<Reach> answer(Reply<Recipient> reply) {
        if (!(reply instanceof Reply.Done<Recipient> done)) {
            return Optional.of(new Reach.NotChecked(Replies.reason(reply), reply.restAskedFor()));
        }
        if (done.value() instanceof Recipient.Reached reached) {
            return Optional.of(new Reach.Reachable(reached.receiver(), reached.channel()));
        }
        return done.value() instanceof Recipient.Absent ? Optional.empty() : Optional.of(hint(done.value()));
    }

    private static Reach hint(Recipient recipient) {
        String name = recipient instanceof Recipient.InAddressBook book ? book.name() : "";
        return new Reach.NotChecked(
                name.isEmpty()
                        ? Reason.of(
                                "reach.not-checked",
                                "niet na te vragen via de platform-API; in het adresboek van eConnect staat hij niet.",
                                "cannot be asked for by the platform API; it is not in eConnect's address book.")
                        : Reason.of(
                                "reach.hint",
                                "niet na te vragen via de platform-API; wel in het adresboek van eConnect als " + name
                                        + ": waarschijnlijk te bereiken.",
                                "cannot be asked for by the platform API; in eConnect's address book as " + name
                                        + ": probably to be reached."));
    }
}
