package io.github.komaseconnect.reachability;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.IdentifierReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks eConnect, by the gateway that the company uses now. The PSB answers; the platform has only an address book, which is
 * a hint.
 */
public final class EConnectInquiry implements ReachInquiry {
    /** Peppol BIS Billing 3, which every receiver of e-invoices has to take (OpenPeppol, policy for document types). */
    private static final String BIS_BILLING =
            "##urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1";

    private final Connections connections;
    private final Function<Company, Optional<ServiceBus>> buses;

    /** Asks over {@code buses} where the company is on the PSB, and over {@code connections} for a hint. */
    public EConnectInquiry(Connections connections, Function<Company, Optional<ServiceBus>> buses) {
        this.connections = connections;
        this.buses = buses;
    }

    /** The identifier of the kind of document, as Peppol's directory has it. */
    public static String documentTypeId(DocumentType type) {
        String name =
                switch (type) {
                    case INVOICE -> "Invoice";
                    case CREDIT_NOTE -> "CreditNote";
                };
        return "urn:oasis:names:specification:ubl:schema:xsd:" + name + "-2::" + name + BIS_BILLING;
    }

    @Override
    public boolean canAsk(Company company) {
        return company.gateway().tellsWhoIsReached() && buses.apply(company).isPresent();
    }

    @Override
    public Reach ask(Company company, List<String> receivers, DocumentType type) {
        return canAsk(company)
                ? ask(buses.apply(company).orElseThrow(), receivers, type)
                : hint(connections.of(company).nameInAddressBook(receivers));
    }

    private static Reach ask(ServiceBus bus, List<String> receivers, DocumentType type) {
        Reply<Optional<ServiceBus.Recipient>> forType = bus.recipient(receivers, Optional.of(documentTypeId(type)));
        if (!(forType instanceof Reply.Done<Optional<ServiceBus.Recipient>> done)) {
            return notChecked(forType);
        }
        if (done.value().isPresent()) {
            ServiceBus.Recipient found = done.value().get();
            return new Reach.Reachable(receiver(found.id()), found.channel());
        }
        // the same question without a type tells whether it is there at all
        Reply<Optional<ServiceBus.Recipient>> atAll = bus.recipient(receivers, Optional.empty());
        if (!(atAll instanceof Reply.Done<Optional<ServiceBus.Recipient>> answered)) {
            return notChecked(atAll);
        }
        String all = String.join(", ", receivers);
        return answered.value().isPresent()
                ? new Reach.NotForType(Reason.of(
                        "reach.not-for-type",
                        all + " staat in Peppol, maar niet voor een " + type.dutch() + ".",
                        all + " is on Peppol, but not for this kind of document (" + type.english() + ")."))
                : new Reach.NotRegistered(Reason.of(
                        "econnect.not-reachable",
                        all + " staat volgens eConnect niet in Peppol.",
                        all + " is not registered on Peppol according to eConnect."));
    }

    /** {@code NL:KVK:12345678} as everything else here writes it. */
    private static String receiver(String partyId) {
        return new IdentifierReader()
                .read(partyId, "")
                .usable()
                .map(ElectronicAddress::receiver)
                .orElse(partyId);
    }

    private static Reach hint(Reply<Optional<String>> reply) {
        if (!(reply instanceof Reply.Done<Optional<String>> done)) {
            return notChecked(reply);
        }
        return new Reach.NotChecked(done.value()
                .map(name -> Reason.of(
                        "reach.hint",
                        "niet na te vragen via de platform-API; wel in het adresboek van eConnect als " + name
                                + ": waarschijnlijk te bereiken.",
                        "cannot be asked for by the platform API; in eConnect's address book as " + name
                                + ": probably to be reached."))
                .orElseGet(() -> Reason.of(
                        "reach.not-checked",
                        "niet na te vragen via de platform-API; in het adresboek van eConnect staat hij niet.",
                        "cannot be asked for by the platform API; it is not in eConnect's address book.")));
    }

    private static Reach notChecked(Reply<?> reply) {
        // a permission that lacks may be the one to ask
        boolean blocked = reply instanceof Reply.Blocked<?> refused
                && !refused.reason().code().equals("econnect.no-permission");
        Reach.Cause cause = blocked ? Reach.Cause.OF_THE_COMPANY : Reach.Cause.OF_THE_QUESTION;
        return new Reach.NotChecked(reason(reply), cause, reply.restAskedFor());
    }

    private static Reason reason(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Temporary<?> temporary) {
            return temporary.reason();
        }
        return reply instanceof Reply.InDoubt<?> doubt ? doubt.reason() : ((Reply.Blocked<?>) reply).reason();
    }
}
