package io.github.komaseconnect.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Reachings.FellBack;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A {@link StatusReport} as one JSON document on one line, plain ASCII. Names of fields and values of {@code state},
 * {@code direction}, {@code type}, {@code method} and {@code channel} are stable; times are ISO 8601 in UTC; what is not
 * known is {@code null}.
 */
final class StatusJson {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final JsonNodeFactory nodes = mapper.getNodeFactory();
    private final Clock clock;

    StatusJson(Clock clock) {
        this.clock = clock;
    }

    String document(
            Installation installation,
            Environment environment,
            boolean running,
            boolean ranBefore,
            StatusReport report) {
        ObjectNode document = nodes.objectNode()
                .put("version", Version.text())
                .put("at", clock.instant().toString())
                .put("home", installation.home().directory().toString())
                .put("environment", environment.word())
                .put("running", running)
                .put("ranBefore", ranBefore)
                .put("needsPerson", report.needsPerson());
        ArrayNode runtimes = document.putArray("nodes");
        report.nodes().forEach(line -> runtimes.add(node(line)));
        ArrayNode alarms = document.putArray("alarms");
        report.alarms().forEach(alarm -> alarms.add(alarm(alarm)));
        ArrayNode pauses = document.putArray("pauses");
        report.pauses().forEach(pause -> pauses.add(pause(pause)));
        ArrayNode orders = document.putArray("orders");
        report.orders().forEach(order -> orders.add(order(order)));
        ArrayNode answers = document.putArray("answers");
        report.answers().forEach(answering -> answers.add(answer(answering)));
        ArrayNode hooks = document.putArray("hooks");
        report.hooks().forEach(one -> hooks.add(hook(one)));
        ArrayNode leftAlone = document.putArray("bounceMailsLeftAlone");
        report.leftAlone()
                .forEach(
                        left -> leftAlone.addObject().put("owner", left.owner()).put("mails", left.mails()));
        ArrayNode counts = document.putArray("counts");
        report.counts().forEach(count -> counts.addObject()
                .put("company", count.company())
                .put("state", count.state().name())
                .put("invoices", count.invoices()));
        document.set("needPerson", invoices(report.needing()));
        document.set("remarked", remarked(report.remarked()));
        document.set("confirming", invoices(report.confirming()));
        document.set("waitingForPrint", invoices(report.gathered()));
        document.set("invoices", invoices(report.recent()));
        document.put("more", report.more());
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes cannot be written: " + e.getMessage(), e);
        }
    }

    private ObjectNode node(NodeLine line) {
        ObjectNode node = nodes.objectNode()
                .put("id", line.node().id())
                .put("host", line.node().host())
                .put("home", line.node().home())
                .put("version", line.node().version())
                .put("seenAt", line.node().seenAt().toString())
                .put("alive", line.alive())
                .put("forAll", line.forAll());
        ArrayNode companies = node.putArray("companies");
        line.companies().forEach(companies::add);
        return node;
    }

    private ObjectNode answer(StatusReport.Answering answering) {
        LedgerResponse response = answering.response();
        ObjectNode node = nodes.objectNode()
                .put("invoice", response.invoiceId())
                .put("company", response.company())
                .put("number", orNull(answering.invoice().number()))
                .put("status", response.response().status().name())
                .put("state", response.state().name())
                .put("who", response.who())
                .put("createdAt", response.createdAt().toString())
                .put("dueAt", time(response.dueAt()));
        node.set(
                "reason",
                response.reason().map(reason -> (JsonNode) reason(reason)).orElseGet(nodes::nullNode));
        return node;
    }

    private ObjectNode hook(HookTraffic hooks) {
        return nodes.objectNode()
                .put("company", hooks.company())
                .put("lastAt", time(hooks.lastAt()))
                .put("waiting", hooks.waiting())
                .put("held", hooks.held())
                .put("refused", hooks.refused())
                .put("refusedInARow", hooks.refusedInARow())
                .put("refusedAt", time(hooks.refusedAt()));
    }

    private ObjectNode alarm(Alarm alarm) {
        ObjectNode node = nodes.objectNode().put("cause", alarm.cause()).put("company", orNull(alarm.company()));
        node.set("reason", reason(alarm.reason()));
        node.put("raisedAt", alarm.raisedAt().toString());
        node.put("mailedAt", time(alarm.mailedAt()));
        ArrayNode touches = node.putArray("touches");
        alarm.touches().forEach(touch -> touches.add(touch.label()));
        ArrayNode reasons = node.putArray("touchReasons");
        alarm.touches().forEach(touch -> reasons.add(orNull(touch.dutch())));
        return node;
    }

    private ObjectNode pause(Pause pause) {
        return nodes.objectNode()
                .put("company", pause.company())
                .put("channel", pause.channel().name())
                .put("code", pause.reasonCode())
                .put("dutch", pause.dutch())
                .put("english", pause.english())
                .put("who", pause.who())
                .put("since", pause.since().toString())
                .put("probeAt", time(pause.probeAt()));
    }

    private ObjectNode order(WorkOrder order) {
        return nodes.objectNode()
                .put("id", order.id())
                .put("kind", order.kind().name())
                .put("company", order.company())
                .put("invoiceId", order.invoiceId() == 0 ? null : order.invoiceId())
                .put("argument", orNull(order.argument()))
                .put("who", order.who())
                .put("placedAt", order.placedAt().toString());
    }

    private ArrayNode invoices(List<InvoiceLine> lines) {
        ArrayNode array = nodes.arrayNode();
        lines.forEach(line -> array.add(invoice(line)));
        return array;
    }

    private ObjectNode invoice(InvoiceLine line) {
        LedgerInvoice invoice = line.invoice();
        ObjectNode node = nodes.objectNode()
                .put("id", invoice.id())
                .put("company", invoice.company())
                .put("direction", invoice.direction().name())
                .put("type", invoice.type().map(Enum::name).orElse(null))
                .put("number", orNull(invoice.number()))
                .put("party", orNull(invoice.party()))
                .put("issueDate", orNull(invoice.issueDate()))
                .put("amount", orNull(invoice.amount()))
                .put("currency", orNull(invoice.currency()))
                .put("method", line.method().map(SendingMethod::name).orElse(null))
                .put("state", invoice.state().name())
                .put("stateDutch", line.dutchState())
                .put("stateEnglish", line.englishState())
                .put("inDoubt", line.inDoubt())
                .put("externalId", orNull(invoice.externalId()))
                .put("fileName", orNull(invoice.originalName()))
                .put("createdAt", invoice.createdAt().toString())
                .put("changedAt", invoice.changedAt().toString());
        node.set("fallback", line.fellBack().map(this::fallback).orElse(null));
        node.set("followed", line.followed().map(this::followed).orElse(null));
        node.set("reason", invoice.reason().map(this::reason).orElse(null));
        ArrayNode remarks = node.putArray("remarks");
        line.remarks().forEach(remark -> remarks.add(reason(remark)));
        return node;
    }

    private ObjectNode remarked(StatusReport.Remarked remarked) {
        ObjectNode node =
                nodes.objectNode().put("since", remarked.since().toString()).put("invoices", remarked.invoices());
        ArrayNode companies = node.putArray("companies");
        remarked.counts()
                .forEach(count ->
                        companies.addObject().put("company", count.company()).put("invoices", count.invoices()));
        return node;
    }

    private ObjectNode fallback(FellBack fellBack) {
        return nodes.objectNode()
                .put("at", fellBack.at().toString())
                .put("insteadOfDelivery", fellBack.insteadOf().orElse(null))
                .put("dutch", fellBack.dutch())
                .put("english", fellBack.english());
    }

    private ObjectNode followed(Followed followed) {
        return nodes.objectNode()
                .put("transit", followed.transit().name())
                .put("transitAt", followed.transitAt().toString())
                .put("way", orNull(followed.way()))
                .put("answer", followed.answer().map(Enum::name).orElse(null))
                .put("answerAt", time(followed.answerAt()))
                .put("dutch", followed.dutch())
                .put("english", followed.english())
                .put("remarksDutch", orNull(followed.remarksDutch()))
                .put("remarksEnglish", orNull(followed.remarksEnglish()))
                .put("goingOn", followed.goingOn());
    }

    private ObjectNode reason(Reason reason) {
        return nodes.objectNode()
                .put("code", reason.code())
                .put("dutch", reason.dutch())
                .put("english", reason.english())
                .put("adviceDutch", orNull(reason.adviceDutch()))
                .put("adviceEnglish", orNull(reason.adviceEnglish()));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
