package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.relation.ElectronicAddress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * eConnect's platform API v3.1 (SOAP, connection keys and Company ID) for one company. May be used by many threads at a
 * time. Times are those of the given clock; temporary files of a call are in {@code tmp} and gone after it.
 */
public final class PlatformEConnect implements EConnect {
    private static final int MOST_PAGES = 1000;
    private static final int ACCEPTED = 40;
    private static final int REJECTED = 50;
    private static final int PAID = 70;

    private final Company company;
    private final TemplateIds templates;
    private final DocumentBody.Source bodies;
    private final Path tmp;
    private final Envelope envelope = new Envelope();
    private final Entries entries = new Entries();
    private final Requests requests;
    private final Trouble trouble;
    private final Documents documents;
    private final PlatformCalls calls;

    /**
     * @param keys the keys as they are configured now; asked before every call
     * @param bodies what goes into the Payload of a document to be sent
     * @param tmp a folder for this program alone
     */
    public PlatformEConnect(
            Company company,
            Supplier<Credentials> keys,
            SoapTransport transport,
            Clock clock,
            TemplateIds templates,
            DocumentBody.Source bodies,
            Path tmp) {
        this.company = company;
        this.templates = templates;
        this.bodies = bodies;
        this.tmp = tmp;
        SafeXml xml = new SafeXml(SafeXml.Bounds.MESSAGE);
        this.requests = new Requests(envelope, company.companyId(), clock);
        this.trouble = new Trouble(company);
        this.documents = new Documents(new PayloadSlicer(xml, tmp), new PdfContents(xml), trouble);
        this.calls = new PlatformCalls(company, keys, transport, requests, new AnswerReader(xml), clock, tmp);
    }

    /** {@inheritDoc} {@code Done} carries the company's name. */
    @Override
    public Reply<String> logIn() {
        return calls.logInAnew().map(Setback::<String>reply).orElseGet(() -> new Reply.Done<>(company.name()));
    }

    @Override
    public Reply<List<AccountParty>> accountParties() {
        List<AccountParty> parties = new ArrayList<>();
        Set<String> pages = new HashSet<>();
        Optional<String> page = Optional.empty();
        do {
            Optional<String> asked = page;
            Reply<Optional<String>> next = ask(
                    Operation.GET_ACCOUNT_PARTIES,
                    token -> requests.accountParties(token, asked),
                    (response, answer) -> {
                        parties.addAll(entries.parties(response));
                        return new Reply.Done<>(entries.nextPage(response));
                    });
            if (!(next instanceof Reply.Done<Optional<String>> done)) {
                return Setback.of(next).reply();
            }
            page = done.value().filter(pages::add);
        } while (page.isPresent() && pages.size() < MOST_PAGES);
        return new Reply.Done<>(List.copyOf(parties));
    }

    @Override
    public Reply<Optional<String>> nameInAddressBook(List<String> receivers) {
        for (String receiver : receivers) {
            Reply<Optional<String>> found = ask(
                    Operation.GET_PARTIES,
                    token -> requests.parties(
                            token, ElectronicAddress.ofReceiver(receiver).partyId()),
                    (response, answer) -> new Reply.Done<>(entries.partyName(response)));
            boolean nobody = found instanceof Reply.Done<Optional<String>> done
                    && done.value().isEmpty();
            if (!nobody) {
                return found;
            }
        }
        return new Reply.Done<>(Optional.empty());
    }

    @Override
    public Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page) {
        return list(Operation.GET_INBOX_DOCUMENTS, from.map(Requests.Since::created), page);
    }

    @Override
    public Reply<ListPage> outbox(Instant from, Optional<String> page) {
        return list(Operation.GET_OUTBOX_DOCUMENTS, Optional.of(Requests.Since.created(from)), page);
    }

    @Override
    public Reply<ListPage> outboxChanges(Instant from, Optional<String> page) {
        return list(Operation.GET_OUTBOX_DOCUMENTS, Optional.of(Requests.Since.modified(from)), page);
    }

    @Override
    public Reply<Path> inboxDocument(String externalId, Path answer, Path document) {
        return document(Operation.GET_INBOX_DOCUMENT, externalId, answer, document, details -> document);
    }

    @Override
    public Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document) {
        return document(Operation.GET_OUTBOX_DOCUMENT, externalId, answer, document, details -> {
            InboxEntry entry = entries.entry(details);
            return new SentDocument(entry, document, entry.receiver());
        });
    }

    @Override
    public Reply<PdfAnswer> pdf(String externalId, Path file) {
        Operation operation = Operation.GET_DOCUMENT_PDF;
        try (WorkFile work = WorkFile.named(tmp)) {
            Outcome outcome = calls.call(operation, token -> requests.one(operation, token, externalId), work.path());
            if (outcome instanceof Outcome.Faulted faulted && faulted.fault().is(Fault.PDF_BEING_MADE)) {
                return new Reply.Done<>(new PdfAnswer.BeingMade());
            }
            return reply(operation, outcome, work.path(), (response, came) -> documents.pdf(externalId, came, file));
        } catch (IOException e) {
            return new Reply.Temporary<>(trouble.ownFile(e));
        }
    }

    @Override
    public Reply<String> setStatus(String externalId, int statusCode) {
        return ask(
                Operation.SET_INBOX_DOCUMENT_STATUS,
                token -> requests.status(token, externalId, statusCode),
                (response, answer) ->
                        new Reply.Done<>(response.text("ExternalId").orElse(externalId)));
    }

    /** The supplier sees the status in his outbox; the platform has no place for texts. */
    @Override
    public Reply<String> respond(String externalId, InvoiceResponse response) {
        return switch (response.status()) {
            case AP -> setStatus(externalId, ACCEPTED);
            case RE -> setStatus(externalId, REJECTED);
            case PD -> setStatus(externalId, PAID);
            default -> new Reply.Refused<>(Trouble.noSuchStatus(response.status()));
        };
    }

    @Override
    public Reply<Accepted> send(OutgoingDocument document) {
        SendMessage message = new SendMessage(envelope, company.companyId(), document, templates.of(document.type()));
        try (WorkFile work = WorkFile.in(tmp)) {
            message.archive(bodies.open(document.ubl()));
            Outcome outcome = calls.call(Operation.SEND_DOCUMENT, message::with, work.path());
            // from here on nothing may end as "not sent" for a trouble of our own
            document.keepAnswer(work.path());
            return sent(outcome);
        } catch (CharacterCodingException e) {
            return new Reply.Refused<>(trouble.notInItsEncoding(document.ubl()));
        } catch (IOException e) {
            return new Reply.Temporary<>(trouble.ownFile(e));
        }
    }

    private Reply<Accepted> sent(Outcome outcome) {
        if (outcome instanceof Outcome.Responded responded) {
            return responded
                    .response()
                    .text("ExternalId")
                    .<Reply<Accepted>>map(id -> new Reply.Done<>(Accepted.now(id)))
                    .orElseGet(() -> new Reply.InDoubt<>(trouble.unusable("it has no ExternalId")));
        }
        return setback(Operation.SEND_DOCUMENT, outcome).reply();
    }

    private Reply<ListPage> list(Operation operation, Optional<Requests.Since> since, Optional<String> page) {
        return ask(
                operation,
                token -> requests.list(operation, token, since, page),
                (response, answer) -> new Reply.Done<>(entries.page(response)));
    }

    private <T> Reply<T> document(
            Operation operation, String externalId, Path answer, Path document, Function<Element, T> result) {
        Reply<Element> filed = ask(
                operation,
                token -> requests.one(operation, token, externalId),
                (response, came) -> documents.file(response, externalId, came, answer, document));
        return filed instanceof Reply.Done<Element> done
                ? new Reply.Done<>(result.apply(done.value()))
                : Setback.of(filed).reply();
    }

    /** A call that may be repeated: whatever goes wrong here as well costs no more than another try. */
    private <T> Reply<T> ask(Operation operation, PlatformCalls.Message message, Reading<T> reading) {
        try (WorkFile work = WorkFile.named(tmp)) {
            return reply(operation, calls.call(operation, message, work.path()), work.path(), reading);
        } catch (IOException e) {
            return new Reply.Temporary<>(trouble.ownFile(e));
        }
    }

    private <T> Reply<T> reply(Operation operation, Outcome outcome, Path came, Reading<T> reading) throws IOException {
        if (outcome instanceof Outcome.Responded responded) {
            try {
                return reading.read(responded.response(), came);
            } catch (UnusableAnswerException e) {
                return new Reply.Temporary<>(trouble.unusable(e.getMessage()));
            }
        }
        return setback(operation, outcome).reply();
    }

    private Setback setback(Operation operation, Outcome outcome) {
        return outcome instanceof Outcome.Faulted faulted
                ? calls.meaning(operation, faulted.fault())
                : ((Outcome.NotDone) outcome).setback();
    }
}
