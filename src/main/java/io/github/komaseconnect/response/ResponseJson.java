package io.github.komaseconnect.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseAction;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * An answer as JSON: a file in {@code respond/}, and the argument of an order.
 *
 * <pre>{"status": "RE", "reasons": {"REF": "Inkoopnummer ontbreekt"}, "actions": {"NIN": "Stuur een nieuwe"}, "note": "…"}</pre>
 *
 * with {@code "invoice": 12} (the id in {@code status}) where the name of the file does not say which invoice it is.
 * Read strictly: a field with a typing error would be an answer without its reason.
 */
public final class ResponseJson {
    private static final List<String> FIELDS = List.of("invoice", "status", "reasons", "actions", "note");
    private static final int SHOWN = 80;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What was read. */
    public sealed interface Reading {}

    /** An answer; the id of its invoice when that is said. */
    public record Usable(OptionalLong invoiceId, InvoiceResponse response) implements Reading {}

    /** None. */
    public record NotUsable(Reason reason) implements Reading {}

    /** The answer as JSON on one line. */
    public String write(InvoiceResponse response) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("status", response.status().name());
        if (!response.reasons().isEmpty()) {
            ObjectNode reasons = document.putObject("reasons");
            response.reasons().forEach((code, text) -> reasons.put(code.name(), text));
        }
        if (!response.actions().isEmpty()) {
            ObjectNode actions = document.putObject("actions");
            response.actions().forEach((code, text) -> actions.put(code.name(), text));
        }
        if (!response.note().isEmpty()) {
            document.put("note", response.note());
        }
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes cannot be written: " + e.getMessage(), e);
        }
    }

    /** Reads an answer and checks what must hold for it ({@link ResponseRules}). */
    public Reading read(byte[] json) {
        JsonNode document;
        try {
            document = mapper.readTree(json);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ", regel (line) " + e.getLocation().getLineNr();
            return new NotUsable(ResponseReasons.file(
                    "respond.not-json",
                    "Dit is geen goede JSON" + where + ": " + shown(e.getOriginalMessage()),
                    "This is not proper JSON" + where + ": " + shown(e.getOriginalMessage())));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read: " + e.getMessage(), e);
        }
        try {
            return read(document);
        } catch (Wrong wrong) {
            return new NotUsable(wrong.reason);
        }
    }

    private static Reading read(JsonNode document) throws Wrong {
        if (!document.isObject()) {
            throw wrong("respond.not-json", "Er moet één JSON-object in staan.", "It must hold one JSON object.");
        }
        for (var names = document.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                String fields = String.join(", ", FIELDS);
                throw wrong(
                        "respond.field-unknown",
                        "Het veld \"" + shown(name) + "\" is niet bekend; bekend zijn " + fields + ".",
                        "The field \"" + shown(name) + "\" is not known; known are " + fields + ".");
            }
        }
        String typed = text(document, "status");
        ResponseStatus status =
                ResponseStatus.of(typed).orElseThrow(() -> new Wrong(ResponseReasons.unknownStatus(shown(typed))));
        InvoiceResponse response = new InvoiceResponse(
                status,
                texts(document, "reasons", ResponseReason.class, ResponseReasons::unknownReason),
                texts(document, "actions", ResponseAction.class, ResponseReasons::unknownAction),
                document.has("note") ? text(document, "note") : "");
        var against = ResponseRules.check(response);
        return against.isPresent() ? new NotUsable(against.get()) : new Usable(invoice(document), response);
    }

    private static OptionalLong invoice(JsonNode document) throws Wrong {
        JsonNode id = document.path("invoice");
        if (id.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw wrong(
                    "respond.invoice",
                    "Het veld invoice moet het kenmerk van de factuur zijn, een getal zoals 12.",
                    "The field invoice must be the id of the invoice, a number such as 12.");
        }
        return OptionalLong.of(id.asLong());
    }

    private static String text(JsonNode document, String name) throws Wrong {
        JsonNode value = document.path(name);
        if (!value.isTextual()) {
            throw wrong(
                    "respond.field-missing",
                    "Het veld " + name + " ontbreekt of is geen tekst.",
                    "The field " + name + " is missing or not a text.");
        }
        return OneLine.of(value.asText()).strip();
    }

    private static <E extends Enum<E>> Map<E, String> texts(
            JsonNode document, String name, Class<E> codes, Function<String, Reason> unknown) throws Wrong {
        Map<E, String> texts = new EnumMap<>(codes);
        JsonNode given = document.path(name);
        if (given.isMissingNode()) {
            return texts;
        }
        if (!given.isObject()) {
            throw wrong(
                    "respond.field-missing",
                    "Het veld " + name + " moet codes met teksten bevatten, zoals {\"OTH\": \"tekst\"}.",
                    "The field " + name + " must hold codes with texts, such as {\"OTH\": \"text\"}.");
        }
        for (var names = given.fieldNames(); names.hasNext(); ) {
            String code = names.next();
            E known = code(codes, code).orElseThrow(() -> new Wrong(unknown.apply(shown(code))));
            if (texts.put(known, text(given, code)) != null) {
                throw wrong(
                        "respond.code-twice",
                        "De code " + known + " staat er twee keer in.",
                        "The code " + known + " is in it twice.");
            }
        }
        return texts;
    }

    private static <E extends Enum<E>> Optional<E> code(Class<E> codes, String typed) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static String shown(String text) {
        return OneLine.of(text, SHOWN);
    }

    private static Wrong wrong(String code, String dutch, String english) {
        return new Wrong(ResponseReasons.file(code, dutch, english));
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        Wrong(Reason reason) {
            super(reason.english());
            this.reason = reason;
        }
    }
}
