package io.github.komaseconnect.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of a hook; fields that are not known are passed over. */
public final class HookReader {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a body of bounded size. */
    public HookReading read(byte[] body) {
        try {
            JsonNode json = mapper.readTree(body);
            if (!json.isObject()) {
                return new HookReading.Broken("not a JSON object");
            }
            String topic = text(json, "topic");
            return topic.isBlank()
                    ? new HookReading.Broken("without a topic")
                    : new HookReading.Readable(message(json, topic));
        } catch (JsonProcessingException e) {
            return new HookReading.Broken("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new HookReading.Broken("not JSON: " + e.getMessage());
        }
    }

    private static HookMessage message(JsonNode json, String topic) {
        Map<String, String> details = new LinkedHashMap<>();
        json.path("details")
                .properties()
                .forEach(detail -> details.put(
                        detail.getKey(),
                        detail.getValue().isValueNode()
                                ? detail.getValue().asText()
                                : detail.getValue().toString()));
        return new HookMessage(
                topic,
                text(json, "partyId"),
                text(json, "hookId"),
                text(json, "documentId"),
                text(json, "message"),
                details,
                time(text(json, "createdOn")),
                time(text(json, "sentOn")));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    /** A time without an offset is taken for UTC. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException withoutOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException none) {
                return Optional.empty();
            }
        }
    }
}
