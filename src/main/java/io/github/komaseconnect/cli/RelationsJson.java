package io.github.komaseconnect.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.List;

/** Checked relations as one JSON document on one line, plain ASCII; names of fields and values in capitals are stable. */
final class RelationsJson {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    String document(Instant at, List<CheckedRelation> relations) {
        ObjectNode document = mapper.getNodeFactory()
                .objectNode()
                .put("version", Version.text())
                .put("at", at.toString())
                .put("needsPerson", relations.stream().anyMatch(CheckedRelation::needsPerson));
        ArrayNode lines = document.putArray("relations");
        relations.forEach(one -> lines.add(relation(one)));
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes cannot be written: " + e.getMessage(), e);
        }
    }

    private ObjectNode relation(CheckedRelation one) {
        ObjectNode node = mapper.getNodeFactory()
                .objectNode()
                .put("company", one.company().key())
                .put("line", one.relation().line())
                .put("number", one.relation().number())
                .put("name", one.relation().name())
                .put(
                        "method",
                        one.methodWord().equals("auto")
                                ? "AUTO"
                                : one.method().map(SendingMethod::name).orElse(null))
                .put("fallback", one.fallback().name())
                .put("fallsBackTo", one.fallsBackTo().map(SendingMethod::name).orElse(null));
        ArrayNode addresses = node.putArray("addresses");
        one.relation().addresses().stream().map(ElectronicAddress::receiver).forEach(addresses::add);
        ArrayNode emails = node.putArray("emails");
        one.relation().email().addresses().forEach(emails::add);
        ArrayNode troubles = node.putArray("troubles");
        one.troubles().forEach(trouble -> troubles.add(reason(trouble)));
        ArrayNode warnings = node.putArray("warnings");
        one.relation().warnings().forEach(warning -> warnings.add(reason(warning)));
        node.set("peppol", one.reach().map(this::reach).orElse(null));
        return node.put("couldGetPeppol", one.couldGetPeppol())
                .put("cannotBeReached", one.cannotBeReached())
                .put("goesByFallback", one.goesByFallback())
                .put("reachedAt", one.reachedAt().map(Instant::toString).orElse(null))
                .put("needsPerson", one.needsPerson());
    }

    private ObjectNode reach(KnownReach known) {
        return mapper.getNodeFactory()
                .objectNode()
                .put("verdict", known.verdict().name())
                .put("channel", known.channel())
                .put("askedAt", known.askedAt().toString())
                .put("reachedAt", known.reachedAt().map(Instant::toString).orElse(null))
                .put("dutch", known.dutch())
                .put("english", known.english());
    }

    private ObjectNode reason(Reason reason) {
        return mapper.getNodeFactory()
                .objectNode()
                .put("code", reason.code())
                .put("dutch", reason.dutch())
                .put("english", reason.english())
                .put("adviceDutch", reason.adviceDutch())
                .put("adviceEnglish", reason.adviceEnglish());
    }
}
