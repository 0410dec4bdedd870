package io.github.komaseconnect.following;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.hook.HookMessage;
import io.github.komaseconnect.ledger.BuyerAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A buyer's Invoice Response as a hook tells it, in words: status, reasons, wished actions and note. */
final class ResponseWords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("\\b(AB|IP|UQ|CA|RE|AP|PD)\\b");

    private static final Map<String, List<String>> REASONS = Map.ofEntries(
            Map.entry("REF", List.of("kenmerk ontbreekt of klopt niet", "a reference is missing or wrong")),
            Map.entry("LEG", List.of("voldoet niet aan de wettelijke eisen", "a legal matter")),
            Map.entry("REC", List.of("niet voor deze ontvanger", "not for this receiver")),
            Map.entry("QUA", List.of("kwaliteit", "quality")),
            Map.entry("DEL", List.of("de levering", "the delivery")),
            Map.entry("PRI", List.of("de prijzen", "the prices")),
            Map.entry("QTY", List.of("de aantallen", "the quantities")),
            Map.entry("ITM", List.of("de artikelen", "the items")),
            Map.entry("PAY", List.of("de betaalgegevens", "the payment terms")),
            Map.entry("UNR", List.of("niet herkend", "not recognised")),
            Map.entry("FIN", List.of("de financiële voorwaarden", "the finance terms")),
            Map.entry("PPD", List.of("deels betaald", "partly paid")),
            Map.entry("OTH", List.of("andere reden", "another reason")),
            Map.entry("NON", List.of("geen bezwaar", "no issue")));

    private static final Map<String, List<String>> ACTIONS = Map.of(
            "PIN", List.of("stuur de ontbrekende gegevens", "send what is missing"),
            "NIN", List.of("maak een nieuwe factuur", "make a new invoice"),
            "CNF", List.of("crediteer alles", "credit it in full"),
            "CNP", List.of("crediteer een deel", "credit a part"),
            "CNA", List.of("crediteer het bedrag", "credit the amount"),
            "OTH", List.of("iets anders", "something else"));

    private ResponseWords() {}

    /** What the buyer answers; empty when that cannot be told. */
    static Optional<BuyerAnswer> answer(HookMessage message) {
        return Optional.ofNullable(message.details().get("status"))
                .flatMap(ResponseStatus::of)
                .or(() -> inWords(message.message()))
                .map(status -> switch (status) {
                    case AB -> BuyerAnswer.RECEIVED;
                    case IP -> BuyerAnswer.IN_PROCESS;
                    case UQ -> BuyerAnswer.UNDER_QUERY;
                    case CA -> BuyerAnswer.CONDITIONALLY_ACCEPTED;
                    case RE -> BuyerAnswer.REJECTED;
                    case AP -> BuyerAnswer.ACCEPTED;
                    case PD -> BuyerAnswer.PAID;
                });
    }

    private static Optional<ResponseStatus> inWords(String message) {
        Matcher code = CODE.matcher(message);
        return code.find() ? ResponseStatus.of(code.group(1)) : Optional.empty();
    }

    /** What comes with it. */
    static Sighting.Remarks remarks(HookMessage message) {
        return new Sighting.Remarks(words(message, 0), words(message, 1));
    }

    /** @param language 0 Dutch, 1 English */
    private static String words(HookMessage message, int language) {
        List<String> parts = new ArrayList<>();
        coded(message.details(), "reasons")
                .forEach((code, text) -> parts.add(part(
                        language == 0 ? "Reden" : "Reason",
                        REASONS.getOrDefault(code, List.of(code, code)),
                        text,
                        language)));
        coded(message.details(), "actions").forEach((code, text) -> {
            if (!code.equals("NOA")) {
                parts.add(part(
                        language == 0 ? "Gevraagd" : "Wanted",
                        ACTIONS.getOrDefault(code, List.of(code, code)),
                        text,
                        language));
            }
        });
        String note = message.details().getOrDefault("note", "").strip();
        if (!note.isEmpty()) {
            parts.add((language == 0 ? "Opmerking: " : "Note: ") + note);
        }
        return String.join("; ", parts);
    }

    private static String part(String what, List<String> words, String text, int language) {
        return what + ": " + words.get(language) + (text.isBlank() ? "" : " (" + text.strip() + ")");
    }

    /** Texts by code, written as {@code reasons.REF} or as an object {@code reasons}. */
    private static Map<String, String> coded(Map<String, String> details, String name) {
        Map<String, String> found = new TreeMap<>();
        details.forEach((key, text) -> {
            if (key.startsWith(name + ".")) {
                found.put(key.substring(name.length() + 1), text);
            }
        });
        object(details.getOrDefault(name, "")).ifPresent(object -> object.properties()
                .forEach(one -> found.putIfAbsent(one.getKey(), one.getValue().asText())));
        return found;
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
