package io.github.komaseconnect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes the JSON of calls. What an answer holds beyond what is asked of it does not matter; one that is larger or
 * deeper than any answer should be is of no use.
 */
public final class Json {
    private static final long MOST_BYTES = 4L << 20;
    private static final int FIRST_BYTES = 256;
    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 200_000;

    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The object in a file. */
    public JsonNode object(Path answer) throws IOException, UnusableAnswerException {
        JsonNode node = read(answer);
        if (!node.isObject()) {
            throw new UnusableAnswerException("it is no JSON object");
        }
        return node;
    }

    /** The objects of the array in a file. */
    public List<JsonNode> array(Path answer) throws IOException, UnusableAnswerException {
        JsonNode node = read(answer);
        if (!node.isArray()) {
            throw new UnusableAnswerException("it is no JSON array");
        }
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode one : node) {
            if (!one.isObject()) {
                throw new UnusableAnswerException("its array holds something else than objects");
            }
            objects.add(one);
        }
        return objects;
    }

    /**
     * What must hold of an answer that says nothing but "done": a page comes from whoever stands between, and eConnect may
     * never have seen the call.
     */
    public static void noPage(Path answer) throws IOException, UnusableAnswerException {
        try (InputStream in = Files.newInputStream(answer)) {
            if (new String(in.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8)
                    .strip()
                    .startsWith("<")) {
                throw new UnusableAnswerException("it is a page");
            }
        }
    }

    private JsonNode read(Path answer) throws IOException, UnusableAnswerException {
        if (Files.size(answer) > MOST_BYTES) {
            throw new UnusableAnswerException("it is larger than any answer should be");
        }
        try {
            return mapper.readTree(Files.readAllBytes(answer));
        } catch (JsonProcessingException e) {
            throw new UnusableAnswerException("it is no JSON");
        }
    }

    /** A new object, to be filled in. */
    public ObjectNode newObject() {
        return mapper.createObjectNode();
    }

    /** A new array of texts. */
    public JsonNode texts(List<String> texts) {
        return mapper.valueToTree(texts);
    }

    /** As it is sent. */
    public byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that must be there. */
    public static String required(JsonNode object, String field) throws UnusableAnswerException {
        String text = text(object, field);
        if (text.isEmpty()) {
            throw new UnusableAnswerException("it has no " + field);
        }
        return text;
    }

    /** A text, or a number as text; empty when there is none. */
    public static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    /** A moment; the epoch when there is none that can be read. */
    public static Instant time(JsonNode object, String field) {
        try {
            return OffsetDateTime.parse(text(object, field)).toInstant();
        } catch (DateTimeParseException noTime) {
            return Instant.EPOCH;
        }
    }
}
