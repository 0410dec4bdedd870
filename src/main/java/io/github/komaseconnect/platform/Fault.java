package io.github.komaseconnect.platform;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A SOAP Fault of the platform: a definite answer.
 *
 * @param code such as {@code ERRIAU6000007}; empty when the Fault names none
 * @param text what eConnect says about it, without the code, as one line of bounded length
 */
record Fault(String code, String text) {
    /** The security token is no longer valid: log in again, call again. */
    static final String TOKEN_EXPIRED = "DEFAULT_ERROR_CODE999";

    /** The PDF is still being generated. */
    static final String PDF_BEING_MADE = "ERRDMN8000003";

    private static final Pattern CODE = Pattern.compile("\\[?\\b(ERR[A-Z]{3}\\d{4,}|DEFAULT_ERROR_CODE\\d+)\\b\\]?");
    private static final int LONGEST_TEXT = 4000;

    /** The Fault that the body of an answer is; empty when it is something else. */
    static Optional<Fault> of(Element body) {
        if (!body.name().equals("Fault")) {
            return Optional.empty();
        }
        String faultstring = body.text("faultstring")
                .or(() -> body.text("Reason", "Text"))
                .orElse("")
                .replaceAll("\\s+", " ");
        String code = CODE.matcher(faultstring)
                .results()
                .reduce((first, last) -> last)
                .map(MatchResult::group)
                .map(found -> found.replaceAll("[\\[\\]]", ""))
                .orElse("");
        String text = faultstring.replace("[" + code + "]", "").strip();
        return Optional.of(
                new Fault(code, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text));
    }

    boolean is(String expected) {
        return code.equals(expected);
    }

    /** The three letters of the module that raised it, e.g. {@code IAU}; empty without a code. */
    String module() {
        return code.startsWith("ERR") && code.length() >= 6 ? code.substring(3, 6) : "";
    }

    /** For reasons: what eConnect said, with the code that its support asks for. */
    String quoted() {
        String said = text.isEmpty() ? "" : "\"" + text + "\"";
        return (said + (code.isEmpty() ? "" : " [" + code + "]")).strip();
    }
}
