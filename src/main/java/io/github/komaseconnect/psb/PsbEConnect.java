package io.github.komaseconnect.psb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.platform.WorkFile;
import io.github.komaseconnect.rest.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * eConnect's PSB (REST, a client and a party id) for one company. May be used by many threads at a time. It has no lists
 * and makes no PDFs; a received document comes as it is, without an answer around it.
 */
final class PsbEConnect implements EConnect {
    private final Company company;
    private final Addresses addresses;
    private final PsbCalls calls;
    private final Answers answers;
    private final Json json;
    private final PsbReasons reasons;
    private final Path tmp;
    private final PsbSending sending;

    PsbEConnect(
            Company company,
            Addresses addresses,
            PsbCalls calls,
            Json json,
            PsbReasons reasons,
            Path tmp,
            Clock clock) {
        this.company = company;
        this.addresses = addresses;
        this.calls = calls;
        this.json = json;
        this.reasons = reasons;
        this.tmp = tmp;
        this.answers = new Answers(calls, reasons, tmp);
        OwnParty ownParty = new OwnParty(addresses, answers, json, reasons, clock);
        this.sending = new PsbSending(addresses, calls, ownParty, json, reasons, tmp);
    }

    /** {@inheritDoc} {@code Done} carries the company's name. */
    @Override
    public Reply<String> logIn() {
        return calls.logInAnew().map(Outcome::<String>same).orElseGet(() -> new Reply.Done<>(company.name()));
    }

    @Override
    public Reply<List<AccountParty>> accountParties() {
        return answers.ask(Call.get(addresses.ofAccount("/me/party"), Call.Subject.COMPANY), answer -> {
            List<AccountParty> parties = new ArrayList<>();
            for (JsonNode party : json.array(answer)) {
                parties.add(new AccountParty(Json.required(party, "id"), Json.text(party, "name"), missing(party)));
            }
            return List.copyOf(parties);
        });
    }

    /** Only what is said to be forbidden counts; eConnect adds permissions now and then. */
    private static List<Permission> missing(JsonNode party) {
        Map<String, Permission> names = Map.of(
                "canSendDocument", Permission.SEND,
                "canReceiveDocument", Permission.RECEIVE,
                "canRemoveDocument", Permission.REMOVE,
                "canManageHook", Permission.MANAGE_HOOKS);
        JsonNode permissions = party.path("permissions");
        return names.entrySet().stream()
                .filter(one -> permissions.path(one.getKey()).isBoolean()
                        && !permissions.path(one.getKey()).booleanValue())
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    @Override
    public Reply<Accepted> send(OutgoingDocument document) {
        return sending.send(document);
    }

    /** {@inheritDoc} There is no answer around it: nothing is written to {@code answer}. */
    @Override
    public Reply<Path> inboxDocument(String externalId, Path answer, Path document) {
        Call call = Call.get(
                addresses.ofParty("/purchaseInvoice/" + Addresses.encoded(externalId) + "/download"),
                Call.Subject.THING);
        try (WorkFile work = WorkFile.in(tmp)) {
            Outcome outcome = calls.call(call, work.path());
            if (outcome instanceof Outcome.Unknown unknown) {
                return new Reply.Refused<>(unknown.reason());
            }
            if (outcome instanceof Outcome.NotDone not) {
                return Outcome.same(not.reply());
            }
            if (!(outcome instanceof Outcome.Carried) || !XmlLook.isDocument(work.path())) {
                return new Reply.Temporary<>(reasons.unusable(200, "it is no XML document"));
            }
            SureFile.keep(work.path(), document);
            return new Reply.Done<>(document);
        } catch (IOException e) {
            return new Reply.Temporary<>(reasons.ownFile(e));
        }
    }

    @Override
    public Reply<PdfAnswer> pdf(String externalId, Path file) {
        return new Reply.Done<>(new PdfAnswer.NeverMade());
    }

    @Override
    public Reply<ListPage> inbox(Optional<Instant> from, Optional<String> page) {
        return notOffered();
    }

    @Override
    public Reply<ListPage> outbox(Instant from, Optional<String> page) {
        return notOffered();
    }

    @Override
    public Reply<ListPage> outboxChanges(Instant from, Optional<String> page) {
        return notOffered();
    }

    @Override
    public Reply<SentDocument> outboxDocument(String externalId, Path answer, Path document) {
        return notOffered();
    }

    @Override
    public Reply<String> setStatus(String externalId, int statusCode) {
        return notOffered();
    }

    /** The same status twice is one status; 409 says that it was told before. */
    @Override
    public Reply<String> respond(String externalId, InvoiceResponse response) {
        Call call = Call.json(
                "POST",
                addresses.ofParty("/purchaseInvoice/" + Addresses.encoded(externalId) + "/response"),
                json.bytes(body(response)),
                Call.Repetition.HARMLESS,
                Call.Subject.THING);
        return answers.ask(call, answer -> {
            Json.noPage(answer);
            return externalId;
        });
    }

    private ObjectNode body(InvoiceResponse response) {
        ObjectNode body = json.newObject().put("status", response.status().name());
        if (!response.reasons().isEmpty()) {
            ObjectNode texts = body.putObject("reasons");
            response.reasons().forEach((code, text) -> texts.put(code.name(), text));
        }
        if (!response.actions().isEmpty()) {
            ObjectNode texts = body.putObject("actions");
            response.actions().forEach((code, text) -> texts.put(code.name(), text));
        }
        return response.note().isEmpty() ? body : body.put("note", response.note());
    }

    private <T> Reply<T> notOffered() {
        return new Reply.Refused<>(reasons.notOffered());
    }
}
