package io.github.komaseconnect.econnect;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A gateway whose settings a company does not have (any more): every call is answered with what is missing. */
public final class NotSetUp implements EConnect {
    private final Reason reason;

    /** For this company, which lacks the settings of {@code gateway}. */
    public NotSetUp(Company company, Gateway gateway) {
        String block = "company." + company.key();
        String settings =
                switch (gateway) {
                    case PLATFORM -> block + ".company-id, .connection-key, .connection-secret";
                    case PSB -> block + ".party-id, .client-id, .client-secret";
                };
        this.reason = new Reason(
                "econnect.not-set-up",
                "De instellingen van " + company.name() + " voor " + gateway.word() + " van eConnect ontbreken.",
                "The settings of " + company.name() + " for eConnect's " + gateway.word() + " are missing.",
                "Vul in: " + settings + ".",
                "Fill in: " + settings + ".");
    }

    private <T> Reply<T> missing() {
        return new Reply.Blocked<>(reason);
    }

    @Override
    public Reply<String> logIn() {
        return missing();
    }

    @Override
    public Reply<List<AccountParty>> accountParties() {
        return missing();
    }

    @Override
    public Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page) {
        return missing();
    }

    @Override
    public Reply<ListPage> outbox(Instant from, Optional<String> page) {
        return missing();
    }

    @Override
    public Reply<ListPage> outboxChanges(Instant from, Optional<String> page) {
        return missing();
    }

    @Override
    public Reply<Path> inboxDocument(String externalId, Path answer, Path document) {
        return missing();
    }

    @Override
    public Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document) {
        return missing();
    }

    @Override
    public Reply<PdfAnswer> pdf(String externalId, Path file) {
        return missing();
    }

    @Override
    public Reply<String> respond(String externalId, InvoiceResponse response) {
        return missing();
    }

    @Override
    public Reply<String> setStatus(String externalId, int statusCode) {
        return missing();
    }

    @Override
    public Reply<Accepted> send(OutgoingDocument document) {
        return missing();
    }
}
