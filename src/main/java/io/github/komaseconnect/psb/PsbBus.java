package io.github.komaseconnect.psb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.rest.Json;
import io.github.komaseconnect.rest.UnusableAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The PSB's calls beside sending and fetching, for one company. May be used by many threads at a time. */
final class PsbBus implements ServiceBus {
    private final Addresses addresses;
    private final Answers answers;
    private final OwnParty ownParty;
    private final Json json;

    PsbBus(Addresses addresses, Answers answers, OwnParty ownParty, Json json) {
        this.addresses = addresses;
        this.answers = answers;
        this.ownParty = ownParty;
        this.json = json;
    }

    @Override
    public Reply<List<DocumentStatus>> statuses(String documentId) {
        Call call = Call.get(
                addresses.ofParty("/salesInvoice/" + Addresses.encoded(documentId) + "/status"), Call.Subject.THING);
        return answers.ask(call, answer -> {
            List<DocumentStatus> statuses = new ArrayList<>();
            for (JsonNode status : json.array(answer)) {
                statuses.add(new DocumentStatus(
                        Json.text(status, "id"),
                        Json.required(status, "name"),
                        Json.text(status, "description"),
                        Json.time(status, "createdOn")));
            }
            return List.copyOf(statuses);
        });
    }

    @Override
    public Reply<Optional<Recipient>> recipient(List<String> receivers, Optional<String> documentTypeId) {
        String query = documentTypeId
                .map(type -> "?preferredDocumentTypeId=" + Addresses.encoded(type))
                .orElse("");
        Call call = Call.json(
                "POST",
                addresses.ofParty("/salesInvoice/queryRecipientParty" + query),
                json.bytes(json.texts(receivers.stream().map(PsbBus::partyId).toList())),
                Call.Repetition.HARMLESS,
                Call.Subject.THING);
        return answers.ask(
                call,
                answer -> {
                    JsonNode found = json.object(answer);
                    return Optional.of(new Recipient(
                            Json.required(found, "id"), Json.text(found, "channel"), Json.text(found, "description")));
                },
                unknown -> ownParty.trouble()
                        .map(Outcome::<Optional<Recipient>>same)
                        .orElseGet(() -> new Reply.Done<>(Optional.empty())));
    }

    private static String partyId(String receiver) {
        return new IdentifierReader()
                .read(receiver, "")
                .usable()
                .map(ElectronicAddress::partyId)
                .orElse(receiver);
    }

    @Override
    public Reply<List<Hook>> hooks() {
        return answers.ask(Call.get(addresses.ofParty("/hook"), Call.Subject.COMPANY), answer -> {
            List<Hook> hooks = new ArrayList<>();
            for (JsonNode hook : json.array(answer)) {
                hooks.add(hook(hook));
            }
            return List.copyOf(hooks);
        });
    }

    @Override
    public Reply<Hook> putHook(Hook hook) {
        ObjectNode body = json.newObject();
        if (!hook.id().isEmpty()) {
            body.put("id", hook.id());
        }
        body.put("name", hook.name()).put("action", hook.action()).set("topics", json.texts(hook.topics()));
        if (!hook.filter().isEmpty()) {
            body.put("filter", hook.filter());
        }
        body.put("isActive", hook.state() == Hook.State.ACTIVE);
        Call call = Call.json(
                "PUT",
                addresses.ofParty("/hook"),
                json.bytes(body),
                hook.id().isEmpty() ? Call.Repetition.HARMFUL : Call.Repetition.HARMLESS,
                Call.Subject.COMPANY);
        return answers.ask(call, answer -> hook(json.object(answer)));
    }

    private static Hook hook(JsonNode hook) throws UnusableAnswerException {
        List<String> topics = new ArrayList<>();
        hook.path("topics").forEach(topic -> topics.add(topic.asText()));
        boolean inactive =
                hook.path("isActive").isBoolean() && !hook.path("isActive").booleanValue();
        return new Hook(
                Json.required(hook, "id"),
                Json.text(hook, "name"),
                Json.text(hook, "action"),
                topics,
                Json.text(hook, "filter"),
                inactive ? Hook.State.INACTIVE : Hook.State.ACTIVE);
    }

    @Override
    public Reply<String> deleteHook(String id) {
        return gone(Call.delete(addresses.ofParty("/hook/" + Addresses.encoded(id))), id);
    }

    @Override
    public Reply<String> ping() {
        return answers.ask(
                Call.get(addresses.ofParty("/hook/ping"), Call.Subject.COMPANY), answer -> addresses.partyId());
    }

    @Override
    public Reply<String> deleteReceived(String documentId) {
        return gone(Call.delete(addresses.ofParty("/purchaseInvoice/" + Addresses.encoded(documentId))), documentId);
    }

    private Reply<String> gone(Call call, String id) {
        return answers.ask(
                call,
                answer -> {
                    Json.noPage(answer);
                    return id;
                },
                unknown -> new Reply.Done<>(id));
    }
}
